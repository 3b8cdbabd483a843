import type { Cell } from '../../src/core/kernel/cell';
import type { Finding, Severity } from '../../src/core/kernel/finding';
import { readAnswers } from '../../src/core/engine/cells';
import { checkRow } from '../../src/core/engine/check';
import { isChanged } from '../../src/core/language/answer';
import { cellOf } from '../../src/core/language/column';
import { columnOf, type RecordType } from '../../src/core/language/record';
import {
  blankRow,
  userColumns,
  type Answers,
  type ColumnName,
  type Row,
  type UserColumn,
} from '../../src/core/language/row';
import { subjectOf } from '../../src/core/language/rule';
import { defaultSettings, type Settings } from '../../src/core/language/settings';

/**
 * Cells that differ from the specimen, in our words: amounts in paise. The user's columns are what the user answers,
 * the others are what the portal sent.
 */
export interface Changes extends Partial<Row> {
  /** what the download already said in the user's columns */
  readonly portal?: Partial<Answers>;
  /** cells of the user as typed, where they differ from what a value would show */
  readonly typed?: Partial<Record<UserColumn, Cell>>;
  readonly settings?: Partial<Settings>;
}

/** A month after the specimens' own, so that no last date is near. */
const TODAY = '15-05-2026';

/** The findings of all rules of a record type on its specimen with these changes. */
export function findingsOn(
  type: RecordType,
  { portal, typed, settings, ...changes }: Changes,
  today = TODAY,
): Finding[] {
  const mine = (name: string): boolean => (userColumns as readonly string[]).includes(name);
  const said = Object.entries(changes);
  for (const [name] of [...said, ...Object.entries({ ...portal, ...typed })]) columnOf(type, name as ColumnName);
  const sent: Row = {
    ...blankRow(),
    ...(type.specimen as Partial<Row>),
    ...Object.fromEntries(said.filter(([name]) => !mine(name))),
    ...portal,
  };
  const answered: Row = { ...sent, ...Object.fromEntries(said.filter(([name]) => mine(name))) };
  const { answers, unreadable } = readAnswers(
    type,
    (name) => typed?.[name] ?? cellOf(columnOf(type, name), answered[name]),
  );
  const reductionTouched = (['itcAnswer', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess'] as const).some(
    (name) => answers[name] !== sent[name],
  );
  const subject = subjectOf(sent, answers, {
    changed: isChanged(answers, sent, type.itcQuestion),
    reductionTouched,
    downloaded: sent,
    itcQuestion: type.itcQuestion,
    unreadable,
  });
  const findings: Finding[] = [];
  checkRow(
    type,
    subject,
    { sheet: type.sheet, row: 7 },
    { today, settings: { ...defaultSettings, ...settings } },
    findings,
  );
  return findings;
}

export interface RuleCases {
  readonly severity: Severity;
  /** heading of the cell to mend */
  readonly marks: string;
  readonly today?: string;
  readonly passes: readonly (readonly [name: string, changes: Changes, today?: string])[];
  /** `also` names the other rules that find something here; a finding that is not named fails the test */
  readonly fails: readonly (readonly [
    name: string,
    changes: Changes,
    sentence: string,
    more?: { also?: readonly string[]; today?: string },
  ])[];
}

/** Tests one rule of a record type: which rows it lets pass, and what it says, word for word, about the others. */
export function testRule(type: RecordType, id: string, { severity, marks, today, passes, fails }: RuleCases): void {
  describe(`${type.sheet}: ${id}`, () => {
    for (const [name, changes, day] of passes) {
      test(`passes ${name}`, () => {
        expect(type.rules.map((rule) => rule.id)).toContain(id);
        expect(findingsOn(type, changes, day ?? today).map(({ rule }) => rule)).not.toContain(id);
      });
    }

    for (const [name, changes, sentence, more] of fails) {
      test(`finds ${name}`, () => {
        const findings = findingsOn(type, changes, more?.today ?? today);
        expect(findings.filter(({ rule }) => rule === id)).toEqual([
          expect.objectContaining({ severity, sheet: type.sheet, row: 7, column: marks, message: sentence }),
        ]);
        expect(findings.map(({ rule }) => rule).sort()).toEqual([id, ...(more?.also ?? [])].sort());
      });
    }
  });
}
