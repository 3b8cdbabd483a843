import { textOf } from '../kernel/cell';
import type { Finding } from '../kernel/finding';
import type { Day } from '../kernel/day';
import { formatRupees } from '../kernel/money';
import { isChanged } from '../language/answer';
import { cellOf } from '../language/column';
import { userColumns, type Answers, type ColumnName, type Row } from '../language/row';
import { subjectOf } from '../language/rule';
import { checkRow, findingOf } from '../engine/check';
import type { CellFault } from '../engine/cells';
import { wideRules } from '../engine/wide-rules';
import type { Book } from './open-book';
import type { ClaimedRow } from './resolve-rows';

/** A row as the user answered it: the portal's columns with the user's over them. */
export interface AnsweredRow extends ClaimedRow {
  readonly answered: Row;
  /** would be sent: differs from the download and is not withdrawn */
  readonly changed: boolean;
}

/** Checks one row by the rules about single rows. */
export function answerRow(claimed: ClaimedRow, book: Book, today: Day, findings: Finding[]): AnsweredRow {
  const { record, sheet, row, reading } = claimed;
  const { type } = record;
  const spot = { sheet: sheet.name, row: row + 1 };
  const withdrawn = record.standing === 'withdrawn';
  const differs = isChanged(reading.answers, record.row, type.itcQuestion);
  const changed = differs && !withdrawn;
  for (const fault of reading.faults) findings.push(faultFinding(fault, claimed));
  for (const name of claimed.edited) findings.push(editedFinding(claimed, name));
  const subject = subjectOf(record.row, reading.answers, {
    changed,
    reductionTouched: reductionDiffers(reading.answers, record.row),
    downloaded: record.row,
    itcQuestion: type.itcQuestion,
    unreadable: reading.unreadable,
  });
  if (withdrawn) {
    if (differs)
      findings.push(findingOf({ ...wideRules['answer-on-withdrawn-record'], marks: 'status' }, type, subject, spot));
  } else {
    checkRow(type, subject, spot, { today, settings: book.settings }, findings);
  }
  // Most rows stand as they were downloaded, and need not be in memory twice.
  const isAsDownloaded = userColumns.every((name) => subject[name] === record.row[name]);
  return {
    record,
    sheet,
    row,
    reading,
    edited: claimed.edited,
    answered: isAsDownloaded ? record.row : subject,
    changed,
  };
}

function reductionDiffers(mine: Answers, portal: Answers): boolean {
  return (
    mine.itcAnswer !== portal.itcAnswer ||
    mine.itcIgst !== portal.itcIgst ||
    mine.itcCgst !== portal.itcCgst ||
    mine.itcSgst !== portal.itcSgst ||
    mine.itcCess !== portal.itcCess
  );
}

function faultFinding({ rule, column, message }: CellFault, { record, sheet, row }: ClaimedRow): Finding {
  return {
    ...findingOf({ ...rule, marks: column }, record.type, record.row, { sheet: sheet.name, row: row + 1 }),
    message,
  };
}

function editedFinding({ record, sheet, row }: ClaimedRow, name: ColumnName): Finding {
  const column = record.type.columns[name];
  const found = textOf(sheet.cells[row]?.[sheet.columns.get(name) ?? -1] ?? '');
  const value = record.row[name];
  const original =
    column === undefined ? '' : typeof value === 'number' ? formatRupees(value) : String(cellOf(column, value));
  const values = { original: original === '' ? 'nothing' : original, found: found === '' ? 'nothing' : found };
  return findingOf(
    { ...wideRules['locked-cell-is-edited'], marks: name },
    record.type,
    record.row,
    { sheet: sheet.name, row: row + 1 },
    values,
  );
}
