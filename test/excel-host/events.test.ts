import { openExcel } from '../support/excel-host/open-excel';

async function listening() {
  const excel = await openExcel({ sheets: ['Home', 'B2B'] });
  const heard: string[] = [];
  const hear = (name: string) => (args: object) => {
    const { address, triggerSource, changeType } = args as {
      address?: string;
      triggerSource?: string;
      changeType?: string;
    };
    heard.push([name, address, triggerSource, changeType].filter(Boolean).join(' '));
    return Promise.resolve();
  };
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(hear('changed'));
    worksheets.onSelectionChanged.add(hear('selected'));
    worksheets.onActivated.add(hear('activated'));
    worksheets.onDeactivated.add(hear('deactivated'));
    worksheets.onAdded.add(hear('added'));
    worksheets.onDeleted.add(hear('deleted'));
    await context.sync();
  });
  const after = async () => {
    await excel.eventsDelivered();
    return heard.splice(0);
  };
  return { ...excel, heard, after };
}

it("tells the user's edits from the add-in's own", async () => {
  const { host, run, after } = await listening();
  host.user.type('B2B', 'A1', 'x');
  await run(async (context) => {
    context.workbook.worksheets.getItem('B2B').getRange('A2:B3').values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
  });
  expect(await after()).toEqual(['changed A1 Unknown RangeEdited', 'changed A2:B3 ThisLocalAddin RangeEdited']);
});

it('gives values before and after for one cell only', async () => {
  const { host, run, eventsDelivered } = await openExcel();
  const details: unknown[] = [];
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').onChanged.add((args) => {
      details.push(args.details);
      return Promise.resolve();
    });
    await context.sync();
  });
  host.user.type('Sheet1', 'A1', 5);
  host.user.type('Sheet1', 'A1', 'x');
  host.user.paste('Sheet1', 'A1', [[1], [2]]);
  await eventsDelivered();
  expect(details).toEqual([
    { valueBefore: '', valueAfter: 5, valueTypeBefore: 'Empty', valueTypeAfter: 'Double' },
    { valueBefore: 5, valueAfter: 'x', valueTypeBefore: 'Double', valueTypeAfter: 'String' },
    undefined,
  ]);
});

it('raises one event for a paste and one for each cell that is typed', async () => {
  const { host, after } = await listening();
  host.user.paste('B2B', 'A1', [
    [1, 2],
    [3, 4],
  ]);
  host.user.type('B2B', 'A5', [['a'], ['b']]);
  host.user.clear('B2B', 'A1:B2');
  expect(await after()).toEqual([
    'changed A1:B2 Unknown RangeEdited',
    'changed A5 Unknown RangeEdited',
    'changed A6 Unknown RangeEdited',
    'changed A1:B2 Unknown RangeEdited',
  ]);
});

it('tells of rows and columns that come and go', async () => {
  const { host, after } = await listening();
  host.user.insertRows('B2B', 2, 2);
  host.user.deleteColumns('B2B', 0);
  expect(await after()).toEqual(['changed 3:4 Unknown RowInserted', 'changed A:A Unknown ColumnDeleted']);
});

it('tells of selections with several areas and of the sheet that comes to the front', async () => {
  const { host, run, after } = await listening();
  host.user.select('B2B', 'A7:B9,A12');
  expect(await after()).toEqual(['deactivated', 'activated', 'selected A7:B9,A12']);
  const read = await run(async (context) => {
    const areas = context.workbook.getSelectedRanges().load('address,areaCount');
    const cell = context.workbook.getActiveCell().load('address');
    await context.sync();
    return [areas.address, areas.areaCount, cell.address];
  });
  expect(read).toEqual(['B2B!A7:B9,B2B!A12', 2, 'B2B!A12']);
});

it('has no single selected range for a selection of several', async () => {
  const { host, codeOf } = await openExcel();
  host.user.select('Sheet1', 'A1,C3');
  expect(await codeOf((context) => void context.workbook.getSelectedRange().load('address'))).not.toBe('none');
});

it('tells of sheets that are added and deleted', async () => {
  const { host, run, after } = await listening();
  await run(async (context) => {
    context.workbook.worksheets.add('New');
    await context.sync();
  });
  host.user.deleteSheet('New');
  expect(await after()).toEqual(['added', 'deleted']);
});

it('is silent while the add-in has switched its events off', async () => {
  const { run, host, after } = await listening();
  await run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem('B2B').getRange('A1').values = [['quiet']];
    await context.sync();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  expect(await after()).toEqual([]);
  host.user.type('B2B', 'A1', 'loud');
  expect(await after()).toHaveLength(1);
});

it('is silent after the listener was taken away', async () => {
  const { host, run, eventsDelivered } = await openExcel();
  let heard = 0;
  const listener = await run(async (context) => {
    const added = context.workbook.worksheets.getItem('Sheet1').onChanged.add(() => {
      heard += 1;
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  host.user.type('Sheet1', 'A1', 1);
  await eventsDelivered();
  listener.remove();
  await listener.context.sync();
  host.user.type('Sheet1', 'A1', 2);
  await eventsDelivered();
  expect(heard).toBe(1);
});

it('leads from an event to its range', async () => {
  const { host, run, Excel, eventsDelivered } = await openExcel();
  const found: unknown[] = [];
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').onChanged.add((args) =>
      Excel.run(async (inner) => {
        const range = args.getRange(inner).load('values,address');
        await inner.sync();
        found.push([range.address, range.values]);
      }),
    );
    await context.sync();
  });
  host.user.type('Sheet1', 'B2', 'x');
  await eventsDelivered();
  await eventsDelivered();
  expect(found).toEqual([['Sheet1!B2', [['x']]]]);
});

it('delivers events after the answer to the request that made them', async () => {
  const { run, heard, after } = await listening();
  await run(async (context) => {
    context.workbook.worksheets.getItem('B2B').getRange('A1').values = [['x']];
    await context.sync();
    expect(heard).toEqual([]);
  });
  expect(await after()).toHaveLength(1);
});
