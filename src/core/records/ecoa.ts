import { defineRecord } from '../language/record';
import { amounts, flags, itcReduction, operator, operatorDocument, originalInvoice, remarks, source, status } from './columns';
import { everyRecord, itcAnswer } from './rules';

export const ecoa = defineRecord({
  sheet: 'ECOA',
  section: 'ecoma',
  sectionAliases: ['ecoa'],
  title: 'Amended documents through e-commerce operators',
  kind: 'e-commerce document',
  amends: 'ECO',
  itcQuestion: 'offered-if-open',
  columns: { ...originalInvoice, ...operator, ...operatorDocument, ...status, ...amounts, ...itcReduction, ...remarks, ...source, ...flags },
  identity: ['supplierGstin', 'originalNumber', 'originalDate', 'number', 'documentType', 'date', 'value'],
  specimen: {
    supplierGstin: '27AAPFU0939F1ZV', originalNumber: 'ORM2603-000099', originalDate: '02-04-2026', supplierName: 'Aarav Steel Traders', number: 'ORM2603-000099A', date: '19-04-2026', value: 11_800_00, status: 'No Action', place: '27', taxable: 10_000_00, igst: 0, cgst: 900_00, sgst: 900_00, cess: 0, source: 'GSTR-1/IFF', period: '042026', filing: 'Filed', pendingBlocked: 'N', remarksBlocked: 'N', itcBlocked: 'N',
  },
  rules: [...everyRecord, ...itcAnswer],
});
