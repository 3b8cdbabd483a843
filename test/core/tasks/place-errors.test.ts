import { readErrors } from '../../../src/boundary/error-json';
import { placeErrors } from '../../../src/core/tasks/place-errors';
import {
  cellOf,
  cellsOf,
  columnOf,
  creditNote,
  deleteRow,
  fileOf,
  fixtureBytes,
  importFixture,
  importJson,
  insertColumn,
  invoice,
  memoryDesk,
  must,
  offline,
  placeErrorsOf,
  spokenRefusal,
  type Json,
  type MemoryDesk,
} from '../../support/desk';

const HEADING = 'GST portal validation errors';

async function bookOf(...records: Json[]): Promise<MemoryDesk> {
  const desk = memoryDesk();
  await importJson(desk, offline({ b2b: records, b2bcn: [creditNote()] }));
  return desk;
}

/** An error file of the offline screen with these records of section b2b. */
const errorsOf = (...records: Json[]) => ({ imsDetailsErr: { b2b: records } });
const error = (changes: Json) => ({
  stin: '27AAPFU0939F1ZV',
  inum: 'A-1',
  rtnprd: '042026',
  val: 11800,
  error_msg: 'wrong',
  ...changes,
});

describe('reading 10: the portal’s messages come to their rows', () => {
  test('the sample error file is placed whole, several messages for one record joined', async () => {
    const desk = memoryDesk();
    await importFixture(desk);
    expect(await placeErrorsOf(desk, fixtureBytes('errors/errors.json'))).toEqual({ placed: 9, unplaced: [] });
    expect(await cellOf(desk, 'B2B', 'AST/26-27/0012', HEADING)).toBe(
      'Record is not available in IMS for the given source return period',
    );
    expect((await columnOf(desk, 'B2B', HEADING)).filter((cell) => cell !== '')).toHaveLength(1);
  });

  test('the sample report of the interface too', async () => {
    const desk = memoryDesk();
    await importFixture(desk);
    expect(await placeErrorsOf(desk, fixtureBytes('errors/errors-api-dialect.json'))).toEqual({
      placed: 2,
      unplaced: [],
    });
    expect(await cellOf(desk, 'B2B-CN', 'CN/26/7', HEADING)).toBe(
      'IMSSAV0054: A value is required for the column itcRedReq',
    );
  });

  test.each<[string, Json]>([
    ['in other letters', { inum: 'a-1', stin: '27aapfu0939f1zv' }],
    ['with blanks', { inum: ' A - 1 ' }],
    ['without a period', { rtnprd: undefined }],
    ['with the month only', { rtnprd: '04' }],
    ['without an amount', { val: undefined }],
    ['with another amount, where the number is the only one', { val: 5 }],
    ['under other keys', { stin: undefined, ctin: '27AAPFU0939F1ZV', rtnprd: undefined, sRtnPrd: '042026' }],
  ])('a document named %s is found', async (_, changes) => {
    const desk = await bookOf(invoice({ inum: 'A-1' }), invoice({ inum: 'A-2' }));
    expect((await placeErrorsOf(desk, errorsOf(error(changes)))).placed).toBe(1);
    expect(await columnOf(desk, 'B2B', HEADING)).toEqual(['wrong', '']);
  });

  test.each<[string, Json]>([
    ['another number', { inum: 'A-9' }],
    ['no number', { inum: '' }],
    ['another supplier', { stin: '29ZZZFB2002C1ZK' }],
    ['another period', { rtnprd: '032026' }],
  ])('%s is not found and listed', async (_, changes) => {
    const desk = await bookOf(invoice({ inum: 'A-1' }));
    const said = error(changes);
    expect(await placeErrorsOf(desk, errorsOf(said))).toEqual({
      placed: 0,
      unplaced: [{ section: 'b2b', gstin: said.stin, number: said.inum, message: 'wrong' }],
    });
    expect(await columnOf(desk, 'B2B', HEADING)).toEqual(['']);
  });

  test('the same number in another section is another document', async () => {
    const desk = await bookOf(invoice({ inum: 'CN-1' }));
    await placeErrorsOf(desk, { imsDetailsErr: { cn: [error({ inum: 'CN-1' })] } });
    expect(await columnOf(desk, 'B2B', HEADING)).toEqual(['']);
    expect(await columnOf(desk, 'B2B-CN', HEADING)).toEqual(['wrong']);
  });

  test('an unknown section is listed', async () => {
    const desk = await bookOf();
    const report = await placeErrorsOf(desk, { imsDetailsErr: { impg: [error({ inum: 'BOE-1' })] } });
    expect(report).toEqual({
      placed: 0,
      unplaced: [{ section: 'impg', gstin: '27AAPFU0939F1ZV', number: 'BOE-1', message: 'wrong' }],
    });
  });

  test('of several documents of one number the period, then the amount tells which is meant', async () => {
    const desk = await bookOf(
      invoice({ inum: 'A-1', rtnprd: '032026' }),
      invoice({ inum: 'A-1', val: 100 }),
      invoice({ inum: 'A-1', val: 200 }),
    );
    await placeErrorsOf(
      desk,
      errorsOf(
        error({ rtnprd: '032026', error_msg: 'march' }),
        error({ val: 200, error_msg: 'two hundred' }),
        error({ val: '100.00', error_msg: 'one hundred' }),
      ),
    );
    expect(await columnOf(desk, 'B2B', HEADING)).toEqual(['march', 'one hundred', 'two hundred']);
  });

  test('several messages for one record stand in its cell, each once', async () => {
    const desk = await bookOf(invoice({ inum: 'A-1' }));
    const report = await placeErrorsOf(
      desk,
      errorsOf(error({ error_msg: 'first' }), error({ error_msg: 'second' }), error({ error_msg: 'first' })),
    );
    expect(report.placed).toBe(3);
    expect(await columnOf(desk, 'B2B', HEADING)).toEqual(['first | second']);
  });

  test('a new error file replaces the old messages', async () => {
    const desk = await bookOf(invoice({ inum: 'A-1' }), invoice({ inum: 'A-2' }));
    await placeErrorsOf(desk, errorsOf(error({ inum: 'A-1', error_msg: 'old' })));
    await placeErrorsOf(desk, errorsOf(error({ inum: 'A-2', error_msg: 'new' })));
    expect(await columnOf(desk, 'B2B', HEADING)).toEqual(['', 'new']);
    await placeErrorsOf(desk, { imsDetailsErr: {} });
    expect(await columnOf(desk, 'B2B', HEADING)).toEqual(['', '']);
  });

  test('rows are found where the user sorted and inserted', async () => {
    const desk = await bookOf(invoice({ inum: 'A-1' }), invoice({ inum: 'A-2' }));
    insertColumn(desk, 'B2B', 0, 'mine');
    desk.workbook.reshape('B2B', (cells) => [...cells.slice(0, 6), ...cells.slice(6).reverse()]);
    await placeErrorsOf(desk, errorsOf(error({})));
    expect(await cellOf(desk, 'B2B', 'A-1', HEADING)).toBe('wrong');
    expect(await cellOf(desk, 'B2B', 'A-2', HEADING)).toBe('');
  });

  test('a message for a deleted row is listed', async () => {
    const desk = await bookOf(invoice({ inum: 'A-1' }), invoice({ inum: 'A-2' }));
    await deleteRow(desk, 'B2B', 'A-1');
    expect((await placeErrorsOf(desk, errorsOf(error({})))).unplaced).toHaveLength(1);
  });

  test('the error file of another GSTIN is refused and changes nothing', async () => {
    const desk = await bookOf(invoice({ inum: 'A-1' }));
    const before = await cellsOf(desk, 'B2B');
    const file = must(readErrors(fileOf({ rtin: '29ZZZFB2002C1ZK', ...errorsOf(error({})) }, 'errors.json')));
    expect(spokenRefusal(await placeErrors(desk, file))).toBe(
      'errors.json: this belongs to GSTIN 29ZZZFB2002C1ZK, not to 27ZZZCR1001K1Z0',
    );
    expect(await cellsOf(desk, 'B2B')).toEqual(before);
  });

  test('the user’s answers and the sheet’s own errors stay', async () => {
    const desk = await bookOf(invoice({ inum: 'A-1' }));
    desk.workbook.type('B2B', 6, (await cellsOf(desk, 'B2B'))[5]!.indexOf('Sheet validation errors'), 'Error: mine');
    await placeErrorsOf(desk, errorsOf(error({})));
    expect(await columnOf(desk, 'B2B', 'Sheet validation errors')).toEqual(['Error: mine']);
  });
});
