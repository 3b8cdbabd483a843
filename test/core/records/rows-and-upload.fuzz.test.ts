import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import type { ImsRecord, Raw } from '../../../src/core/engine/ledger';
import { readRecord } from '../../../src/core/engine/read';
import { uploadSchema } from '../../../src/core/engine/schema';
import { partLimits, profiles, uploadParts, uploadRecord, type ProfileName } from '../../../src/core/engine/upload';
import { MAX_PAISE } from '../../../src/core/kernel/money';
import { decisionOf } from '../../../src/core/language/answer';
import type { Column } from '../../../src/core/language/column';
import { columnNames, columnOf, type RecordType } from '../../../src/core/language/record';
import type { Row } from '../../../src/core/language/row';
import { records } from '../../../src/core/records/index';

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 100);

const paise = fc.oneof(fc.constantFrom(0, 1, 30, 999_99), fc.integer({ min: -MAX_PAISE, max: MAX_PAISE }));
const words = fc.oneof(
  fc.constantFrom('007', '1E5', '03-04', '=1+1', 'a"b\\c', 'माल ₹ \u{1F600}'),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
);

/** A value as the portal may send it under this column. */
function sentUnder(column: Column): fc.Arbitrary<unknown> {
  switch (column.kind) {
    case 'money':
      return paise.map((amount) => amount / 100);
    case 'choice':
      return fc.constantFrom(...column.choices.flatMap(({ code, also = [] }) => [code, ...also]));
    case 'flag':
      return fc.constantFrom('Y', 'N');
    case 'place':
      return fc.constantFrom('01', '27', '97', '77');
    case 'period':
      return fc.constantFrom('042026', '04', '122025', '?');
    default:
      return words;
  }
}

/** A record of the portal, its keys in one of the known spellings; columns may be missing, but for those that make it a record. */
function downloaded(type: RecordType): fc.Arbitrary<Raw> {
  const columns = columnNames(type).map((name) => columnOf(type, name));
  const model = Object.fromEntries(columns.map((column) => [column.key, sentUnder(column)]));
  const always = columns.filter(({ required, kind, edit }) => required || (kind === 'money' && edit === 'portal'));
  const spelled = (raw: Raw, spelling: number, shout: boolean): Raw =>
    Object.fromEntries(
      Object.entries(raw).map(([key, value]) => {
        const { aliases = [] } = columns.find((column) => column.key === key) ?? {};
        const said = [key, ...aliases][spelling % (aliases.length + 1)] ?? key;
        return [shout ? said.toUpperCase() : said, value];
      }),
    );
  const record = fc.record(model, { requiredKeys: always.map(({ key }) => key) });
  return fc.tuple(record, fc.nat(2), fc.boolean()).map((parts) => spelled(...parts));
}

const sentBack: readonly (keyof Row)[] = [
  'originalNumber',
  'originalDate',
  'supplierGstin',
  'number',
  'documentType',
  'date',
  'value',
  'place',
  'taxable',
  'igst',
  'cgst',
  'sgst',
  'cess',
  'source',
  'period',
];

const asRecord = (type: RecordType, raw: Raw): ImsRecord => ({
  id: 'IMS-1',
  type,
  raw,
  row: readRecord(type, raw).row,
  standing: 'current',
  change: '',
});

const named = records.map((type) => [type.sheet, type] as const);

test.each(named)('%s: what is sent says the same as what came, and our decision', (_sheet, type) => {
  const profile = fc.constantFrom<ProfileName>('standard', 'echo', 'snake-case', 'canonical-notes');
  fc.assert(
    fc.property(downloaded(type), profile, (raw, name) => {
      const record = asRecord(type, raw);
      const decision = decisionOf(record.row, record.row, type.itcQuestion);
      const sent = JSON.parse(JSON.stringify(uploadRecord(record, decision, profiles[name]))) as Raw;
      const { row, notes } = readRecord(type, sent);
      for (const column of sentBack) expect([column, row[column]]).toEqual([column, record.row[column]]);
      expect(row.status).toBe(record.row.status);
      expect(notes).toEqual([]);
      expect(decisionOf(row, record.row, type.itcQuestion)).toEqual(decision);
    }),
    { numRuns },
  );
});

test.each(named)(
  '%s: no key is written but those of the schema, each once, and amounts without exponent',
  (_sheet, type) => {
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(uploadSchema(records));
    fc.assert(
      fc.property(fc.array(downloaded(type), { minLength: 1, maxLength: 4 }), (raws) => {
        const entries = raws.map((raw) => {
          const record = asRecord(type, raw);
          return { record, decision: decisionOf(record.row, record.row, type.itcQuestion) };
        });
        const [part] = uploadParts('27ZZZCR1001K1Z0', entries, records, profiles.standard, partLimits);
        validate(JSON.parse(part!.text));
        expect(validate.errors ?? []).toEqual([]);
        for (const record of part!.text.split(/\n {9}\{/).slice(1)) {
          const keys = [...record.matchAll(/^ {12}"(\w+)":/gm)].map(([, key]) => key);
          expect(keys).toEqual([...new Set(keys)]);
          for (const [, amount] of record.matchAll(/^ {12}"\w+": ([^"\n]+?),?$/gm))
            expect(amount).toMatch(/^-?\d+(\.\d{1,2})?$/);
        }
      }),
      { numRuns },
    );
  },
);

test('splitting loses no record and repeats none', () => {
  const type = records[0]!;
  const limits = fc.record({ records: fc.integer({ min: 1, max: 9 }), bytes: fc.integer({ min: 1, max: 8000 }) });
  fc.assert(
    fc.property(fc.array(downloaded(type), { minLength: 1, maxLength: 20 }), limits, (raws, most) => {
      const entries = raws.map((raw, index) => {
        const record = asRecord(type, { ...raw, inum: String(index), INUM: undefined });
        return { record, decision: decisionOf({ ...record.row, status: 'Rejected' }, record.row, 'never') };
      });
      const parts = uploadParts('27ZZZCR1001K1Z0', entries, records, profiles.standard, most);
      const numbers = parts.flatMap(
        ({ text }) => (JSON.parse(text) as { invdata: { b2b: { inum: string }[] } }).invdata.b2b,
      );
      expect(numbers.map(({ inum }) => inum)).toEqual(raws.map((_raw, index) => String(index)));
      for (const { text, records: count } of parts) {
        expect(count).toBeLessThanOrEqual(most.records);
        expect(count === 1 || Buffer.byteLength(text) <= most.bytes).toBe(true);
      }
    }),
    { numRuns },
  );
});
