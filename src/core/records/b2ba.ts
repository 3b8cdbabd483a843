import { defineRecord } from '../language/record';
import { amounts, flags, invoice, itcReduction, originalInvoice, remarks, source, status, supplier } from './columns';
import { everyRecord, itcAnswer } from './rules';

export const b2ba = defineRecord({
  sheet: 'B2BA',
  section: 'b2ba',
  sectionAliases: [],
  title: 'Amended invoices',
  kind: 'invoice',
  amends: 'B2B',
  itcQuestion: 'needed-if-open',
  columns: { ...originalInvoice, ...supplier, ...invoice, ...status, ...amounts, ...itcReduction, ...remarks, ...source, ...flags },
  identity: ['supplierGstin', 'originalNumber', 'originalDate', 'number', 'documentType', 'date', 'value'],
  specimen: {
    supplierGstin: '27AAPFU0939F1ZV', originalNumber: 'AST/25-26/0901', originalDate: '02-04-2026', supplierName: 'Aarav Steel Traders', number: 'AST/25-26/0901A', documentType: 'Regular', date: '19-04-2026', value: 11_800_00, status: 'No Action', place: '27', taxable: 10_000_00, igst: 0, cgst: 900_00, sgst: 900_00, cess: 0, source: 'GSTR-1/IFF', period: '042026', filing: 'Filed', pendingBlocked: 'N', remarksBlocked: 'N', itcBlocked: 'N',
  },
  rules: [...everyRecord, ...itcAnswer],
});
