import Papa from 'papaparse';
import { textOf } from '../core/kernel/cell';
import { makeDay } from '../core/kernel/day';
import { readMoney } from '../core/kernel/money';
import { done, refuse, type Refusal, type Result } from '../core/kernel/result';
import { note } from '../core/kernel/sentences';
import { findTyped, type Column } from '../core/language/column';
import { userColumns, type UserColumn } from '../core/language/row';
import { records } from '../core/records/index';
import type { ActionLine } from '../core/engine/action-line';

const identityHeadings = ['Sheet', 'GSTIN of supplier', 'Document number', 'Document date'] as const;
type IdentityHeading = (typeof identityHeadings)[number];

/** The user's columns of all record types, by their heading. */
const answerColumns = new Map<string, { name: UserColumn; column: Column }>(
  userColumns.flatMap((name) => {
    const column = records.find((type) => type.columns[name] !== undefined)?.columns[name];
    return column === undefined ? [] : [[column.label, { name, column }] as const];
  }),
);

const actionHeadings: readonly string[] = [...identityHeadings, ...answerColumns.keys()];

/** Reads an action list: headings of the contract in any order, columns may be missing, a blank cell changes nothing. */
export function readActions(bytes: Uint8Array, file: string): Result<readonly ActionLine[]> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('csv-not-utf-8', file);
  }
  const rows = splitRows(text);
  const broken = rows.find(({ fault }) => fault !== undefined);
  if (broken !== undefined) return refuse('csv-broken', file, { line: String(broken.line), fault: broken.fault ?? '' });
  const [head, ...body] = rows;
  if (head === undefined) return refuse('csv-empty', file, { headings: actionHeadings.join(', ') });
  const headings = head.cells.map((cell) => textOf(cell));
  const wrong = wrongHeading(headings, file);
  if (wrong !== undefined) return wrong;
  const lines: ActionLine[] = [];
  for (const { line, cells } of body) {
    const extra = cells.slice(headings.length).find((cell) => cell.trim() !== '');
    if (extra !== undefined)
      return refuse('csv-broken', file, {
        line: String(line),
        fault: note('csv-more-cells', { cells: cells.length, headings: headings.length }),
      });
    const read = readLine(headings, cells, line, file);
    if (!read.ok) return read;
    lines.push(read.value);
  }
  return done(lines);
}

interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: string;
}

const LINE_BREAK = /\r\n|\r|\n/;

/** The separator that gives the most known headings; remarks may be full of the others. */
function delimiterOf(text: string): string {
  const head = text.split(LINE_BREAK).find((line) => line.trim() !== '') ?? '';
  const known = (delimiter: string): number =>
    head.split(delimiter).filter((cell) => actionHeadings.includes(textOf(cell.replace(/"/g, '')))).length;
  return [',', ';', '\t'].reduce((best, other) => (known(other) > known(best) ? other : best));
}

/** Rows with something in them, with the physical line each begins on. */
function splitRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let [line, from] = [1, 0];
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      const fault = errors.find(({ type }) => type === 'Quotes');
      if (data.some((cell) => cell.trim() !== ''))
        rows.push({ line, cells: data, ...(fault === undefined ? {} : { fault: fault.message }) });
      line += text.slice(from, meta.cursor).split(LINE_BREAK).length - 1;
      from = meta.cursor;
    },
  });
  return rows;
}

function wrongHeading(headings: readonly string[], file: string): { ok: false; refusal: Refusal } | undefined {
  const known = actionHeadings.join(', ');
  for (const [index, heading] of headings.entries()) {
    if (heading === '' && headings.slice(index).every((other) => other === '')) continue;
    if (!actionHeadings.includes(heading)) return refuse('csv-heading-unknown', file, { heading, headings: known });
    if (headings.indexOf(heading) !== index) return refuse('csv-heading-twice', file, { heading });
  }
  return headings.includes('Document number')
    ? undefined
    : refuse('csv-heading-missing', file, { heading: 'Document number' });
}

function readLine(
  headings: readonly string[],
  cells: readonly string[],
  line: number,
  file: string,
): Result<ActionLine> {
  const identity: Record<IdentityHeading, string> = {
    Sheet: '',
    'GSTIN of supplier': '',
    'Document number': '',
    'Document date': '',
  };
  const answers: Record<string, string | number> = {};
  for (const [index, heading] of headings.entries()) {
    const said = textOf(cells[index] ?? '');
    if (said === '') continue;
    const answer = answerColumns.get(heading);
    if (answer === undefined) {
      if (heading in identity) identity[heading as IdentityHeading] = said;
      continue;
    }
    const value = readAnswer(answer.column, said);
    if (value === undefined) {
      return answer.column.kind === 'money'
        ? refuse('csv-amount-wrong', file, { line: String(line), heading, value: said })
        : refuse('csv-value-unknown', file, {
            line: String(line),
            heading,
            value: said,
            known: answer.column.choices.map(({ label }) => label).join(', '),
          });
    }
    answers[answer.name] = value;
  }
  return done({
    line,
    sheet: identity.Sheet,
    gstin: identity['GSTIN of supplier'],
    number: identity['Document number'],
    date: asDay(identity['Document date']),
    answers: answers,
  });
}

function readAnswer(column: Column, said: string): string | number | undefined {
  if (column.kind === 'money') {
    const reading = readMoney(said);
    return reading.kind === 'amount' && !reading.rounded ? reading.paise : undefined;
  }
  return column.choices.length === 0 ? said : findTyped(column, said)?.label;
}

/** Spreadsheets rewrite dates when they save a CSV: 03/04/2026 and 2026-04-03 mean 03-04-2026. Day comes before month, as everywhere in India. */
function asDay(said: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said) ?? [];
  if (year !== undefined) return makeDay(Number(day), Number(month), Number(year));
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(said) ?? [];
  return last === undefined ? said : makeDay(Number(first), Number(second), Number(last));
}
