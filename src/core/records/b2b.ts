import { defineRecord } from '../language/record';
import { amounts, flags, invoice, remarks, source, status, supplier } from './columns';
import { everyRecord } from './rules';

export const b2b = defineRecord({
  sheet: 'B2B',
  section: 'b2b',
  sectionAliases: [],
  title: 'Invoices from registered suppliers',
  kind: 'invoice',
  itcQuestion: 'never',
  columns: { ...supplier, ...invoice, ...status, ...amounts, ...remarks, ...source, ...flags },
  identity: ['supplierGstin', 'number', 'documentType', 'date', 'value'],
  specimen: {
    supplierGstin: '27AAPFU0939F1ZV',
    supplierName: 'Aarav Steel Traders',
    number: 'AST/26-27/0012',
    documentType: 'Regular',
    date: '19-04-2026',
    value: 11_800_00,
    status: 'No Action',
    place: '27',
    taxable: 10_000_00,
    igst: 0,
    cgst: 900_00,
    sgst: 900_00,
    cess: 0,
    source: 'GSTR-1/IFF',
    period: '042026',
    filing: 'Filed',
    pendingBlocked: 'N',
    remarksBlocked: 'N',
    itcBlocked: 'N',
  },
  rules: [...everyRecord],
});
