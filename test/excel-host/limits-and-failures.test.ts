import { openExcel } from '../support/excel-host/open-excel';

const write =
  (value: string, address = 'A1') =>
  (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem('Sheet1').getRange(address).values = [[value]];
  };

/** A million characters for each of six cells. */
const large = (context: Excel.RequestContext) => {
  const sheet = context.workbook.worksheets.getItem('Sheet1');
  for (let row = 1; row <= 200; row += 1) sheet.getRange(`A${row}`).values = [['x'.repeat(30_000)]];
};

it('takes requests of more than 5 MB on the desktop only', async () => {
  const web = await openExcel({ platform: 'web' });
  expect(await web.codeOf(large)).toBe('RequestPayloadSizeLimitExceeded');
  expect(web.host.book.used('Sheet1')).toBeUndefined();
  const desktop = await openExcel({ platform: 'desktop' });
  expect(await desktop.codeOf(large)).toBe('none');
});

it('gives answers of more than 5 MB on the desktop only', async () => {
  const read = async (platform: 'web' | 'desktop') => {
    const { host, codeOf } = await openExcel({ platform });
    host.user.paste(
      'Sheet1',
      'A1',
      Array.from({ length: 200 }, () => ['x'.repeat(30_000)]),
    );
    return codeOf((context) => void context.workbook.worksheets.getItem('Sheet1').getRange('A1:A200').load('values'));
  };
  expect([await read('web'), await read('desktop')]).toEqual(['ResponsePayloadSizeLimitExceeded', 'none']);
});

it('reads at most five million cells', async () => {
  const { codeOf } = await openExcel({ platform: 'desktop' });
  const code = await codeOf(
    (context) => void context.workbook.worksheets.getItem('Sheet1').getRange('A1:E1000001').load('values'),
  );
  expect(code).toBe('RangeExceedsLimit');
});

it('takes addresses of up to 8,192 characters', async () => {
  const { codeOf } = await openExcel();
  const select = (cells: number) =>
    codeOf(
      (context) =>
        void context.workbook.worksheets
          .getItem('Sheet1')
          .getRanges(new Array(cells).fill('A100').join(','))
          .load('address'),
    );
  expect([await select(1638), await select(1639)]).toEqual(['none', 'InvalidArgument']);
});

it.each(['A0', 'XFE1', 'A1048577', 'A1:', 'hello there', ''])('has no cells at %p, or all of them', async (address) => {
  const { codeOf } = await openExcel();
  const code = await codeOf(
    (context) => void context.workbook.worksheets.getItem('Sheet1').getRange(address).load('address'),
  );
  expect(code).toBe(address === '' ? 'none' : 'InvalidArgument');
});

it('refuses work while a cell is edited, and lets it wait where it asks for that', async () => {
  const { host, codeOf, Excel } = await openExcel();
  host.user.editing(true);
  expect(await codeOf(write('no'))).toBe('InvalidOperationInCellEditMode');
  let done = false;
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    write('yes')(context);
    await context.sync();
    done = true;
  });
  await new Promise(setImmediate);
  expect(done).toBe(false);
  host.user.editing(false);
  await waiting;
  expect(host.book.value('Sheet1', 'A1')).toBe('yes');
});

it.each([
  'ActivityLimitReached',
  'SessionExpired',
  'GeneralException',
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
  'AccessDenied',
])('fails with %s where a test asks for it, once', async (code) => {
  const { host, codeOf } = await openExcel();
  host.fault({ code });
  expect([await codeOf(write('a')), await codeOf(write('b'))]).toEqual([code, 'none']);
  expect(host.book.value('Sheet1', 'A1')).toBe('b');
});

it('fails at the request that the test means', async () => {
  const { host, codeOf } = await openExcel();
  host.fault({ code: 'GeneralException', when: (body) => body.includes('"poison"'), times: 2 });
  expect([
    await codeOf(write('a')),
    await codeOf(write('poison')),
    await codeOf(write('poison')),
    await codeOf(write('poison')),
  ]).toEqual(['none', 'GeneralException', 'GeneralException', 'none']);
});

it('fails half-way, with what was done before in place', async () => {
  const { host, codeOf } = await openExcel();
  host.fault({ code: 'GeneralException', when: (body) => body.includes('"Values"'), afterActions: 9 });
  const code = await codeOf((context) => {
    for (let row = 1; row <= 5; row += 1) write(`row ${row}`, `A${row}`)(context);
  });
  const written = host.book.values('Sheet1').length;
  expect(code).toBe('GeneralException');
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(5);
});

it('has nothing above its requirement sets', async () => {
  const { codeOf, Office, OfficeExtension } = await openExcel({ requirements: { ExcelApi: '1.8' } });
  expect(await codeOf((context) => void context.workbook.worksheets.getItem('Sheet1').autoFilter.load('enabled'))).toBe(
    'ApiNotFound',
  );
  expect(
    await codeOf((context) => void context.workbook.worksheets.getItem('Sheet1').getRanges('A1,B2').load('address')),
  ).toBe('ApiNotFound');
  expect(await codeOf(write('a'))).toBe('none');
  expect([
    Office.context.requirements.isSetSupported('ExcelApi', '1.9'),
    Office.context.requirements.isSetSupported('ExcelApi', 1.8),
  ]).toEqual([false, true]);
  expect(OfficeExtension).toBeDefined();
});

it('keeps a log of what it was asked', async () => {
  const { host, codeOf } = await openExcel();
  await codeOf(write('a'));
  const [first] = host.log;
  expect(first?.actions).toBeGreaterThan(2);
  expect(first?.bytesIn).toBeGreaterThan(100);
  expect(first?.bytesOut).toBeGreaterThan(10);
  expect((first?.flags ?? 0) & 1).toBe(1);
  host.resetLog();
  await codeOf((context) => void context.workbook.worksheets.getItem('Sheet1').load('name'));
  expect(host.log[0]?.flags).toBe(0);
});
