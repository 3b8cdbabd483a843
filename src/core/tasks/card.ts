import { textOf } from '../kernel/cell';
import type { Finding } from '../kernel/finding';
import { inRupees, type Paise } from '../kernel/money';
import { monthName, monthOf } from '../kernel/period';
import { note as sentence } from '../kernel/sentences';
import { decisionOf, itcMayBeAnswered, itcMustBeAnswered } from '../language/answer';
import { cellOf } from '../language/column';
import { meaningOf } from '../language/portal-message';
import type { RecordType } from '../language/record';
import {
  reductionOf,
  statuses,
  taxHeads,
  taxOf,
  type Answers,
  type Row,
  type Status,
  type UserColumn,
} from '../language/row';
import { MAX_REMARKS } from '../records/rules';
import { answerRow, type AnsweredRow } from './answer-row';
import type { Around } from './decide';
import { shownColumns } from './headings';
import type { ClaimedRow } from './resolve-rows';

/** One record in plain words, as it stands in its row. */
export interface Card {
  /** of the record; rows move, records do not */
  readonly id: string;
  readonly sheet: string;
  /** from 0 */
  readonly row: number;
  /** `Credit note`, `Amended invoice` … */
  readonly kind: string;
  readonly supplierGstin: string;
  readonly supplierName: string;
  readonly number: string;
  readonly date: string;
  /** headings and values of the other columns of the portal, in the order of the sheet */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly taxable: Paise;
  readonly tax: Paise;
  readonly answers: Answers;
  /** true where what stands in the row differs from the download and would be uploaded */
  readonly changed: boolean;
  /** what the portal has on record */
  readonly onPortal: Status;
  /** the four actions and what each would mean for this record; `blocked` says why it is not offered */
  readonly actions: readonly { readonly status: Status; readonly means: string; readonly blocked?: string }[];
  /** filed or only saved, and what follows from it */
  readonly filing: { readonly state: 'filed' | 'saved' | 'unknown'; readonly text: string };
  /** what this record amends, and where that stands in the workbook */
  readonly original?: { readonly text: string; readonly place?: { readonly sheet: string; readonly row: number } };
  /** the ITC-reduction question, where the record type has it */
  readonly itc?: {
    readonly state: 'needed' | 'offered' | 'closed';
    readonly text: string;
    /** one per tax head, with the most that can be reduced */
    readonly heads: readonly { readonly column: UserColumn; readonly label: string; readonly max: Paise }[];
    /** CGST and SGST must be reduced alike */
    readonly evenHeads: boolean;
  };
  readonly remarks: { readonly state: 'open' | 'blocked' | 'not-sent'; readonly text: string; readonly limit: number };
  readonly findings: readonly Finding[];
  /** the portal's message on this record, from the error file */
  readonly portalError: string;
  /** in plain words; blank where it is not known */
  readonly portalMeaning: string;
  /** `New`, `Changed: …`, `Withdrawn: …` or blank */
  readonly change: string;
  /** not in the last download: nothing is decided about it any more */
  readonly withdrawn: boolean;
}

/** The card of a row. `originalOf` finds the record that this one amends, where it is in the workbook. */
export function cardOf(
  around: Around,
  claimed: ClaimedRow,
  originalOf: (claimed: ClaimedRow) => ClaimedRow | undefined,
): Card {
  const { record, sheet, row } = claimed;
  const { type, row: portal } = record;
  const findings: Finding[] = [];
  const answered = answerRow(claimed, around.book, around.today, findings);
  const portalErrors = sheet.tools.get('portalErrors');
  const portalError = portalErrors === undefined ? '' : textOf(sheet.cells[row]?.[portalErrors] ?? '');
  const original = originalText(claimed, originalOf(claimed));
  const itc = itcOf(type, portal);
  return {
    id: record.id,
    sheet: sheet.name,
    row,
    kind: kindOf(type),
    supplierGstin: portal.supplierGstin,
    supplierName: portal.supplierName,
    number: portal.number,
    date: portal.date,
    facts: factsOf(type, portal),
    taxable: portal.taxable === '' ? 0 : portal.taxable,
    tax: taxOf(portal),
    answers: claimed.reading.answers,
    changed: answered.changed,
    onPortal: portal.status === '' ? 'No Action' : portal.status,
    actions: statuses.map((status) => ({
      status,
      means: meaning(type, status),
      ...(status === 'Pending' && portal.pendingBlocked === 'Y' ? { blocked: sentence('pending-blocked') } : {}),
    })),
    filing: filingOf(portal),
    ...(original === undefined ? {} : { original }),
    ...(itc === undefined ? {} : { itc }),
    remarks: remarksOf(answered),
    findings: [...findings, ...around.lasting(sheet.name, row)],
    portalError,
    portalMeaning: meaningOf(portalError, type),
    change: record.change,
    withdrawn: record.standing === 'withdrawn',
  };
}

function kindOf({ kind, amends }: RecordType): string {
  return amends === undefined ? kind.charAt(0).toUpperCase() + kind.slice(1) : `Amended ${kind}`;
}

const onCard = new Set(['supplierGstin', 'supplierName', 'number', 'date', 'originalNumber', 'originalDate']);

function factsOf(type: RecordType, row: Row): Card['facts'] {
  return shownColumns(type).flatMap(({ name, column }) => {
    if (column.edit === 'user' || onCard.has(name)) return [];
    const value = row[name];
    if (value === '') return [];
    const month = name === 'period' ? monthOf(row.period, row.date) : undefined;
    const text =
      month !== undefined
        ? monthName(month)
        : typeof value === 'number'
          ? inRupees(value)
          : String(cellOf(column, value));
    return [{ label: column.label, value: text }];
  });
}

type Meanings = Record<Exclude<Status, 'No Action'>, Parameters<typeof sentence>[0]>;

const credit: Meanings = {
  Accepted: 'means-credit-accepted',
  Rejected: 'means-credit-rejected',
  Pending: 'means-credit-pending',
};
const creditNote: Meanings = {
  Accepted: 'means-note-accepted',
  Rejected: 'means-note-rejected',
  Pending: 'means-note-pending',
};
const amendment: Meanings = {
  Accepted: 'means-amendment-accepted',
  Rejected: 'means-amendment-rejected',
  Pending: 'means-amendment-pending',
};

function meaning(type: RecordType, status: Status): string {
  if (status === 'No Action') return sentence('means-no-action');
  if (type.kind === 'credit note') return sentence(creditNote[status]);
  return sentence((type.amends === undefined ? credit : amendment)[status]);
}

function filingOf({ filing }: Row): Card['filing'] {
  const said = filing.toLowerCase();
  if (said === 'filed') return { state: 'filed', text: sentence('filing-filed') };
  if (said === 'not filed') return { state: 'saved', text: sentence('filing-saved') };
  return { state: 'unknown', text: sentence('filing-unknown') };
}

function originalText({ record }: ClaimedRow, found: ClaimedRow | undefined): Card['original'] | undefined {
  const { originalNumber: number, originalDate: date } = record.row;
  if (number === '') return undefined;
  if (found === undefined) return { text: sentence('amends-elsewhere', { number, date }) };
  const { sheet, row, reading } = found;
  const status = reading.answers.status === '' ? 'No Action' : reading.answers.status;
  return {
    text: sentence('amends-here', { number, date, status, row: String(row + 1), sheet: sheet.name }),
    place: { sheet: sheet.name, row },
  };
}

function itcOf(type: RecordType, row: Row): Card['itc'] | undefined {
  if (type.itcQuestion === 'never') return undefined;
  const open = itcMayBeAnswered(type.itcQuestion, row.itcBlocked);
  const state = itcMustBeAnswered(type.itcQuestion, row.itcBlocked) ? 'needed' : open ? 'offered' : 'closed';
  const texts = { needed: 'itc-needed', offered: 'itc-offered', closed: 'itc-closed' } as const;
  return {
    state,
    text: sentence(texts[state]),
    heads: taxHeads.map((head) => ({
      column: reductionOf[head],
      label: type.columns[head]?.label ?? head,
      max: row[head] === '' ? 0 : row[head],
    })),
    evenHeads: row.cgst === row.sgst,
  };
}

function remarksOf({ record, answered }: AnsweredRow): Card['remarks'] {
  const limit = MAX_REMARKS;
  if (record.row.remarksBlocked === 'Y') return { state: 'blocked', text: sentence('remarks-blocked'), limit };
  const { action, reduction } = decisionOf(answered, record.row, record.type.itcQuestion);
  const asksItc = itcMayBeAnswered(record.type.itcQuestion, record.row.itcBlocked);
  const sent = action === 'R' || action === 'P' || reduction.kind === 'partial' || reduction.kind === 'nil';
  return sent
    ? { state: 'open', text: sentence('remarks-open'), limit }
    : { state: 'not-sent', text: sentence(asksItc ? 'remarks-not-sent-itc' : 'remarks-not-sent'), limit };
}
