import { defaultSettings } from '../../../src/core/language/settings';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellRules } from '../../../src/core/engine/cells';
import { wideRules } from '../../../src/core/engine/wide-rules';
import { columnNames, columnOf, type RecordType } from '../../../src/core/language/record';
import { blankRow, userColumns, type Row } from '../../../src/core/language/row';
import { subjectOf, type RowRule } from '../../../src/core/language/rule';
import { records } from '../../../src/core/records/index';
import { findingsOn } from '../../support/test-rule';

const named = records.map((type) => [type.sheet, type] as const);
const rulesOnce = [...new Set(records.flatMap(({ rules }) => rules))];
const allRules = [...rulesOnce, ...Object.values(cellRules), ...Object.values(wideRules)];

test('the record types stand in the order of their sheets, with the portal’s section keys', () => {
  expect(records.map(({ sheet, section }) => [sheet, section])).toEqual([
    ['B2B', 'b2b'],
    ['B2BA', 'b2ba'],
    ['B2B-DN', 'b2bdn'],
    ['B2B-DNA', 'b2bdna'],
    ['B2B-CN', 'b2bcn'],
    ['B2B-CNA', 'b2bcna'],
    ['ECO', 'ecom'],
    ['ECOA', 'ecoma'],
  ]);
});

test('an amended type names the sheet of its originals', () => {
  expect(
    Object.fromEntries(records.flatMap(({ sheet, amends }) => (amends === undefined ? [] : [[sheet, amends]]))),
  ).toEqual({
    B2BA: 'B2B',
    'B2B-DNA': 'B2B-DN',
    'B2B-CNA': 'B2B-CN',
    ECOA: 'ECO',
  });
});

test('the ITC question stands as the rule book has it', () => {
  expect(Object.fromEntries(records.map(({ sheet, itcQuestion }) => [sheet, itcQuestion]))).toEqual({
    B2B: 'never',
    B2BA: 'needed-if-open',
    'B2B-DN': 'never',
    'B2B-DNA': 'needed-if-open',
    'B2B-CN': 'needed-unless-blocked',
    'B2B-CNA': 'needed-unless-blocked',
    ECO: 'never',
    ECOA: 'offered-if-open',
  });
});

describe('the specimen', () => {
  test.each(named)('of %s is clean', (_sheet, type) => {
    expect(findingsOn(type, {})).toEqual([]);
  });

  test.each(named)('of %s can be accepted, rejected and kept pending', (_sheet, type) => {
    const answer = type.itcQuestion === 'never' ? {} : { itcAnswer: 'Yes' as const };
    expect(findingsOn(type, { status: 'Accepted', ...answer })).toEqual([]);
    expect(findingsOn(type, { status: 'Rejected', remarks: 'not ours' })).toEqual([]);
    expect(findingsOn(type, { status: 'Pending', remarks: 'to be asked' })).toEqual([]);
  });

  test.each(named)('of %s fills every column of the portal and no other', (_sheet, type) => {
    const hidden = type.sheet.startsWith('ECO') ? ['documentType'] : [];
    const ours = [...userColumns, ...hidden].filter((name) => name !== 'status');
    const wanted = columnNames(type).filter((name) => !ours.includes(name));
    expect(Object.keys(type.specimen).sort()).toEqual([...wanted].sort());
  });
});

describe('a column', () => {
  test.each(named)('of %s is for the user exactly where it is one of the answers', (_sheet, type) => {
    const edited = columnNames(type).filter((name) => columnOf(type, name).edit === 'user');
    expect(edited).toEqual(userColumns.filter((name) => name in type.columns));
  });

  test.each(named)('of %s has a width, and a title over it where it is shown', (_sheet, type) => {
    for (const name of columnNames(type)) {
      const { width, group, shown } = columnOf(type, name);
      expect(width).toBeGreaterThan(0);
      expect([name, shown && group === '']).toEqual([name, false]);
    }
  });

  test.each(named)('of %s is the only one for its keys', (_sheet, type) => {
    const keys = columnNames(type).flatMap((name) => [columnOf(type, name).key, ...columnOf(type, name).aliases]);
    expect(keys).toEqual([...new Set(keys)]);
  });
});

describe('a rule', () => {
  test('has an id of its own', () => {
    const ids = allRules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(allRules.map((rule) => [rule.id, rule] as const))(
    '%s has an id in kebab-case, a source and one sentence',
    (id, rule) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.source.trim()).not.toBe('');
      expect(rule.catalogue.trim()).not.toBe('');
      expect(rule.says).toMatch(/^[A-Z{].*[^.]\.$/);
      expect(rule.says).not.toMatch(/\binvalid\b|\bplease\b|!|\.\s+[A-Z]|\s{2}/i);
      for (const other of allRules) expect(rule.says).not.toContain(other.id);
    },
  );

  test.each(named)('of %s is about columns that the type has', (_sheet, type) => {
    for (const rule of type.rules) {
      for (const name of [rule.marks, ...rule.needs, ...(rule.reads ?? [])])
        expect(Object.keys(type.columns)).toContain(name);
    }
  });

  test.each(named)('of %s fills every gap of its sentence', (_sheet, type) => {
    for (const rule of type.rules) expect([rule.id, gapsLeft(rule, type)]).toEqual([rule.id, []]);
  });
});

/** The gaps of a sentence that neither the row nor the rule's values fill. */
function gapsLeft(rule: RowRule, type: RecordType): string[] {
  const row: Row = { ...blankRow(), ...(type.specimen as Partial<Row>) };
  const facts = { changed: true, reductionTouched: false, downloaded: row, itcQuestion: type.itcQuestion };
  const values = rule.values?.(subjectOf(row, row, { ...facts, unreadable: new Set() }), {
    today: '15-05-2026',
    settings: defaultSettings,
  });
  const filled = [...Object.keys(values ?? {}), ...Object.keys(type.columns)];
  return [...rule.says.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap!).filter((gap) => !filled.includes(gap));
}

describe('every rule about a row', () => {
  const tests = readdirSync(__dirname)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(__dirname, file), 'utf8'))
    .join('\n');

  test.each(named)('of %s has a test', (_sheet, type) => {
    const untested = type.rules
      .map(({ id }) => id)
      .filter((id) => !new RegExp(`testRule\\(\\w+, '${id}', `).test(tests));
    expect(untested).toEqual([]);
  });

  test('that is tested still exists', () => {
    const ids = rulesOnce.map(({ id }) => id);
    const tested = [...tests.matchAll(/testRule\(\w+, '([^']+)', /g)].map(([, id]) => id);
    expect(tested.filter((id) => !ids.includes(id!))).toEqual([]);
  });
});

test('every rule about a cell has a test', () => {
  const tests = readFileSync(join(__dirname, '../engine/cells.test.ts'), 'utf8');
  expect(Object.keys(cellRules).filter((id) => !tests.includes(`'${id}'`))).toEqual([]);
});

test('rules that stand in a table bear the name of their place', () => {
  for (const [name, { id }] of [...Object.entries(cellRules), ...Object.entries(wideRules)]) expect(id).toBe(name);
});
