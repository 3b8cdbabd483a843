import { defaultSettings } from '../../../src/core/language/settings';
import { checkRow, findingOf } from '../../../src/core/engine/check';
import type { Finding } from '../../../src/core/kernel/finding';
import type { RecordType } from '../../../src/core/language/record';
import { blankRow, type ColumnName, type Row } from '../../../src/core/language/row';
import { subjectOf, type RowRule } from '../../../src/core/language/rule';
import { b2b } from '../../../src/core/records/b2b';
import { b2bCn } from '../../../src/core/records/b2b-cn';
import { eco } from '../../../src/core/records/eco';
import { findingsOn } from '../../support/test-rule';

const rule = (said: Partial<RowRule>): RowRule => ({
  id: 'number-is-odd',
  catalogue: 'house',
  severity: 'error',
  needs: [],
  marks: 'number',
  holds: () => false,
  says: 'The number {number} is odd: look again.',
  source: 'house rule',
  ...said,
});

function check(said: Partial<RowRule>, changes: Partial<Row> = {}, unreadable: ColumnName[] = []): Finding[] {
  const type: RecordType = { ...b2b, rules: [rule(said)] };
  const row: Row = { ...blankRow(), ...(b2b.specimen as Partial<Row>), ...changes };
  const facts = { changed: false, reductionTouched: false, downloaded: row, itcQuestion: type.itcQuestion };
  const findings: Finding[] = [];
  const subject = subjectOf(row, row, { ...facts, unreadable: new Set(unreadable) });
  checkRow(type, subject, { sheet: 'B2B (2)', row: 12 }, { today: '15-05-2026', settings: defaultSettings }, findings);
  return findings;
}

test('a finding names rule, place, document and sentence', () => {
  expect(check({})).toEqual([
    {
      rule: 'number-is-odd',
      severity: 'error',
      sheet: 'B2B (2)',
      row: 12,
      column: 'Document number',
      document: { gstin: '27AAPFU0939F1ZV', number: 'AST/26-27/0012', date: '19-04-2026' },
      message: 'The number AST/26-27/0012 is odd: look again.',
    },
  ]);
});

test('a rule that holds finds nothing', () => {
  expect(check({ holds: () => true })).toEqual([]);
});

test('a rule knows the day', () => {
  expect(check({ holds: (_row, { today }) => today === '15-05-2026' })).toEqual([]);
});

describe('a rule stays silent', () => {
  test('while a cell that it needs is blank', () => {
    expect(check({ needs: ['remarks'] })).toEqual([]);
  });

  test('while a cell that it needs cannot be read', () => {
    expect(check({ needs: ['status'] }, {}, ['status'])).toEqual([]);
  });

  test('while a cell that it reads cannot be read', () => {
    expect(check({ reads: ['remarks'] }, {}, ['remarks'])).toEqual([]);
  });

  test('where the record type has no column that it needs', () => {
    expect(check({ needs: ['itcAnswer'] }, { itcAnswer: 'Yes' })).toEqual([]);
  });
});

test('a rule speaks although a cell that it reads is blank', () => {
  expect(check({ reads: ['remarks'] })).toHaveLength(1);
});

test('a rule speaks although a cell that it does not look at cannot be read', () => {
  expect(check({ needs: ['status'] }, {}, ['remarks'])).toHaveLength(1);
});

test('0 is not blank', () => {
  expect(check({ needs: ['igst'] }, { igst: 0 })).toHaveLength(1);
});

describe('a sentence', () => {
  test('shows values as the sheet does', () => {
    const [finding] = check({ says: '{place}, {value}, {status}.' });
    expect(finding?.message).toBe('27-Maharashtra, 11800, No Action.');
  });

  test('takes the rule’s own values before the row’s', () => {
    const [finding] = check({ says: '{number} {more}.', values: () => ({ number: 'seven', more: 8 }) });
    expect(finding?.message).toBe('seven 8.');
  });

  test('does not fill braces that a value brings', () => {
    const [finding] = check({}, { number: '{status}' });
    expect(finding?.message).toBe('The number {status} is odd: look again.');
  });
});

describe('a rule that throws becomes a finding that names it', () => {
  const broken = (): never => {
    throw new Error('no such day');
  };

  test.each<[string, Partial<RowRule>]>([
    ['while checking', { holds: broken }],
    ['while speaking', { values: broken }],
  ])('%s', (_name, said) => {
    expect(check(said)).toEqual([
      expect.objectContaining({
        rule: 'rule-failed',
        severity: 'error',
        row: 12,
        column: 'Document number',
        message: 'The check number-is-odd could not be done (no such day): report this.',
      }),
    ]);
  });
});

test('several rules find in their order', () => {
  const type: RecordType = {
    ...b2bCn,
    rules: [rule({ id: 'one' }), rule({ id: 'two', holds: () => true }), rule({ id: 'three' })],
  };
  expect(findingsOn(type, {}).map((finding) => finding.rule)).toEqual(['one', 'three']);
});

describe('a finding', () => {
  const row = { ...blankRow(), ...(eco.specimen as Partial<Row>) };
  const spot = { sheet: 'ECO', row: null };

  test('of a whole row has no column', () => {
    expect(findingOf({ id: 'row-is-odd', severity: 'warning', says: 'Odd.' }, eco, row, spot)).toMatchObject({
      row: null,
      column: null,
    });
  });

  test('about a column that the sheet does not show has none either', () => {
    expect(findingOf(rule({ marks: 'documentType' }), eco, row, spot).column).toBeNull();
  });

  test('about a column that the type does not have is a bug', () => {
    expect(() => findingOf(rule({ marks: 'itcAnswer' }), eco, row, spot)).toThrow('ECO has no column itcAnswer');
  });
});
