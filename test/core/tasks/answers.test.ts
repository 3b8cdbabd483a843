import type { Cell } from '../../../src/core/kernel/cell';
import {
  creditNote,
  findingsOf,
  importJson,
  invoice,
  memoryDesk,
  offline,
  sentActions,
  type,
  uploadOf,
  type Json,
  type MemoryDesk,
} from '../../support/desk';

/** A workbook of one invoice A-1 and one credit note C-1, each with these keys changed. */
async function bookWith(forInvoice: Json = {}, forNote: Json = {}): Promise<MemoryDesk> {
  const desk = memoryDesk();
  await importJson(
    desk,
    offline({ b2b: [invoice({ inum: 'A-1', ...forInvoice })], b2bcn: [creditNote({ nt_num: 'C-1', ...forNote })] }),
  );
  return desk;
}

async function sentInvoice(portal: Json, cells: Record<string, Cell>): Promise<Json | undefined> {
  const desk = await bookWith(portal);
  await type(desk, 'B2B', 'A-1', cells);
  return (await uploadOf(desk))['b2b']?.[0];
}

async function sentNote(portal: Json, cells: Record<string, Cell>): Promise<Json | undefined> {
  const desk = await bookWith({}, portal);
  await type(desk, 'B2B-CN', 'C-1', cells);
  return (await uploadOf(desk))['b2bcn']?.[0];
}

async function errorsOnNote(portal: Json, cells: Record<string, Cell>): Promise<string[]> {
  const desk = await bookWith({}, portal);
  await type(desk, 'B2B-CN', 'C-1', cells);
  return (await findingsOf(desk))
    .filter((finding) => finding.startsWith('error'))
    .map((finding) => finding.replace(/^error (\S+), .*?: .*$/, '$1'));
}

const partial = {
  Status: 'Accepted',
  'Whether ITC to be reduced': 'Yes',
  'CGST to be reduced': 100,
  'SGST to be reduced': 100,
  Remarks: 'half was availed',
};

describe('reading 2: changed means that what would be sent differs from the download', () => {
  test.each<[string, Json, Record<string, Cell>]>([
    ['nothing is touched', {}, {}],
    ['the status is set to what it was', { action: 'A' }, { Status: 'Accepted' }],
    ['the status is set to what it was, in other letters', { action: 'R' }, { Status: ' rejected ' }],
    ['No Action is said by clearing the cell', {}, { Status: '' }],
    ['No Action is said by "na"', {}, { Status: 'NA' }],
    ['remarks stand on No Action', {}, { Remarks: 'look at this later' }],
    ['remarks are added to a plain Accepted', { action: 'A' }, { Remarks: 'fine' }],
    ['blanks around the remarks change', { action: 'R', remarks: 'not ours' }, { Remarks: '  not\n ours ' }],
    ['remarks are typed where the portal takes none', { action: 'R', isRemarksBlocked: 'Y' }, {}],
    ['an answer is tried and taken back', { action: 'P', remarks: 'x' }, { Status: 'Pending', Remarks: 'x' }],
  ])('not changed: %s', async (_, portal, cells) => {
    expect(await sentInvoice(portal, cells)).toBeUndefined();
  });

  test.each<[string, Json, Record<string, Cell>, Json]>([
    ['No Action to Accepted', {}, { Status: 'Accepted' }, { action: 'A' }],
    ['Accepted to Rejected', { action: 'A' }, { Status: 'Rejected' }, { action: 'R' }],
    ['Accepted back to No Action', { action: 'A' }, { Status: 'No Action' }, { action: 'N' }],
    ['Rejected back to No Action by clearing the cell', { action: 'R' }, { Status: '' }, { action: 'N' }],
    [
      'only the remarks of a Rejected',
      { action: 'R', remarks: 'old' },
      { Remarks: 'new' },
      { action: 'R', remarks: 'new' },
    ],
    ['the remarks of a Pending taken away', { action: 'P', remarks: 'old' }, { Remarks: '' }, { action: 'P' }],
  ])('changed: %s', async (_, portal, cells, sent) => {
    const record = await sentInvoice(portal, cells);
    expect(record).toMatchObject(sent);
    expect('remarks' in record!).toBe('remarks' in sent);
  });

  test.each<[string, Json, Record<string, Cell>]>([
    [
      'the same answer again',
      { action: 'A', itcRedReq: 'Y' },
      { Status: 'Accepted', 'Whether ITC to be reduced': 'Yes' },
    ],
    [
      'the same amounts again',
      {
        action: 'A',
        itcRedReq: 'Y',
        declIgst: 0,
        declCgst: 100,
        declSgst: 100,
        declCess: 0,
        remarks: 'half was availed',
      },
      partial,
    ],
    [
      'blank instead of 0',
      { action: 'A', itcRedReq: 'Y', declIgst: 0, declCgst: 100, declSgst: 100, declCess: 0, remarks: 'r' },
      { 'IGST to be reduced': '', 'Cess to be reduced': '' },
    ],
    [
      'an answer where the portal asks nothing',
      { itcRedReqBlocked: 'Y', action: 'A', itcRedReq: 'Y' },
      { 'Whether ITC to be reduced': '' },
    ],
  ])('a credit note is not changed by %s', async (_, portal, cells) => {
    expect(await sentNote(portal, cells)).toBeUndefined();
  });

  test.each<[string, Json, Record<string, Cell>, Json]>([
    [
      'full to partial',
      { action: 'A', itcRedReq: 'Y' },
      partial,
      { itcRedReq: 'Y', declIgst: 0, declCgst: 100, declSgst: 100, declCess: 0, remarks: 'half was availed' },
    ],
    [
      'full to no reduction',
      { action: 'A', itcRedReq: 'Y' },
      { 'Whether ITC to be reduced': 'No', Remarks: 'never availed' },
      { itcRedReq: 'N', remarks: 'never availed' },
    ],
    [
      'one amount by a paisa',
      { action: 'A', itcRedReq: 'Y', declCgst: 100, declSgst: 100, remarks: 'r' },
      { 'CGST to be reduced': 100.01, 'SGST to be reduced': 100.01 },
      { declCgst: 100.01, declSgst: 100.01 },
    ],
    [
      'partial to full',
      { action: 'A', itcRedReq: 'Y', declCgst: 100, declSgst: 100, remarks: 'r' },
      { 'CGST to be reduced': '', 'SGST to be reduced': '' },
      { action: 'A', itcRedReq: 'Y' },
    ],
  ])('a credit note is changed by %s', async (_, portal, cells, sent) => {
    expect(await sentNote(portal, cells)).toMatchObject(sent);
  });
});

describe('reading 3: remarks go where they explain something', () => {
  test.each<[string, Record<string, Cell>, string | undefined]>([
    ['on Rejected', { Status: 'Rejected', Remarks: 'no' }, 'no'],
    ['on Pending', { Status: 'Pending', Remarks: 'wait' }, 'wait'],
    ['never on a plain Accepted', { Status: 'Accepted', Remarks: 'fine' }, undefined],
    [
      'trimmed, with white space collapsed',
      { Status: 'Rejected', Remarks: ' not \t our\r\n\n purchase\u00A0' },
      'not our purchase',
    ],
    ['as text where a number was typed', { Status: 'Rejected', Remarks: 45 }, '45'],
  ])('%s', async (_, cells, remarks) => {
    expect((await sentInvoice({}, cells))?.['remarks']).toBe(remarks);
  });

  test('on a No Action that takes an answer back they are not sent', async () => {
    const record = await sentInvoice({ action: 'R', remarks: 'not ours' }, { Status: 'No Action' });
    expect(record).toMatchObject({ action: 'N' });
    expect(record).not.toHaveProperty('remarks');
  });

  test('on an Accepted credit note with a full reduction they are not sent, with partial or No they are', async () => {
    const full = await sentNote({}, { Status: 'Accepted', 'Whether ITC to be reduced': 'Yes', Remarks: 'x' });
    expect(full).toMatchObject({ itcRedReq: 'Y' });
    expect(full).not.toHaveProperty('remarks');
    expect(await sentNote({}, partial)).toMatchObject({ remarks: 'half was availed' });
    expect(await sentNote({}, { Status: 'Accepted', 'Whether ITC to be reduced': 'No', Remarks: 'x' })).toMatchObject({
      itcRedReq: 'N',
      remarks: 'x',
    });
  });

  test('where the portal blocks remarks a partial answer goes without them, and the user is warned', async () => {
    const desk = await bookWith({}, { isRemarksBlocked: 'Y' });
    await type(desk, 'B2B-CN', 'C-1', { ...partial, Remarks: '' });
    expect((await uploadOf(desk))['b2bcn']?.[0]).not.toHaveProperty('remarks');
    expect(await findingsOf(desk)).toEqual([
      'warning remarks-cannot-explain-reduction, B2B-CN row 7, Whether ITC to be reduced: A partial or no reduction should be explained, but the portal takes no remarks for this record: it will be sent without.',
    ]);
  });

  test('remarks on a plain Accepted stay in the workbook and are no mistake', async () => {
    const desk = await bookWith();
    await type(desk, 'B2B', 'A-1', { Status: 'Accepted', Remarks: 'checked by S.' });
    expect(await findingsOf(desk)).toEqual([]);
    expect(await sentActions(desk)).toEqual(['A-1 A']);
  });
});

describe('reading 4: partial means Yes with at least one amount', () => {
  test('a blank amount beside others is 0, and all four keys are written', async () => {
    const record = await sentNote(
      { iamt: 1800, camt: 0, samt: 0 },
      { ...partial, 'CGST to be reduced': '', 'SGST to be reduced': '', 'IGST to be reduced': 5 },
    );
    expect(record).toMatchObject({ itcRedReq: 'Y', declIgst: 5, declCgst: 0, declSgst: 0, declCess: 0 });
  });

  test('Yes without amounts is full and has no amounts', async () => {
    expect(
      Object.keys((await sentNote({}, { Status: 'Accepted', 'Whether ITC to be reduced': 'yes' }))!).filter((key) =>
        key.startsWith('decl'),
      ),
    ).toEqual([]);
  });

  test.each<[string, Json, Record<string, Cell>, string]>([
    ['an amount that is a word', {}, { ...partial, 'CGST to be reduced': 'hundred' }, 'reduction-is-no-number'],
    ['an amount that is 1e400 as text', {}, { ...partial, 'CGST to be reduced': '1e400' }, 'reduction-is-no-number'],
    ['an amount that is true', {}, { ...partial, 'CGST to be reduced': true }, 'reduction-is-no-number'],
    [
      'an amount of three decimals',
      {},
      { ...partial, 'CGST to be reduced': 100.005, 'SGST to be reduced': 100.005 },
      'reduction-has-more-than-paise',
    ],
    ['no answer at all', {}, { Status: 'Accepted' }, 'itc-answer-is-missing'],
    [
      'an answer that is no word of ours',
      {},
      { Status: 'Accepted', 'Whether ITC to be reduced': 'perhaps' },
      'itc-answer-is-unknown',
    ],
    ['a status that is no word of ours', {}, { Status: 'Acepted' }, 'status-is-unknown'],
    ['a status that is a number', {}, { Status: 1 }, 'status-is-unknown'],
    ['Pending where the portal blocks it', { ispendactblocked: 'Y' }, { Status: 'Pending' }, 'pending-is-blocked'],
    [
      'No without remarks',
      {},
      { Status: 'Accepted', 'Whether ITC to be reduced': 'No' },
      'remarks-must-explain-reduction',
    ],
    ['zeros only', {}, { ...partial, 'CGST to be reduced': 0, 'SGST to be reduced': 0 }, 'reduction-is-all-zero'],
  ])('%s is an error', async (_, portal, cells, rule) => {
    expect(await errorsOnNote(portal, cells)).toContain(rule);
  });

  test('a number kept as text is taken with a warning on its cell', async () => {
    const desk = await bookWith();
    await type(desk, 'B2B-CN', 'C-1', { ...partial, 'CGST to be reduced': '100.00' });
    expect(await findingsOf(desk)).toEqual([
      'warning reduction-is-text, B2B-CN row 7, CGST to be reduced: The amount is kept as text (100.00) and was read as 100.00: type it again as a number.',
    ]);
    expect((await uploadOf(desk))['b2bcn']?.[0]).toMatchObject({ declCgst: 100, declSgst: 100 });
  });
});
