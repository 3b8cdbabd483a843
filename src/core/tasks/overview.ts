import { dayNumber, daysBetween, type Day } from '../kernel/day';
import type { Paise } from '../kernel/money';
import { gstr3bDueDate, monthOf, monthSpans, type Filer } from '../kernel/period';
import { taxOf } from '../language/row';
import type { Settings } from '../language/settings';
import type { ImsRecord } from '../engine/ledger';
import type { AnsweredRow } from './answer-row';
import { creditOf } from './credit-of';
import type { Book } from './open-book';
import { monthsOf } from './plan-sheet';

export interface SheetOverview {
  readonly sheet: string;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly pending: number;
  readonly noAction: number;
  /** without the signs of credit notes */
  readonly taxable: Paise;
  readonly tax: Paise;
  /** records that the portal does not let be kept pending */
  readonly pendingBlocked: number;
}

/** What a workbook of ours holds, as its cells say now. */
export interface Overview {
  /** false for a workbook without IMS sheets: the first import makes them */
  readonly isOurs: boolean;
  readonly gstin: string;
  /** what the user calls the recipient; blank where he does not */
  readonly name: string;
  /** `Apr–May 2026` */
  readonly periods: string;
  readonly importedAt: string;
  readonly files: readonly string[];
  readonly sheets: readonly SheetOverview[];
  /** records without an action, which count as accepted, and the tax on them; see `creditOf` for signs */
  readonly silent: {
    readonly records: number;
    readonly tax: Paise;
    /** of these, those without a partner in the books; undefined where that is not known */
    readonly notInBooks?: { readonly records: number; readonly tax: Paise };
  };
  /** the workbook keeps a purchase register */
  readonly hasBooks: boolean;
  /** it was compared, and the sheets show what came of it */
  readonly isCompared: boolean;
  /** the next day by which GSTR-3B of one of the periods is due, or the planned one */
  readonly due: { readonly day: Day; readonly inDays: number; readonly planned: boolean } | undefined;
  readonly settings: Settings;
}

const counted = { Accepted: 'accepted', Rejected: 'rejected', Pending: 'pending', 'No Action': 'noAction' } as const;

/** What a comparison with the books adds. */
interface ComparedOverview {
  /** ids of the records that have a partner in the books */
  readonly paired: ReadonlySet<string>;
  /** the sheets show it */
  readonly isShown: boolean;
}

export function overviewOf(
  book: Book,
  answered: Iterable<AnsweredRow>,
  today: Day,
  compared?: ComparedOverview,
): Overview {
  const sheets = new Map(
    book.sheets.map(({ name }) => [
      name,
      {
        sheet: name,
        records: 0,
        accepted: 0,
        rejected: 0,
        pending: 0,
        noAction: 0,
        taxable: 0,
        tax: 0,
        pendingBlocked: 0,
      },
    ]),
  );
  const silent = { records: 0, tax: 0 };
  const notInBooks = { records: 0, tax: 0 };
  for (const { sheet, record, answered: row } of answered) {
    const counts = sheets.get(sheet.name);
    // The portal has withdrawn records no more: nothing is decided about them.
    if (counts === undefined || record.standing === 'withdrawn') continue;
    const status = row.status === '' ? 'No Action' : row.status;
    counts.records += 1;
    counts[counted[status]] += 1;
    counts.taxable += record.row.taxable === '' ? 0 : record.row.taxable;
    counts.tax += taxOf(record.row);
    if (record.row.pendingBlocked === 'Y') counts.pendingBlocked += 1;
    if (status !== 'No Action') continue;
    silent.records += 1;
    const credit = creditOf(record.type, record.row);
    silent.tax += credit;
    if (compared === undefined || compared.paired.has(record.id)) continue;
    notInBooks.records += 1;
    notInBooks.tax += credit;
  }
  const { ledger, gstin, name, settings } = book;
  return {
    isOurs: true,
    gstin,
    name,
    periods: monthSpans(monthsOf(ledger.records)),
    importedAt: ledger.importedAt,
    files: ledger.files,
    sheets: [...sheets.values()],
    silent: compared === undefined ? silent : { ...silent, notInBooks },
    hasBooks: book.hasBooks,
    isCompared: compared?.isShown ?? book.isCompared,
    due: dueOf(ledger.records, settings, today),
    settings,
  };
}

function dueOf(records: readonly ImsRecord[], { filer, filingDate }: Settings, today: Day): Overview['due'] {
  const planned = filingDate !== '';
  const day = planned ? filingDate : nextDueDate(records, filer, today);
  const inDays = day === undefined ? undefined : daysBetween(today, day);
  return day === undefined || inDays === undefined ? undefined : { day, inDays, planned };
}

/** Of the due dates of the records' periods the first that is not past; else the last. */
function nextDueDate(records: readonly ImsRecord[], filer: Filer, today: Day): Day | undefined {
  const days = new Set<Day>();
  for (const { row, standing } of records) {
    const month = standing === 'withdrawn' ? undefined : monthOf(row.period, row.date);
    if (month !== undefined) days.add(gstr3bDueDate(month, filer));
  }
  const inOrder = [...days].sort((a, b) => (dayNumber(a) ?? 0) - (dayNumber(b) ?? 0));
  return inOrder.find((day) => (daysBetween(today, day) ?? -1) >= 0) ?? inOrder.at(-1);
}
