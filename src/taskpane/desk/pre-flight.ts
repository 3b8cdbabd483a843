import { note as sentence } from '../../core/kernel/sentences';
import { refusalSentences } from '../../core/kernel/result';
import type { Paise } from '../../core/kernel/money';
import type { TriedReport } from '../../core/tasks/generate';
import type { Book } from '../../core/tasks/open-book';
import type { PreFlight } from '../pane-desk';
import { checkedOf } from './checked';

/** Tax on rejections above which they are confirmed by a word: a wrong rejection costs a month of credit. */
const CONFIRM_ABOVE: Paise = 5_000_000;

export function preFlightOf(report: TriedReport, book: Book, number: number): PreFlight {
  const sheets = Object.entries(report.sheets).map(([sheet, { A, R, P, N }]) => ({
    sheet,
    accepted: A,
    rejected: R,
    pending: P,
    noAction: N,
  }));
  const records = sheets.reduce((sum, counts) => sum + sumOf(counts), 0);
  return {
    number,
    checked: checkedOf(book, report.findings, undefined),
    conditions: conditionsOf(report, records, sheets),
    sheets,
    records,
    rejected: report.rejected,
    mustConfirm: report.rejected.tax > CONFIRM_ABOVE,
    files: report.files,
  };
}

type SheetCounts = PreFlight['sheets'][number];

function sumOf({ accepted, rejected, pending, noAction }: SheetCounts): number {
  return accepted + rejected + pending + noAction;
}

function conditionsOf(
  { recipient, errors, warnings, files }: TriedReport,
  records: number,
  sheets: readonly SheetCounts[],
): PreFlight['conditions'] {
  const conditions: PreFlight['conditions'][number][] = [
    recipient.ok
      ? { text: sentence('ready-gstin', { gstin: recipient.value }), state: 'passed' }
      : { text: refusalSentences(recipient.refusal), state: 'failed' },
    errors === 0
      ? { text: sentence('ready-no-errors'), state: 'passed' }
      : { text: sentence('ready-errors', { errors }), state: 'failed' },
    records > 0
      ? { text: sentence('ready-changed', { records }), state: 'passed' }
      : { text: sentence('ready-unchanged'), state: 'failed' },
  ];
  if (warnings > 0) conditions.push({ text: sentence('ready-warnings', { warnings }), state: 'look' });
  if (files.length > 1) conditions.push({ text: sentence('ready-parts', { parts: files.length }), state: 'look' });
  if (sheets.some(({ noAction }) => noAction > 0)) {
    conditions.push({ text: sentence('no-action-untested'), state: 'look' });
  }
  return conditions;
}
