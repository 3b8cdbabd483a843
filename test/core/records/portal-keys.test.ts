import { columnNames, columnOf, type RecordType } from '../../../src/core/language/record';
import { b2b } from '../../../src/core/records/b2b';
import { records } from '../../../src/core/records/index';

const keysOf = (type: RecordType): Record<string, string[]> =>
  Object.fromEntries(
    columnNames(type).map((name) => [columnOf(type, name).key, [...columnOf(type, name).aliases].sort()]),
  );

/** Canonical key with the other spellings to be read, besides those that differ by case and punctuation [rule book 1.2]. */
const everywhere = {
  stin: ['ctin', 'supplier_gstin'],
  tradenm: ['trade_name', 'trdnm'],
  inv_typ: ['invtyp', 'ntty'],
  val: [],
  action: [],
  pos: [],
  txval: [],
  iamt: [],
  camt: [],
  samt: [],
  cess: [],
  remarks: ['remark'],
  srcform: ['rtnTyp'],
  rtnprd: ['sRtnPrd'],
  srcfilstatus: [],
  ispendactblocked: [],
  isRemarksBlocked: [],
  itcRedReqBlocked: ['isItcRedReqBlocked'],
};
const invoice = { inum: [], idt: [] };
const note = { nt_num: ['inum', 'ntnum'], nt_dt: ['idt', 'ntdt'] };
const originalInvoice = { oinum: ['oinv_num', 'org_inum'], oidt: ['oinv_dt', 'org_idt'] };
const originalNote = { ont_num: ['oinum', 'org_inum'], ont_dt: ['oidt', 'org_idt'] };
const reduction = {
  itcRedReq: ['itc_red_req'],
  declIgst: ['decl_igst'],
  declCgst: ['decl_cgst'],
  declSgst: ['decl_sgst'],
  declCess: ['decl_cess'],
};

const expected: Record<string, object> = {
  b2b: { ...everywhere, ...invoice },
  b2ba: { ...everywhere, ...invoice, ...originalInvoice, ...reduction },
  b2bdn: { ...everywhere, ...note },
  b2bdna: { ...everywhere, ...note, ...originalNote, ...reduction },
  b2bcn: { ...everywhere, ...note, ...reduction },
  b2bcna: { ...everywhere, ...note, ...originalNote, ...reduction },
  ecom: { ...everywhere, ...invoice },
  ecoma: { ...everywhere, ...invoice, ...originalInvoice, ...reduction },
};

test.each(records.map((type) => [type.section, type] as const))('%s has the keys of the rule book', (section, type) => {
  expect(keysOf(type)).toEqual(expected[section]);
});

test('a section is known by the names of other interfaces too', () => {
  expect(Object.fromEntries(records.map(({ section, sectionAliases }) => [section, sectionAliases]))).toEqual({
    b2b: [],
    b2ba: [],
    b2bdn: ['dn'],
    b2bdna: ['dna'],
    b2bcn: ['cn'],
    b2bcna: ['cna'],
    ecom: ['eco'],
    ecoma: ['ecoa'],
  });
});

const codes = (name: 'status' | 'documentType' | 'source' | 'filing') =>
  Object.fromEntries(columnOf(b2b, name).choices.map(({ code, label }) => [code, label]));

test('codes are shown as the rule book labels them', () => {
  expect(codes('status')).toEqual({ A: 'Accepted', R: 'Rejected', P: 'Pending', N: 'No Action' });
  expect(codes('documentType')).toEqual({
    R: 'Regular',
    DE: 'Deemed Exports',
    SEWP: 'SEZ supplies with payment',
    SEWOP: 'SEZ supplies without payment',
  });
  expect(codes('source')).toEqual({ R1: 'GSTR-1/IFF', R1A: 'GSTR-1A', R5: 'GSTR-5' });
  expect(codes('filing')).toEqual({ F: 'Filed', NF: 'Not Filed' });
});
