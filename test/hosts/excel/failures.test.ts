import type { Cell } from '../../../src/core/kernel/cell';
import type { HostFault, SheetEdit, SheetPlan } from '../../../src/core/workbook';
import { LISTS_SHEET } from '../../../src/core/sheet-rules';
import { openExcel, type OpenExcel } from '../../support/excel';
import { filledCells } from '../../support/seen-book';

const plan = (name: string, rows: number): SheetPlan => ({
  name,
  visibility: 'visible',
  columns: [
    { width: 20, style: 'portal-text' },
    { width: 12, style: 'user-text' },
  ],
  top: [['Document number', 'Status']],
  rows: Array.from({ length: rows }, (_, index) => [`INV/${String(index)}`, 'No Action']),
  headings: true,
});

const hidden: SheetPlan = { ...plan('IMS store', 2), visibility: 'very-hidden' };

async function filled(rows = 12_000): Promise<OpenExcel> {
  const excel = await openExcel();
  await excel.workbook.prepare([plan('B2B', rows)]);
  return excel;
}

const accepted = (rows: number): SheetEdit => ({
  sheet: 'B2B',
  columns: [{ column: 1, values: new Map(Array.from({ length: rows }, (_, row) => [row + 1, 'Accepted'])) }],
});

async function faultOf(work: Promise<unknown>): Promise<HostFault['refusal']> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toHaveProperty('refusal');
  return (error as HostFault).refusal;
}

const statuses = async ({ workbook }: OpenExcel): Promise<Set<unknown>> =>
  new Set((await workbook.read('B2B'))?.slice(1).map((row) => row[1]));

describe('a change that fails in its middle', () => {
  it.each([
    ['GeneralException', 'excel-failed'],
    ['SessionExpired', 'excel-session-lost'],
    ['InvalidOperationInCellEditMode', 'excel-editing'],
    ['AccessDenied', 'excel-protected'],
  ])('by %s says %s and leaves the sheet as it was', async (code, id) => {
    const excel = await filled();
    excel.host.fault({ code, at: 1, when: (body) => body.includes('Accepted') });
    const refusal = await faultOf(excel.workbook.change([accepted(12_000)]));
    expect(refusal.id).toBe(id);
    expect(await statuses(excel)).toEqual(new Set(['No Action']));
  });

  it('after some of a request took effect, that part goes back too', async () => {
    const excel = await filled();
    excel.host.fault({ code: 'GeneralException', at: 1, afterActions: 12, when: (body) => body.includes('Accepted') });
    await faultOf(excel.workbook.change([accepted(12_000)]));
    expect(await statuses(excel)).toEqual(new Set(['No Action']));
  });

  it('and cannot be put back says where something may stand', async () => {
    const excel = await filled();
    excel.host.fault({
      code: 'SessionExpired',
      at: 1,
      times: 99,
      when: (body) => body.includes('SetProperty') || /"ActionType":4/.test(body),
    });
    const refusal = await faultOf(excel.workbook.change([accepted(12_000)]));
    expect(refusal).toMatchObject({ id: 'excel-half-written', where: 'B2B' });
    expect(refusal.reason).toContain('the connection to the workbook is lost');
  });

  it('works again at the next try', async () => {
    const excel = await filled();
    excel.host.fault({ code: 'GeneralException', at: 1, when: (body) => body.includes('Accepted') });
    await faultOf(excel.workbook.change([accepted(12_000)]));
    await excel.workbook.change([accepted(12_000)]);
    expect(await statuses(excel)).toEqual(new Set(['Accepted']));
  });

  it('leaves the events on', async () => {
    const excel = await filled(20);
    excel.host.fault({ code: 'GeneralException', afterActions: 1, when: (body) => body.includes('Accepted') });
    await faultOf(excel.workbook.change([accepted(20)]));
    const told: string[] = [];
    excel.workbook.listen(({ kind }) => told.push(kind));
    await excel.workbook.read('B2B');
    excel.host.user.type('B2B', 'B2', 'Rejected');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toContain('edited');
  });
});

describe('too much at once', () => {
  it('is sent again after a pause, and nobody notices', async () => {
    const excel = await filled(20);
    excel.host.fault({ code: 'ActivityLimitReached', times: 2 });
    await excel.workbook.change([accepted(20)]);
    expect(await statuses(excel)).toEqual(new Set(['Accepted']));
  });

  it('is said when the pauses do not help', async () => {
    const excel = await filled(20);
    excel.host.fault({ code: 'ActivityLimitReached', times: 99 });
    expect((await faultOf(excel.workbook.change([accepted(20)]))).id).toBe('excel-busy');
  });

  it('is written in smaller blocks where a request was refused as too large', async () => {
    const excel = await filled(400);
    excel.host.fault({ code: 'RequestPayloadSizeLimitExceeded', when: (body) => body.includes('Accepted') });
    await excel.workbook.change([accepted(400)]);
    expect(await statuses(excel)).toEqual(new Set(['Accepted']));
  });

  it('is read in smaller blocks', async () => {
    const excel = await filled(2_000);
    excel.host.fault({ code: 'ResponsePayloadSizeLimitExceeded', at: 1, times: 2 });
    expect(await excel.workbook.read('B2B')).toHaveLength(2_001);
  });

  it('is written in smaller blocks where the old content is too large for one answer', async () => {
    const excel = await filled(400);
    excel.host.fault({ code: 'ResponsePayloadSizeLimitExceeded', at: 1, times: 2 });
    await excel.workbook.change([accepted(400)]);
    expect(await statuses(excel)).toEqual(new Set(['Accepted']));
  });
});

describe('making sheets', () => {
  it('that fails removes those it made, the very hidden too', async () => {
    const excel = await openExcel();
    excel.host.fault({ code: 'GeneralException', when: (body) => body.includes('VeryHidden') });
    expect((await faultOf(excel.workbook.prepare([plan('B2B', 10), hidden]))).id).toBe('excel-failed');
    expect(excel.host.book.sheetNames()).toEqual(['Sheet1']);
    expect(excel.host.book.state.styles.map(({ name }) => name)).toEqual(['Normal']);
  });

  it('that the user stops removes those it made', async () => {
    const excel = await openExcel();
    const stop = (done: number): void => {
      if (done > 60) throw new Error('stopped by the user');
    };
    await expect(excel.workbook.prepare([plan('B2B', 10), hidden], stop)).rejects.toThrow('stopped by the user');
    expect(excel.host.book.sheetNames()).toEqual(['Sheet1']);
  });

  it('that cannot be removed again names them', async () => {
    const excel = await openExcel();
    excel.host.fault({ code: 'SessionExpired', at: 3, times: 99 });
    expect(await faultOf(excel.workbook.prepare([plan('B2B', 10), hidden]))).toMatchObject({
      id: 'excel-half-made',
      where: 'B2B, IMS store',
    });
  });

  it('leaves the lists of other sheets as they were', async () => {
    const excel = await openExcel();
    const listed = (name: string, items: readonly string[]): SheetPlan => ({
      ...plan(name, 10),
      lists: [
        {
          ...{ column: 1, flagColumn: 0, flag: 'N', whenFlagged: items, otherwise: ['Accepted'] },
          ...{ promptTitle: '', prompt: '', errorTitle: '', error: `None of ${name}.` },
        },
      ],
    });
    await excel.workbook.prepare([listed('B2B', ['Rejected'])]);
    const before = await excel.workbook.read(LISTS_SHEET);
    excel.host.fault({ code: 'GeneralException', when: (body) => body.includes('None of DN.') });
    expect((await faultOf(excel.workbook.prepare([listed('DN', ['Pending'])]))).id).toBe('excel-failed');
    expect(await excel.workbook.sheetNames()).toEqual(['Sheet1', 'B2B', LISTS_SHEET]);
    expect(filledCells((await excel.workbook.read(LISTS_SHEET)) ?? [])).toEqual(before);
  });

  it('leaves a workbook alone that has a sheet of that name', async () => {
    const excel = await openExcel('excel-web-16.00', { sheets: ['Sheet1', 'b2b'] });
    expect(await faultOf(excel.workbook.prepare([plan('B2B', 10)]))).toMatchObject({ id: 'sheet-name-taken' });
    expect(excel.host.book.sheetNames()).toEqual(['Sheet1', 'b2b']);
  });
});

it('a change that the user stops goes back', async () => {
  const excel = await filled();
  const stop = (done: number): void => {
    if (done === 2) throw new Error('stopped by the user');
  };
  await expect(excel.workbook.change([accepted(12_000)], stop)).rejects.toThrow('stopped by the user');
  expect(await statuses(excel)).toEqual(new Set(['No Action']));
});

it('waits while a cell is being edited', async () => {
  const excel = await filled(20);
  excel.host.user.editing(true);
  let isDone = false;
  const change = excel.workbook.change([accepted(20)]).then(() => (isDone = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isDone).toBe(false);
  excel.host.user.editing(false);
  await change;
  expect(await statuses(excel)).toEqual(new Set(['Accepted']));
});

describe('rows that move while they are written', () => {
  const guarded = (rows: number): SheetEdit => ({
    ...accepted(rows),
    guard: {
      column: 0,
      values: new Map(Array.from({ length: rows }, (_, row) => [row + 1, `INV/${String(row)}` as Cell])),
    },
  });

  it('keep their answers to themselves: nothing is written', async () => {
    const excel = await filled(20);
    excel.host.user.deleteRows('B2B', 4);
    expect((await faultOf(excel.workbook.change([guarded(20)]))).id).toBe('rows-moved');
    expect(await statuses(excel)).toEqual(new Set(['No Action']));
  });

  it('are told by the column that tells them apart even where that is written too', async () => {
    const excel = await filled(20);
    const { columns, ...guard } = guarded(20);
    const renamed = {
      column: 0,
      values: new Map(Array.from({ length: 20 }, (_, row) => [row + 1, `NEW/${String(row)}` as Cell])),
    };
    const before = await excel.workbook.read('B2B');
    excel.host.fault({ code: 'GeneralException', afterActions: Infinity, when: (body) => body.includes('NEW/') });
    await faultOf(excel.workbook.change([{ ...guard, columns: [renamed, ...columns] }]));
    expect(await excel.workbook.read('B2B')).toEqual(before);
    await excel.workbook.change([{ ...guard, columns: [renamed, ...columns] }]);
    expect((await excel.workbook.read('B2B'))?.slice(1, 3)).toEqual([
      ['NEW/0', 'Accepted'],
      ['NEW/1', 'Accepted'],
    ]);
  });

  it('are written where they still stand', async () => {
    const excel = await filled(20);
    await excel.workbook.change([guarded(20)]);
    expect(await statuses(excel)).toEqual(new Set(['Accepted']));
  });
});

it('events that cannot be had at first are had at last', async () => {
  const excel = await filled(5);
  excel.host.fault({ code: 'GeneralException', times: 2, when: (body) => body.includes('_RegisterDataChangedEvent') });
  const told: string[] = [];
  excel.workbook.listen(({ kind }) => told.push(kind));
  await new Promise((resolve) => setTimeout(resolve, 50));
  excel.host.user.type('B2B', 'B2', 'Rejected');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toContain('edited');
  expect(excel.failures).toEqual([]);
});
