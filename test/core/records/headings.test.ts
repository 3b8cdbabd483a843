import { columnNames, columnOf, type RecordType } from '../../../src/core/language/record';
import { records } from '../../../src/core/records/index';
import { helperColumns, sheetColumns, toolHeadings, type ToolColumn } from '../../../src/core/tasks/headings';
import { planSheet } from '../../../src/core/tasks/plan-sheet';

const headingsOf = (type: RecordType): string[] =>
  sheetColumns(type).flatMap((column) => {
    if (column.kind === 'record') return [column.column.label];
    return (helperColumns as readonly ToolColumn[]).includes(column.tool) ? [] : [toolHeadings[column.tool]];
  });

const ORIGINAL = ['Original document number', 'Original document date'];
const SUPPLIER = ['GSTIN of supplier', 'Trade/Legal name'];
const OPERATOR = ['GSTIN of ECO', 'Trade/Legal name'];
const DOCUMENT = ['Document number', 'Document type', 'Document date', 'Document value'];
const UNTYPED = ['Document number', 'Document date', 'Document value'];
const MATCH = ['Match', 'Why', 'Books document', 'Difference', 'Suggested action'];
const ANSWER = ['Status', ...MATCH, 'Place of supply', 'Taxable value', 'IGST', 'CGST', 'SGST', 'Cess'];
const REDUCTION = [
  'Whether ITC to be reduced',
  'IGST to be reduced',
  'CGST to be reduced',
  'SGST to be reduced',
  'Cess to be reduced',
];
const SOURCE = ['Remarks', 'Source', 'Source return period', 'Source filing status'];
const RESULTS = ['Sheet validation errors', 'GST portal validation errors', 'Changes since last import'];

const expected: Record<string, string[]> = {
  B2B: [...SUPPLIER, ...DOCUMENT, ...ANSWER, ...SOURCE, ...RESULTS],
  B2BA: [...ORIGINAL, ...SUPPLIER, ...DOCUMENT, ...ANSWER, ...REDUCTION, ...SOURCE, ...RESULTS],
  'B2B-DN': [...SUPPLIER, ...DOCUMENT, ...ANSWER, ...SOURCE, ...RESULTS],
  'B2B-DNA': [...ORIGINAL, ...SUPPLIER, ...DOCUMENT, ...ANSWER, ...REDUCTION, ...SOURCE, ...RESULTS],
  'B2B-CN': [...SUPPLIER, ...DOCUMENT, ...ANSWER, ...REDUCTION, ...SOURCE, ...RESULTS],
  'B2B-CNA': [...ORIGINAL, ...SUPPLIER, ...DOCUMENT, ...ANSWER, ...REDUCTION, ...SOURCE, ...RESULTS],
  ECO: [...OPERATOR, ...UNTYPED, ...ANSWER, ...SOURCE, ...RESULTS],
  ECOA: [...ORIGINAL, ...OPERATOR, ...UNTYPED, ...ANSWER, ...REDUCTION, ...SOURCE, ...RESULTS],
};

test.each(records.map((type) => [type.sheet, type] as const))(
  'the headings of %s are those of the contract, in their order',
  (sheet, type) => {
    expect(headingsOf(type)).toEqual(expected[sheet]);
  },
);

test.each(records.map((type) => [type.sheet, type] as const))(
  'no heading of %s stands twice, helpers included',
  (_sheet, type) => {
    const labels = [...columnNames(type).map((name) => columnOf(type, name).label), ...Object.values(toolHeadings)];
    expect(labels).toEqual([...new Set(labels)]);
  },
);

test.each(records.map((type) => [type.sheet, type] as const))(
  'the flags of %s are kept and not shown',
  (sheet, type) => {
    const hidden = columnNames(type).filter((name) => !columnOf(type, name).shown);
    const untyped = sheet.startsWith('ECO') ? ['documentType'] : [];
    expect(hidden).toEqual([...untyped, 'pendingBlocked', 'remarksBlocked', 'itcBlocked']);
  },
);

test.each(records.map((type) => [type.sheet, type] as const))(
  'supplier and number of %s stay beside what is read further right',
  (sheet, type) => {
    const ledger = { gstin: '', importedAt: '', files: [], records: [], kept: {}, history: [], nextId: 1 };
    const { columns = 0 } = planSheet(type, sheet, [], ledger, '').freeze ?? {};
    expect(headingsOf(type).slice(0, columns).slice(-3)).toEqual([
      expect.stringContaining('GSTIN of'),
      'Trade/Legal name',
      'Document number',
    ]);
  },
);
