import { dayNumber, daysBetween, GST_BEGAN, type Day } from '../kernel/day';
import { isGstin } from '../kernel/gstin';
import { inRupees, MAX_PAISE, type Paise } from '../kernel/money';
import { creditLimit, gstr3bDueDate, monthOf, nextReturn, returnName, type Filer } from '../kernel/period';
import { isStateCode } from '../kernel/states';
import { reductionOf, taxHeads, taxOf, type ItcQuestion, type Row, type TaxHead } from '../language/row';
import type { RowRule, Subject, Surroundings } from '../language/rule';
import {
  hasReductionAmounts,
  itcMayBeAnswered,
  itcMustBeAnswered,
  reductionSaid,
  tidyRemarks,
} from '../language/answer';

/** Portal's limit for remarks [rule book 3.3]. */
export const MAX_REMARKS = 250;

/** Days before a last date from which it is called near (house rule). */
const NEAR_DUE_DATE = 7;
const NEAR_CREDIT_LIMIT = 30;

/** Difference of tax within one document that is still taken for rounding per line [rule book 3.12]. */
const ROUNDING: Paise = 100;

/** Rates of tax in hundredths of a per cent [rule book 3.12]; 40 % since September 2025. */
const RATES = [0, 10, 25, 100, 150, 300, 500, 600, 750, 1200, 1800, 2800, 4000];

const DOCUMENT_NUMBER = /^[A-Za-z0-9][A-Za-z0-9/-]{0,15}$/;

/** Characters outside the recommended ones for remarks [rule book 3.3]. */
const UNUSUAL = /[^\x20-\x7E]|[<>"\\]/u;

/** Rules for every record type; those about an answer look only at rows whose answer would be sent. */
export const everyRecord: readonly RowRule[] = [
  {
    id: 'pending-is-blocked',
    catalogue: 'V02',
    severity: 'error',
    needs: ['status', 'pendingBlocked'],
    marks: 'status',
    holds: ({ changed, status, pendingBlocked }) => !(changed && status === 'Pending' && pendingBlocked === 'Y'),
    says: 'Pending is not allowed for this record because the portal blocks it: choose Accepted, Rejected or No Action.',
    source: 'rule book 3.2 and 3.13 V02: ispendactblocked, IMS Offline Utility v1.1',
  },
  {
    id: 'pending-can-stay-no-longer',
    catalogue: 'V02',
    severity: 'warning',
    needs: ['status', 'pendingBlocked'],
    marks: 'status',
    holds: ({ changed, status, pendingBlocked }) => !(!changed && status === 'Pending' && pendingBlocked === 'Y'),
    says: 'The portal no longer allows Pending for this record: accept or reject it, or it counts as accepted.',
    source: 'rule book 3.2: after the last date Pending is disabled (advisory 624 of 23-09-2025)',
  },
  {
    id: 'remarks-too-long',
    catalogue: 'V03',
    severity: 'error',
    needs: ['remarks'],
    marks: 'remarks',
    holds: ({ remarks, downloaded }) => remarks === downloaded.remarks || tidyRemarks(remarks).length <= MAX_REMARKS,
    says: 'The remarks have {length} characters, {over} more than the {limit} that the portal takes: shorten them.',
    values: ({ remarks }) => ({
      length: tidyRemarks(remarks).length,
      over: tidyRemarks(remarks).length - MAX_REMARKS,
      limit: MAX_REMARKS,
    }),
    source: 'rule book 3.3 and 3.13 V03: 250 characters, IMS Offline Utility v1.1',
  },
  {
    id: 'remarks-are-blocked',
    catalogue: 'V03',
    severity: 'error',
    needs: ['remarks', 'remarksBlocked'],
    marks: 'remarks',
    holds: (row) => row.remarksBlocked !== 'Y' || saysAsDownloaded(row),
    says: 'The portal takes no remarks for this record: clear the cell.',
    source: 'rule book 3.3 and 3.13 V03: isRemarksBlocked',
  },
  {
    id: 'remarks-have-unusual-characters',
    catalogue: 'V03',
    severity: 'warning',
    needs: ['remarks'],
    marks: 'remarks',
    holds: (row) => saysAsDownloaded(row) || !UNUSUAL.test(tidyRemarks(row.remarks)),
    says: 'The remarks have characters that the portal may not take ({characters}): use plain letters, digits and punctuation.',
    values: ({ remarks }) => ({
      characters: [...new Set(tidyRemarks(remarks).match(new RegExp(UNUSUAL, 'gu')) ?? [])].join(' '),
    }),
    source: 'rule book 3.3: allowed characters unknown, printable ASCII recommended',
  },
  {
    id: 'gstin-fails-check-digit',
    catalogue: 'V09',
    severity: 'warning',
    needs: ['supplierGstin'],
    marks: 'supplierGstin',
    holds: ({ supplierGstin }) => isGstin(supplierGstin),
    says: '{supplierGstin} has a wrong check digit, yet the portal sent it: it will be uploaded as it came.',
    source: 'rule book 3.8 and 3.13 V09',
  },
  {
    id: 'document-number-is-unusual',
    catalogue: 'V09',
    severity: 'warning',
    needs: ['number'],
    marks: 'number',
    holds: ({ number }) => DOCUMENT_NUMBER.test(number),
    says: 'The document number {number} is not of the kind rule 46(b) allows (up to 16 letters, digits, - or /): check it with the document.',
    source: 'rule book 3.9 and 3.13 V09: CGST Rule 46(b)',
  },
  {
    id: 'document-date-is-unlikely',
    catalogue: 'V09',
    severity: 'warning',
    needs: ['date'],
    marks: 'date',
    holds: ({ date }, { today }) => {
      const day = dayNumber(date);
      return day !== undefined && day >= (dayNumber(GST_BEGAN) ?? 0) && day <= (dayNumber(today) ?? Infinity);
    },
    says: 'The document date {date} is not between 01-07-2017 and today: check it with the document.',
    source: 'rule book 3.9 and 3.13 V09',
  },
  {
    id: 'period-is-unreadable',
    catalogue: 'V09',
    severity: 'warning',
    needs: ['period'],
    marks: 'period',
    holds: ({ period }) => /^(0[1-9]|1[0-2])(\d{4})?$/.test(period),
    says: 'The source return period {period} is not a month as MMYYYY: it will be uploaded as it came.',
    source: 'rule book 3.9 and 7 no. 1',
  },
  {
    id: 'place-of-supply-is-unknown',
    catalogue: 'V09',
    severity: 'warning',
    needs: ['place'],
    marks: 'place',
    holds: ({ place }) => isStateCode(place),
    says: 'The place of supply {place} is not a state code: it will be uploaded as it came.',
    source: 'rule book 3.11',
  },
  {
    id: 'accepted-but-not-filed',
    catalogue: 'V11',
    severity: 'warning',
    needs: ['status', 'filing'],
    marks: 'status',
    holds: ({ changed, status, filing }) => !(changed && status === 'Accepted' && filing === 'Not Filed'),
    says: 'The supplier has only saved this document, not filed it: it enters GSTR-2B once filed, and your action is lost if the supplier edits it first.',
    source: 'rule book 3.6 and 3.13 V11 (FAQ of 22-09-2024)',
  },
  {
    id: 'pending-nears-last-date',
    catalogue: 'V12',
    severity: 'warning',
    needs: ['status', 'period', 'date'],
    reads: ['pendingBlocked'],
    marks: 'status',
    holds: (row, { today, settings: { filer } }) => {
      if (!mayStayPending(row)) return true;
      const last = pendingUntil(row.itcQuestion, row, filer);
      const left = last === undefined ? undefined : daysBetween(today, last.day);
      return last === undefined || left === undefined || left > last.near || left < 0;
    },
    says: 'Pending is possible until {day} ({why}): decide before that date.',
    values: lastDateValues,
    source: 'rule book 3.2, 3.10 and 3.13 V12: one tax period for specified records, section 16(4) for the others',
  },
  {
    id: 'pending-is-past-last-date',
    catalogue: 'V12',
    severity: 'warning',
    needs: ['status', 'period', 'date'],
    reads: ['pendingBlocked'],
    marks: 'status',
    holds: (row, around) => !mayStayPending(row) || pendingEnded(row.itcQuestion, row, around) === undefined,
    says: 'The last date for Pending was {day} ({why}): accept or reject it, or it counts as accepted.',
    values: lastDateValues,
    source: 'rule book 3.2, 3.10 and 3.13 V12: after the last date Pending is disabled, silence is acceptance',
  },
  {
    id: 'tax-heads-against-place',
    catalogue: '3.12 no. 1',
    severity: 'warning',
    needs: ['supplierGstin', 'place', 'igst', 'cgst', 'sgst'],
    reads: ['documentType'],
    marks: 'place',
    holds: (row) => {
      if (row.documentType.startsWith('SEZ') || row.igst === '' || row.cgst === '' || row.sgst === '') return true;
      return row.supplierGstin.slice(0, 2) === row.place
        ? row.igst === 0 && Math.abs(row.cgst - row.sgst) <= 1
        : row.cgst === 0 && row.sgst === 0;
    },
    says: 'Supplier state {state} and place of supply {place} do not go with these tax heads (same state: equal CGST and SGST, else IGST): check with the document.',
    values: ({ supplierGstin }) => ({ state: supplierGstin.slice(0, 2) }),
    source: 'rule book 3.12 no. 1: IGST Act sections 7, 8',
  },
  {
    id: 'sez-tax-heads',
    catalogue: '3.12 no. 2',
    severity: 'warning',
    needs: ['documentType', 'igst', 'cgst', 'sgst'],
    marks: 'documentType',
    holds: ({ documentType, igst, cgst, sgst }) =>
      documentType === 'SEZ supplies with payment'
        ? cgst === 0 && sgst === 0
        : documentType !== 'SEZ supplies without payment' || (igst === 0 && cgst === 0 && sgst === 0),
    says: '{documentType} does not go with these tax heads (with payment: IGST only, without: no tax): check with the document.',
    source: 'rule book 3.12 no. 2: IGST Act section 16',
  },
  {
    id: 'both-igst-and-cgst',
    catalogue: '3.12 no. 3',
    severity: 'warning',
    needs: ['igst', 'cgst', 'sgst'],
    marks: 'igst',
    holds: ({ igst, cgst, sgst }) => igst === 0 || (cgst === 0 && sgst === 0),
    says: 'The document has IGST and also CGST or SGST: check with the document.',
    source: 'rule book 3.12 no. 3',
  },
  {
    id: 'amount-is-negative',
    catalogue: '3.12 no. 5',
    severity: 'warning',
    needs: [],
    reads: ['value', 'taxable', 'igst', 'cgst', 'sgst', 'cess'],
    marks: 'value',
    holds: (row) =>
      !(
        below0(row.value) ||
        below0(row.taxable) ||
        below0(row.igst) ||
        below0(row.cgst) ||
        below0(row.sgst) ||
        below0(row.cess)
      ),
    says: 'An amount is negative, while the portal reports amounts (also of credit notes) as positive: it will be uploaded as it came.',
    source: 'rule book 3.12 no. 5',
  },
  {
    id: 'value-is-not-the-sum',
    catalogue: '3.12 no. 4',
    severity: 'warning',
    needs: ['status', 'value', 'taxable'],
    reads: ['igst', 'cgst', 'sgst', 'cess'],
    marks: 'value',
    holds: (row, { settings }) =>
      !(row.changed && row.status === 'Accepted') || Math.abs(excess(row)) <= settings.tolerance,
    says: 'The document value differs from taxable value plus tax by {difference}: compare with the document before accepting.',
    values: (row) => ({ difference: inRupees(Math.abs(excess(row))) }),
    source: 'rule book 3.12 no. 4: rounding, TCS and reverse charge make it legal, so only on Accepted',
  },
  {
    id: 'tax-rate-is-unusual',
    catalogue: '3.12 no. 6',
    severity: 'warning',
    needs: ['status', 'taxable'],
    reads: ['igst', 'cgst', 'sgst'],
    marks: 'taxable',
    holds: (row) => !(row.changed && row.status === 'Accepted') || isUsualRate(row),
    says: 'The tax is {rate} % of the taxable value, which is not a GST rate: compare with the document before accepting.',
    values: (row) => ({ rate: (((taxOf(row) - amount(row.cess)) / (amount(row.taxable) || 1)) * 100).toFixed(2) }),
    source: 'rule book 3.12 no. 6: several rates in one document make it legal, so only on Accepted',
  },
];

/** Rules about "Whether ITC to be reduced" [rule book 3.4]; only for types that have the question. */
export const itcAnswer: readonly RowRule[] = [
  {
    id: 'itc-answer-is-missing',
    catalogue: 'V04',
    severity: 'error',
    needs: ['status'],
    reads: ['itcAnswer', 'itcBlocked'],
    marks: 'itcAnswer',
    holds: (row) =>
      !(
        row.changed &&
        row.status === 'Accepted' &&
        row.itcAnswer === '' &&
        itcMustBeAnswered(row.itcQuestion, row.itcBlocked)
      ),
    says: 'Accepting this record needs an answer whether ITC is to be reduced: choose Yes (full, or with amounts for a part) or No.',
    source: 'rule book 3.4 and 3.13 V04: the portal refuses it with IMSSAV0054',
  },
  {
    id: 'itc-answer-without-accept',
    catalogue: 'V05',
    severity: 'error',
    needs: ['status'],
    reads: ['itcAnswer', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess'],
    marks: 'itcAnswer',
    holds: (row) =>
      row.status === 'Accepted' ||
      !(row.changed || row.reductionTouched) ||
      (row.itcAnswer === '' && !hasReductionAmounts(row)),
    says: 'ITC is reduced only on Accepted, and the status is {status}: clear the ITC answer and its amounts.',
    source: 'rule book 3.4 and 3.13 V05',
  },
  {
    id: 'itc-answer-is-not-asked',
    catalogue: 'V05',
    severity: 'error',
    needs: ['status'],
    reads: ['itcAnswer', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess', 'itcBlocked'],
    marks: 'itcAnswer',
    holds: (row) =>
      row.status !== 'Accepted' ||
      itcMayBeAnswered(row.itcQuestion, row.itcBlocked) ||
      !(row.changed || row.reductionTouched) ||
      (row.itcAnswer === '' && !hasReductionAmounts(row)),
    says: 'The portal does not ask about ITC reduction for this record: clear the ITC answer and its amounts.',
    source: 'rule book 3.4 and 3.13 V05: itcRedReqBlocked',
  },
  {
    id: 'no-reduction-has-amounts',
    catalogue: 'V05',
    severity: 'error',
    needs: ['itcAnswer'],
    reads: ['status', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess'],
    marks: 'itcAnswer',
    holds: (row) => !(isReducing(row) && row.itcAnswer === 'No' && hasReductionAmounts(row)),
    says: 'The answer is No, so nothing is reduced, yet there are amounts: clear them or answer Yes.',
    source: 'rule book 3.4 and 3.13 V05',
  },
  {
    id: 'amounts-without-answer',
    catalogue: 'V05',
    severity: 'error',
    needs: ['status'],
    reads: ['itcAnswer', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess', 'itcBlocked'],
    marks: 'itcAnswer',
    holds: (row) =>
      !(isReducing(row) && row.itcAnswer === '' && hasReductionAmounts(row)) ||
      (row.changed && itcMustBeAnswered(row.itcQuestion, row.itcBlocked)),
    says: 'There are amounts to be reduced without an answer: choose Yes, or clear the amounts.',
    source: 'rule book 3.4 and 3.13 V05',
  },
  ...taxHeads.flatMap((head) => reductionBounds(head)),
  {
    id: 'reduction-cgst-differs-from-sgst',
    catalogue: 'V06',
    severity: 'error',
    needs: ['itcAnswer', 'cgst', 'sgst'],
    reads: ['status', 'itcCgst', 'itcSgst'],
    marks: 'itcSgst',
    holds: (row) => !(isAnswering(row) && row.cgst === row.sgst) || amount(row.itcCgst) === amount(row.itcSgst),
    says: 'CGST and SGST to be reduced differ ({cgst} and {sgst}), while the document has them equal: enter the same amount in both.',
    values: (row) => ({ cgst: inRupees(amount(row.itcCgst)), sgst: inRupees(amount(row.itcSgst)) }),
    source: 'rule book 3.4 and 3.13 V06, open question 26',
  },
  {
    id: 'reduction-of-uneven-cgst-and-sgst',
    catalogue: 'V06',
    severity: 'warning',
    needs: ['itcAnswer', 'cgst', 'sgst'],
    reads: ['status', 'itcCgst', 'itcSgst'],
    marks: 'itcSgst',
    holds: (row) => !(isAnswering(row) && row.cgst !== row.sgst) || amount(row.itcCgst) === amount(row.itcSgst),
    says: 'CGST and SGST to be reduced differ ({cgst} and {sgst}): the portal may refuse that.',
    values: (row) => ({ cgst: inRupees(amount(row.itcCgst)), sgst: inRupees(amount(row.itcSgst)) }),
    source: 'rule book 3.4, open question 26: warning where the document itself has them unequal',
  },
  {
    id: 'remarks-must-explain-reduction',
    catalogue: 'V07',
    severity: 'error',
    needs: ['itcAnswer'],
    reads: ['status', 'remarks', 'remarksBlocked', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess'],
    marks: 'remarks',
    holds: (row) => !isPartialOrNil(row) || row.remarksBlocked === 'Y' || tidyRemarks(row.remarks) !== '',
    says: 'Accepting with a partial or no reduction needs remarks: say why, for example "ITC availed earlier only in part".',
    source: 'rule book 3.3 and 3.13 V07 (FAQ of 17-10-2025)',
  },
  {
    id: 'remarks-cannot-explain-reduction',
    catalogue: 'V07',
    severity: 'warning',
    needs: ['itcAnswer', 'remarksBlocked'],
    reads: ['status', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess'],
    marks: 'itcAnswer',
    holds: (row) => !(isPartialOrNil(row) && row.remarksBlocked === 'Y'),
    says: 'A partial or no reduction should be explained, but the portal takes no remarks for this record: it will be sent without.',
    source: 'rule book 3.4, last line, and 3.13 V07',
  },
  {
    id: 'reduction-is-all-zero',
    catalogue: 'V08',
    severity: 'error',
    needs: ['itcAnswer'],
    reads: ['status', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess'],
    marks: 'itcAnswer',
    holds: (row) => {
      const said = isAnswering(row) ? reductionSaid(row) : undefined;
      return said?.kind !== 'partial' || taxHeads.some((head) => said.heads[head] !== 0);
    },
    says: 'The answer is Yes and all amounts are 0: answer No for no reduction, or clear the amounts for a full one.',
    source: 'rule book 3.4 and 3.13 V08',
  },
];

function reductionBounds(head: TaxHead): RowRule[] {
  const column = reductionOf[head];
  const shared = {
    catalogue: 'V06',
    severity: 'error',
    needs: [column],
    reads: ['status', 'itcAnswer', head],
    marks: column,
    source: 'rule book 3.4 and 3.13 V06: between 0 and the tax of the head',
  } as const;
  return [
    {
      ...shared,
      id: `reduction-of-${head}-is-negative`,
      holds: (row) => !isAnswering(row) || !below0(row[column]),
      says: 'The amount to be reduced is negative ({amount}): enter it without the sign.',
      values: (row) => ({ amount: inRupees(amount(row[column])) }),
    },
    {
      ...shared,
      id: `reduction-of-${head}-exceeds-tax`,
      holds: (row) => !isAnswering(row) || amount(row[column]) <= amount(row[head]),
      says: `The reduction of {amount} is more than the ${head === 'cess' ? 'cess' : head.toUpperCase()} of the document ({tax}): enter {tax} or less.`,
      values: (row) => ({ amount: inRupees(amount(row[column])), tax: inRupees(amount(row[head])) }),
    },
  ];
}

/** The answer would be sent with this row. */
function isAnswering(row: Subject): boolean {
  return row.changed && isReducing(row);
}

/** The user said something about the reduction where the question is open, also what would not be sent. */
function isReducing(row: Subject): boolean {
  return (
    (row.changed || row.reductionTouched) &&
    row.status === 'Accepted' &&
    itcMayBeAnswered(row.itcQuestion, row.itcBlocked)
  );
}

/** The remarks of the portal, but for blanks and line breaks that a cell loses. */
function saysAsDownloaded({ remarks, downloaded }: Subject): boolean {
  return tidyRemarks(remarks) === tidyRemarks(downloaded.remarks);
}

/** A blocked Pending has its own finding; a last date beside it would say that it is possible. */
function mayStayPending({ status, pendingBlocked }: Subject): boolean {
  return status === 'Pending' && pendingBlocked !== 'Y';
}

function isPartialOrNil(row: Subject): boolean {
  if (!isAnswering(row)) return false;
  const { kind } = reductionSaid(row);
  return kind === 'partial' || kind === 'nil';
}

/** Warnings that say of an answer itself that it should be another; the rest tell of the document or of the time left. */
export const doubtsOfAnswer: ReadonlySet<string> = new Set([
  'pending-is-past-last-date',
  'reduction-of-uneven-cgst-and-sgst',
  'remarks-cannot-explain-reduction',
]);

export interface LastDate {
  readonly day: Day;
  /** so many days before it is near */
  readonly near: number;
  readonly why: string;
}

type PendingFacts = Pick<Row, 'itcBlocked' | 'period' | 'date'>;

/** The last date for Pending where it has passed: the record may not be kept pending any more. */
export function pendingEnded(
  question: ItcQuestion,
  row: PendingFacts,
  { today, settings }: Surroundings,
): LastDate | undefined {
  const last = pendingUntil(question, row, settings.filer);
  return last !== undefined && (daysBetween(today, last.day) ?? 0) < 0 ? last : undefined;
}

/**
 * The last date for Pending. Specified records (credit notes, and amendments with the ITC question): due date of GSTR-3B
 * of the return after the one in which the record came. Others: the limit of section 16(4).
 */
function pendingUntil(question: ItcQuestion, row: PendingFacts, filer: Filer): LastDate | undefined {
  if (question === 'needed-unless-blocked' || itcMayBeAnswered(question, row.itcBlocked)) {
    const came = monthOf(row.period, row.date);
    if (came === undefined) return undefined;
    const next = nextReturn(came, filer);
    return {
      day: gstr3bDueDate(next, filer),
      near: NEAR_DUE_DATE,
      why: `due date of GSTR-3B of ${returnName(next, filer)}`,
    };
  }
  const limit = creditLimit(row.date);
  return limit === undefined ? undefined : { day: limit, near: NEAR_CREDIT_LIMIT, why: 'time limit of section 16(4)' };
}

function lastDateValues(row: Subject, { settings }: Surroundings): { day: string; why: string } {
  const last = pendingUntil(row.itcQuestion, row, settings.filer);
  return { day: last?.day ?? '', why: last?.why ?? '' };
}

function amount(value: number | ''): Paise {
  return value === '' ? 0 : value;
}

function below0(value: number | ''): boolean {
  return value !== '' && value < 0;
}

function excess(row: Row): Paise {
  return amount(row.value) - amount(row.taxable) - taxOf(row);
}

/** A rate counts as usual within one rupee of tax, so that rounding per line of the document does not matter. */
function isUsualRate(row: Row): boolean {
  const tax = taxOf(row) - amount(row.cess);
  const base = amount(row.taxable);
  if (base === 0 || Math.abs(base) > MAX_PAISE) return true;
  return RATES.some((rate) => Math.abs(tax - (base * rate) / 10_000) <= ROUNDING);
}
