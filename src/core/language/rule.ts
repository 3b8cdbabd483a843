import type { Severity } from '../kernel/finding';
import type { Day } from '../kernel/day';
import type { Values } from '../kernel/fill';
import type { Settings } from './settings';
import type { Answers, ColumnName, ItcQuestion, Row } from './row';

/** What a row rule sees: the portal's columns and the user's answers of one record. */
export interface Subject extends Row {
  /** the answers differ from the download, so that this row would be sent */
  readonly changed: boolean;
  /** the ITC answer or one of its amounts is not as downloaded, sent or not */
  readonly reductionTouched: boolean;
  /** the answers as the portal gave them */
  readonly downloaded: Readonly<Pick<Row, 'remarks'>>;
  readonly itcQuestion: ItcQuestion;
  /** columns whose cell could not be read; rules that need one of them stay silent */
  readonly unreadable: ReadonlySet<ColumnName>;
}

/** The subject of a row. One object with all fields at once: a workbook has hundreds of thousands of them. */
export function subjectOf(row: Row, answers: Answers, facts: Omit<Subject, keyof Row>): Subject {
  return {
    originalNumber: row.originalNumber,
    originalDate: row.originalDate,
    supplierGstin: row.supplierGstin,
    supplierName: row.supplierName,
    number: row.number,
    documentType: row.documentType,
    date: row.date,
    value: row.value,
    status: answers.status,
    place: row.place,
    taxable: row.taxable,
    igst: row.igst,
    cgst: row.cgst,
    sgst: row.sgst,
    cess: row.cess,
    itcAnswer: answers.itcAnswer,
    itcIgst: answers.itcIgst,
    itcCgst: answers.itcCgst,
    itcSgst: answers.itcSgst,
    itcCess: answers.itcCess,
    remarks: answers.remarks,
    source: row.source,
    period: row.period,
    filing: row.filing,
    pendingBlocked: row.pendingBlocked,
    remarksBlocked: row.remarksBlocked,
    itcBlocked: row.itcBlocked,
    changed: facts.changed,
    reductionTouched: facts.reductionTouched,
    downloaded: facts.downloaded,
    itcQuestion: facts.itcQuestion,
    unreadable: facts.unreadable,
  };
}

/** What a rule may know besides the row. */
export interface Surroundings {
  readonly today: Day;
  readonly settings: Settings;
}

/** A rule about one row. */
export interface RowRule {
  /** the thing and its state; stable for ever, never reused */
  readonly id: string;
  /** the entry in the catalogue of the rule book, 3.13 */
  readonly catalogue: string;
  readonly severity: Severity;
  /** columns that must be filled and readable, else the rule stays silent */
  readonly needs: readonly ColumnName[];
  /** columns it looks at although they may be blank; with `needs` they tell which edit wakes the rule */
  readonly reads?: readonly ColumnName[];
  /** the column to mend */
  readonly marks: ColumnName;
  /** the good case */
  readonly holds: (row: Subject, around: Surroundings) => boolean;
  /** one sentence: what is wrong and the way out; `{column}` is filled from the row, the rest from `values` */
  readonly says: string;
  readonly values?: (row: Subject, around: Surroundings) => Values;
  readonly source: string;
}

/** A rule about rows together, or about the workbook; its logic is a function of the engine that bears its id. */
export interface WideRule {
  readonly id: string;
  readonly catalogue: string;
  readonly severity: Severity;
  readonly says: string;
  readonly source: string;
}
