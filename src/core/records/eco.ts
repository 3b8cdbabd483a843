import { defineRecord } from '../language/record';
import { amounts, flags, operator, operatorDocument, remarks, source, status } from './columns';
import { everyRecord } from './rules';

export const eco = defineRecord({
  sheet: 'ECO',
  section: 'ecom',
  sectionAliases: ['eco'],
  title: 'Documents through e-commerce operators, section 9(5)',
  kind: 'e-commerce document',
  itcQuestion: 'never',
  columns: { ...operator, ...operatorDocument, ...status, ...amounts, ...remarks, ...source, ...flags },
  identity: ['supplierGstin', 'number', 'documentType', 'date', 'value'],
  specimen: {
    supplierGstin: '27AAPFU0939F1ZV',
    supplierName: 'Aarav Steel Traders',
    number: 'ORM2604-000123',
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
