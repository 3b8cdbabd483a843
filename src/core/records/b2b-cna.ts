import { defineRecord } from '../language/record';
import { amounts, flags, itcReduction, noteDocument, originalNote, remarks, source, status, supplier } from './columns';
import { everyRecord, itcAnswer } from './rules';

export const b2bCna = defineRecord({
  sheet: 'B2B-CNA',
  section: 'b2bcna',
  sectionAliases: ['cna'],
  title: 'Amended credit notes',
  kind: 'credit note',
  amends: 'B2B-CN',
  itcQuestion: 'needed-unless-blocked',
  columns: { ...originalNote, ...supplier, ...noteDocument, ...status, ...amounts, ...itcReduction, ...remarks, ...source, ...flags },
  identity: ['supplierGstin', 'originalNumber', 'originalDate', 'number', 'documentType', 'date', 'value'],
  specimen: {
    supplierGstin: '27AAPFU0939F1ZV', originalNumber: 'CN-71', originalDate: '02-04-2026', supplierName: 'Aarav Steel Traders', number: 'CN-71A', documentType: 'Regular', date: '19-04-2026', value: 11_800_00, status: 'No Action', place: '27', taxable: 10_000_00, igst: 0, cgst: 900_00, sgst: 900_00, cess: 0, source: 'GSTR-1/IFF', period: '042026', filing: 'Filed', pendingBlocked: 'N', remarksBlocked: 'N', itcBlocked: 'N',
  },
  rules: [...everyRecord, ...itcAnswer],
});
