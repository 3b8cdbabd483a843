import type { SheetPlan, WorkbookEvent } from '../../../src/core/workbook';
import { openExcel, type OpenExcel } from '../../support/excel';

/** What the Excel host tells of the user, under which sheet's name. */
const sheet = (name: string): SheetPlan => ({
  name,
  visibility: 'visible',
  columns: [{ width: 12, style: 'user-text' }],
  top: [['Status']],
  rows: [['No Action'], ['No Action']],
});

interface Listening extends OpenExcel {
  readonly told: WorkbookEvent[];
}

async function listening(requirements = { ExcelApi: '1.14' } as Record<string, string>): Promise<Listening> {
  const excel = await openExcel('excel-web-16.00', { requirements });
  await excel.workbook.prepare([sheet('B2B'), sheet('ECO')]);
  const told: WorkbookEvent[] = [];
  excel.workbook.listen((event) => told.push(event));
  await delivered();
  return { ...excel, told };
}

const edited = (name: string, row: number): WorkbookEvent => ({
  ...{ kind: 'edited', sheet: name, span: { row, rows: 1 } },
  ...{ column: 0, columns: 1 },
});
const reshaped = (name: string): WorkbookEvent => ({ kind: 'reshaped', sheet: name });

describe('a sheet that is renamed', () => {
  it('is told of with the next edit, which has the new name', async () => {
    const { host, told, failures } = await listening();
    host.user.type('B2B', 'A2', 'Accepted');
    await delivered();
    host.user.renameSheet('B2B', 'B2B April');
    host.user.type('B2B April', 'A3', 'Accepted');
    await delivered();
    expect(told).toEqual([edited('B2B', 1), reshaped('B2B'), reshaped('B2B April'), edited('B2B April', 2)]);
    host.user.renameSheet('B2B April', 'B2B');
    host.user.type('ECO', 'A2', 'Accepted');
    host.user.type('B2B', 'A2', 'Rejected');
    await delivered();
    expect(told.slice(4)).toEqual([reshaped('B2B April'), reshaped('B2B'), edited('ECO', 1), edited('B2B', 1)]);
    expect(failures).toEqual([]);
  });

  it('is told of at once where Excel tells of it', async () => {
    const { host, told } = await listening({ ExcelApi: '1.17', ExcelApiOnline: '1.1' });
    host.user.renameSheet('ECO', 'Shop');
    await delivered();
    expect(told).toEqual([reshaped('ECO'), reshaped('Shop')]);
  });

  it('may give its name to another', async () => {
    const { host, told } = await listening();
    host.user.renameSheet('B2B', 'Old');
    host.user.renameSheet('ECO', 'B2B');
    host.user.type('B2B', 'A2', 'Accepted');
    await delivered();
    expect(told).toEqual([reshaped('B2B'), reshaped('Old'), reshaped('ECO'), reshaped('B2B'), edited('B2B', 1)]);
  });
});

it('a sheet that is deleted is told of with the next edit', async () => {
  const { host, told } = await listening();
  host.user.deleteSheet('ECO');
  host.user.type('B2B', 'A2', 'Accepted');
  await delivered();
  expect(told.filter(({ kind }) => kind !== 'looked')).toEqual([reshaped('ECO'), edited('B2B', 1)]);
});

it('many edits at once ask for the names once and keep their order', async () => {
  const { host, told } = await listening();
  host.resetLog();
  for (let row = 2; row < 12; row += 1) host.user.type('B2B', `A${String(row)}`, 'Accepted');
  await delivered();
  expect(told).toEqual(Array.from({ length: 10 }, (_, index) => edited('B2B', index + 1)));
  expect(host.log.length).toBeLessThanOrEqual(2);
});

it('an edit is told of although Excel does not answer for the names', async () => {
  const { host, told, failures } = await listening();
  host.fault({ code: 'GeneralException' });
  host.user.type('B2B', 'A2', 'Accepted');
  await delivered();
  expect(told).toEqual([edited('B2B', 1)]);
  expect(failures).toEqual([]);
});

async function delivered(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
