import { defineRecord } from '../language/record';
import { amounts, flags, itcReduction, noteDocument, originalNote, remarks, source, status, supplier } from './columns';
import { everyRecord, itcAnswer } from './rules';

export const b2bDna = defineRecord({
  sheet: 'B2B-DNA',
  section: 'b2bdna',
  sectionAliases: ['dna'],
  title: 'Amended debit notes',
  kind: 'debit note',
  amends: 'B2B-DN',
  itcQuestion: 'needed-if-open',
  columns: { ...originalNote, ...supplier, ...noteDocument, ...status, ...amounts, ...itcReduction, ...remarks, ...source, ...flags },
  identity: ['supplierGstin', 'originalNumber', 'originalDate', 'number', 'documentType', 'date', 'value'],
  specimen: {
    supplierGstin: '27AAPFU0939F1ZV', originalNumber: 'DN/25/44', originalDate: '02-04-2026', supplierName: 'Aarav Steel Traders', number: 'DN/25/44A', documentType: 'Regular', date: '19-04-2026', value: 11_800_00, status: 'No Action', place: '27', taxable: 10_000_00, igst: 0, cgst: 900_00, sgst: 900_00, cess: 0, source: 'GSTR-1/IFF', period: '042026', filing: 'Filed', pendingBlocked: 'N', remarksBlocked: 'N', itcBlocked: 'N',
  },
  rules: [...everyRecord, ...itcAnswer],
});
