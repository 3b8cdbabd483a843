import { columnForKey, keyOfColumn, readRecord } from '../../../src/core/engine/read';
import type { Raw } from '../../../src/core/engine/ledger';
import { b2b } from '../../../src/core/records/b2b';
import { b2bCn } from '../../../src/core/records/b2b-cn';
import { b2bDna } from '../../../src/core/records/b2b-dna';
import { ecoa } from '../../../src/core/records/ecoa';

const read = (raw: Raw) => readRecord(b2bCn, raw).row;

test('a record of the portal is read in our words', () => {
  const raw = {
    stin: '27ZZZCA2001B1ZY',
    tradenm: 'Aarav Steel Traders',
    nt_num: '007',
    inv_typ: 'R',
    nt_dt: '03-04-2026',
    val: 1180,
    action: 'P',
    pos: '27',
    txval: 1000,
    iamt: 0,
    camt: 90,
    samt: 90,
    cess: 0.5,
    itcRedReq: 'Y',
    declIgst: 0,
    declCgst: 45,
    declSgst: 45,
    declCess: 0,
    remarks: 'in part',
    srcform: 'R1A',
    rtnprd: '042026',
    srcfilstatus: 'NF',
    ispendactblocked: 'N',
    isRemarksBlocked: false,
    itcRedReqBlocked: 'Y',
    hash: '838d',
  };
  expect(readRecord(b2bCn, raw)).toEqual({
    row: {
      originalNumber: '',
      originalDate: '',
      supplierGstin: '27ZZZCA2001B1ZY',
      supplierName: 'Aarav Steel Traders',
      number: '007',
      documentType: 'Regular',
      date: '03-04-2026',
      value: 1180_00,
      status: 'Pending',
      place: '27',
      taxable: 1000_00,
      igst: 0,
      cgst: 90_00,
      sgst: 90_00,
      cess: 50,
      itcAnswer: 'Yes',
      itcIgst: 0,
      itcCgst: 45_00,
      itcSgst: 45_00,
      itcCess: 0,
      remarks: 'in part',
      source: 'GSTR-1A',
      period: '042026',
      filing: 'Not Filed',
      pendingBlocked: 'N',
      remarksBlocked: 'N',
      itcBlocked: 'Y',
    },
    notes: [],
  });
});

test.each([
  ['A', 'Accepted'],
  ['R', 'Rejected'],
  ['P', 'Pending'],
  ['N', 'No Action'],
])('the action %s is %s', (action, status) => {
  expect(read({ action }).status).toBe(status);
});

describe('what the file does not say', () => {
  test('a missing tax amount is 0, a missing value is blank', () => {
    expect(read({})).toMatchObject({ igst: 0, cgst: 0, sgst: 0, cess: 0, value: '', taxable: '' });
  });

  test.each([[undefined], [null], [''], ['X'], ['accepted later']])('the action %j is No Action', (action) => {
    expect(read({ action }).status).toBe('No Action');
  });

  test.each([[undefined], [null], [''], ['maybe']])('the answer %j is none', (itcRedReq) => {
    expect(read({ itcRedReq }).itcAnswer).toBe('');
  });

  test('a missing flag is blank and not N', () => {
    expect(read({})).toMatchObject({ pendingBlocked: '', remarksBlocked: '', itcBlocked: '' });
  });
});

describe('a key', () => {
  test.each([
    ['stin', 'supplierGstin'],
    ['ctin', 'supplierGstin'],
    ['supplier_gstin', 'supplierGstin'],
    ['STIN', 'supplierGstin'],
    ['tradeNm', 'supplierName'],
    ['trade_name', 'supplierName'],
    ['trdnm', 'supplierName'],
    ['nt_num', 'number'],
    ['ntnum', 'number'],
    ['inum', 'number'],
    ['nt_dt', 'date'],
    ['ntdt', 'date'],
    ['idt', 'date'],
    ['invtyp', 'documentType'],
    ['ntty', 'documentType'],
    ['rtnTyp', 'source'],
    ['sRtnPrd', 'period'],
    ['itc_red_req', 'itcAnswer'],
    ['decl_igst', 'itcIgst'],
    ['decl_cgst', 'itcCgst'],
    ['decl_sgst', 'itcSgst'],
    ['decl_cess', 'itcCess'],
    ['remark', 'remarks'],
    ['isremarksblocked', 'remarksBlocked'],
    ['isItcRedReqBlocked', 'itcBlocked'],
    ['itcRedReqBlocked', 'itcBlocked'],
    ['Is Pend Act Blocked', 'pendingBlocked'],
    ['NT-NUM', 'number'],
  ])('%s fills %s', (key, column) => {
    expect(columnForKey(b2bCn, key)).toBe(column);
  });

  test.each(['hash', 'prev_status', 'ispendactnallwd', 'ItcAvailabilityCheck', 'oinum', '', 'constructor'])(
    '%j is only kept',
    (key) => {
      expect(columnForKey(b2bCn, key)).toBeUndefined();
    },
  );

  test.each([
    ['ont_num', 'originalNumber'],
    ['oinum', 'originalNumber'],
    ['ont_dt', 'originalDate'],
    ['oidt', 'originalDate'],
    ['inum', 'number'],
  ])('%s of an amended note fills %s', (key, column) => {
    expect(columnForKey(b2bDna, key)).toBe(column);
  });

  test.each([
    ['oinum', 'originalNumber'],
    ['org_inum', 'originalNumber'],
    ['oinv_num', 'originalNumber'],
    ['org_idt', 'originalDate'],
    ['oinv_dt', 'originalDate'],
  ])('%s of an amended document fills %s', (key, column) => {
    expect(columnForKey(ecoa, key)).toBe(column);
  });

  test('of a note means nothing on an invoice', () => {
    expect(columnForKey(b2b, 'nt_num')).toBeUndefined();
  });
});

describe('two keys for one column', () => {
  test.each<[string, Raw, string, string]>([
    ['the canonical key outranks an alias before it', { inum: 'A', nt_num: 'B' }, 'B', 'nt_num'],
    ['the canonical key outranks an alias after it', { nt_num: 'B', inum: 'A' }, 'B', 'nt_num'],
    ['a blank canonical key gives way', { nt_num: '', inum: 'A' }, 'A', 'inum'],
    ['a blank canonical key gives way also behind', { inum: 'A', nt_num: '' }, 'A', 'inum'],
    ['so does one that is null', { nt_num: null, inum: 'A' }, 'A', 'inum'],
    ['of two aliases the first filled one counts', { ntnum: '', inum: 'A' }, 'A', 'inum'],
    ['a blank alias behind changes nothing', { inum: 'A', ntnum: '' }, 'A', 'inum'],
  ])('%s', (_name, raw, value, key) => {
    expect(read(raw).number).toBe(value);
    expect(keyOfColumn(b2bCn, raw, 'number')).toBe(key);
  });

  test('none of them is filled: the canonical one is named', () => {
    expect(keyOfColumn(b2bCn, { ntnum: '', nt_num: '' }, 'number')).toBe('nt_num');
    expect(keyOfColumn(b2bCn, { nt_num: '', ntnum: null }, 'number')).toBe('nt_num');
  });

  test('without any there is no key', () => {
    expect(keyOfColumn(b2bCn, { stin: '27' }, 'number')).toBeUndefined();
  });
});

describe('what had to be bent is noted with the portal’s key', () => {
  test.each<[string, Raw, { key: string; was: string; value: unknown }]>([
    ['a document number that is a number', { inum: 45 }, { key: 'inum', was: 'number', value: 45 }],
    ['an amount that is text', { val: '1180.00' }, { key: 'val', was: 'text', value: '1180.00' }],
    ['an amount with three decimals', { iamt: 1.234 }, { key: 'iamt', was: 'rounded', value: 1.234 }],
    ['a document type on no list', { inv_typ: 'XX' }, { key: 'inv_typ', was: 'unknown', value: 'XX' }],
    ['an unknown action', { action: 'Z' }, { key: 'action', was: 'unknown', value: 'Z' }],
    ['an unknown flag', { ispendactblocked: '?' }, { key: 'ispendactblocked', was: 'unknown', value: '?' }],
    ['an amount that is a word', { samt: 'nil' }, { key: 'samt', was: 'unreadable', value: 'nil' }],
  ])('%s', (_name, raw, expected) => {
    expect(readRecord(b2bCn, raw).notes).toEqual([expect.objectContaining(expected)]);
  });

  test('what came as expected is not', () => {
    const raw = {
      stin: '27ZZZCA2001B1ZY',
      nt_num: '45',
      val: 1180,
      inv_typ: 'SEZWP',
      action: 'N',
      srcfilstatus: 'SAVED',
    };
    expect(readRecord(b2bCn, raw).notes).toEqual([]);
  });
});

test('identity strings stay as they came', () => {
  const raw = { stin: ' 27zzzca2001b1zy', nt_num: ' 007 ', nt_dt: '3-4-26', pos: '7', rtnprd: '04' };
  expect(read(raw)).toMatchObject({
    supplierGstin: ' 27zzzca2001b1zy',
    number: ' 007 ',
    date: '3-4-26',
    place: '7',
    period: '04',
  });
});
