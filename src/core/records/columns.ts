import { choice, day, flag, gstin, money, period, place, text, type Column } from '../language/column';

/** Column groups that record types share, in the order of the sheet [rule book 1.2 and 2]. */

const FROM_PORTAL = 'Document as reported by the supplier';
const DECISION = 'Your decision';
const REDUCTION = 'ITC reduction (only for Accepted)';
const ORIGIN = 'Where it comes from';

type Keys = Pick<Column, 'key' | 'aliases'> & Partial<Pick<Column, 'returned'>>;

const original = (number: Keys, date: Keys) => ({
  originalNumber: text({ ...number, label: 'Original document number', group: 'Original document' }),
  originalDate: day({ ...date, label: 'Original document date', group: 'Original document' }),
});

export const originalInvoice = original(
  { key: 'oinum', aliases: ['org_inum', 'oinv_num'] },
  { key: 'oidt', aliases: ['org_idt', 'oinv_dt'] },
);
export const originalNote = original(
  { key: 'ont_num', aliases: ['oinum', 'org_inum'], returned: ['oinum'] },
  { key: 'ont_dt', aliases: ['oidt', 'org_idt'], returned: ['oidt'] },
);

const supplierKeys = { key: 'stin', aliases: ['ctin', 'supplier_gstin'], group: FROM_PORTAL, required: true } as const;

const supplierName = text({
  key: 'tradenm',
  aliases: ['trade_name', 'trdnm'],
  label: 'Trade/Legal name',
  group: FROM_PORTAL,
  width: 30,
});

export const supplier = {
  supplierGstin: gstin({ ...supplierKeys, label: 'GSTIN of supplier' }),
  supplierName,
};

export const operator = {
  supplierGstin: gstin({ ...supplierKeys, label: 'GSTIN of ECO' }),
  supplierName,
};

const documentType = choice({
  key: 'inv_typ',
  aliases: ['invtyp', 'ntty'],
  label: 'Document type',
  group: FROM_PORTAL,
  width: 30,
  choices: [
    { code: 'R', label: 'Regular' },
    { code: 'DE', label: 'Deemed Exports' },
    { code: 'SEWP', label: 'SEZ supplies with payment', also: ['SEZWP'] },
    { code: 'SEWOP', label: 'SEZ supplies without payment', also: ['SEZWOP'] },
  ],
});

const value = money({ key: 'val', label: 'Document value', group: FROM_PORTAL });

const invoiceNumber = text({ key: 'inum', label: 'Document number', group: FROM_PORTAL, required: true });
const invoiceDate = day({ key: 'idt', label: 'Document date', group: FROM_PORTAL });

export const invoice = { number: invoiceNumber, documentType, date: invoiceDate, value };

/** Documents through an e-commerce operator carry no type [rule book 1.2]; one that comes is kept and sent back, not shown. */
export const operatorDocument = {
  number: invoiceNumber,
  documentType: choice({ ...documentType, label: documentType.label, shown: false }),
  date: invoiceDate,
  value,
};

export const noteDocument = {
  number: text({
    key: 'nt_num',
    aliases: ['ntnum', 'inum'],
    returned: ['inum'],
    label: 'Document number',
    group: FROM_PORTAL,
    required: true,
  }),
  documentType,
  date: day({ key: 'nt_dt', aliases: ['ntdt', 'idt'], returned: ['idt'], label: 'Document date', group: FROM_PORTAL }),
  value,
};

export const status = {
  status: choice({
    key: 'action',
    label: 'Status',
    group: DECISION,
    width: 16,
    edit: 'user',
    choices: [
      { code: 'A', label: 'Accepted', also: ['accept'] },
      { code: 'R', label: 'Rejected', also: ['reject'] },
      { code: 'P', label: 'Pending' },
      { code: 'N', label: 'No Action', also: ['na'] },
    ],
    note: 'Accepted, Rejected, Pending or No Action. No Action counts as accepted when GSTR-2B is computed.',
  }),
};

export const amounts = {
  place: place({ key: 'pos', label: 'Place of supply', group: FROM_PORTAL }),
  taxable: money({ key: 'txval', label: 'Taxable value', group: FROM_PORTAL }),
  igst: money({ key: 'iamt', label: 'IGST', group: FROM_PORTAL, width: 14 }),
  cgst: money({ key: 'camt', label: 'CGST', group: FROM_PORTAL, width: 14 }),
  sgst: money({ key: 'samt', label: 'SGST', group: FROM_PORTAL, width: 14 }),
  cess: money({ key: 'cess', label: 'Cess', group: FROM_PORTAL, width: 12 }),
};

const reduction = (key: string, alias: string, label: string) =>
  money({ key, aliases: [alias], label, group: REDUCTION, edit: 'user', width: 14 });

export const itcReduction = {
  itcAnswer: choice({
    key: 'itcRedReq',
    aliases: ['itc_red_req'],
    label: 'Whether ITC to be reduced',
    group: REDUCTION,
    width: 18,
    edit: 'user',
    choices: [
      { code: 'Y', label: 'Yes' },
      { code: 'N', label: 'No' },
    ],
    note: 'Yes without amounts: the full credit. Yes with amounts: a part of it. No: nothing. Part and No need remarks.',
  }),
  itcIgst: reduction('declIgst', 'decl_igst', 'IGST to be reduced'),
  itcCgst: reduction('declCgst', 'decl_cgst', 'CGST to be reduced'),
  itcSgst: reduction('declSgst', 'decl_sgst', 'SGST to be reduced'),
  itcCess: reduction('declCess', 'decl_cess', 'Cess to be reduced'),
};

export const remarks = {
  remarks: text({
    key: 'remarks',
    aliases: ['remark'],
    label: 'Remarks',
    group: DECISION,
    width: 34,
    edit: 'user',
    note: 'Up to 250 characters; the supplier can read them.',
  }),
};

export const source = {
  source: choice({
    key: 'srcform',
    aliases: ['rtnTyp'],
    label: 'Source',
    group: ORIGIN,
    width: 12,
    choices: [
      { code: 'R1', label: 'GSTR-1/IFF', also: ['GSTR1', 'IFF'] },
      { code: 'R1A', label: 'GSTR-1A' },
      { code: 'R5', label: 'GSTR-5' },
    ],
  }),
  period: period({ key: 'rtnprd', aliases: ['sRtnPrd'], label: 'Source return period', group: ORIGIN, width: 14 }),
  filing: choice({
    key: 'srcfilstatus',
    label: 'Source filing status',
    group: ORIGIN,
    width: 14,
    choices: [
      { code: 'F', label: 'Filed', begins: 'f' },
      { code: 'NF', label: 'Not Filed', also: ['saved'], begins: 'n' },
    ],
  }),
};

export const flags = {
  pendingBlocked: flag({ key: 'ispendactblocked', label: 'Pending blocked' }),
  remarksBlocked: flag({ key: 'isRemarksBlocked', label: 'Remarks blocked' }),
  itcBlocked: flag({ key: 'itcRedReqBlocked', aliases: ['isItcRedReqBlocked'], label: 'ITC reduction blocked' }),
};

/** Key of an older interface whose polarity is unclear [rule book 3.2]: kept, noted, never used as a block. */
export const UNCLEAR_PENDING_KEY = 'ispendactnallwd';
