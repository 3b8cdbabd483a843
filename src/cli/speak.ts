import { isMainThread, workerData } from 'node:worker_threads';
import type { Finding } from '../core/kernel/finding';
import { isolated } from '../core/kernel/isolate';
import type { Refusal } from '../core/kernel/result';
import { formatCount } from '../core/kernel/money';
import { note as sentence } from '../core/kernel/sentences';

/** Whether a person watches standard error. A worker has no terminal of its own and is told by the thread that started it. */
function isWatched(): boolean {
  if (isMainThread) return process.stderr.isTTY;
  return (workerData as { readonly isWatched?: boolean } | null)?.isWatched === true;
}

export const exitCodes = { done: 0, errors: 1, refused: 2, nothingChanged: 3, bug: 70 } as const;

/**
 * Who reads what a command says may stop before its end, as `head` does. The command goes on quietly and does its work to the
 * end; every other fault of the output stays one.
 */
export function bearClosedOutput(): void {
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EPIPE') throw fault;
    });
  }
}

/** Where a command says what it did: people read text, programs one JSON object. */
export interface Voice {
  readonly json: boolean;
  say(text: string): void;
  /** the one JSON object of a command; nothing where people read */
  object(value: unknown): void;
  refuse(refusal: Refusal): number;
  warn(text: string): void;
}

export function createVoice(json: boolean): Voice {
  const colour = isWatched() && process.env['NO_COLOR'] === undefined;
  const paint = (code: number, text: string): string => (colour ? `\u001B[${String(code)}m${text}\u001B[0m` : text);
  return {
    json,
    say: (text) => {
      if (!json) process.stdout.write(`${text}\n`);
    },
    object: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    warn: (text) => {
      process.stderr.write(`${paint(33, 'Note:')} ${oneLine(text)}\n`);
    },
    refuse: ({ reason, where, advice }) => {
      process.stderr.write(
        `${paint(31, 'ims:')} ${oneLine(`${where === '' ? '' : `${where}: `}${reason}.`)}\n${oneLine(advice)}\n`,
      );
      if (json) process.stdout.write(`${JSON.stringify({ refused: { reason, where, advice } })}\n`);
      return exitCodes.refused;
    },
  };
}

/** Texts of strangers must not move the cursor or colour the terminal. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
  return text.replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');
}

/** Findings shown on the terminal, errors first; all of them are in --json. */
const MOST_SHOWN = 20;

export function speakFindings(voice: Voice, findings: readonly Finding[]): void {
  const errorsFirst = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity !== 'error'),
  ];
  for (const { severity, sheet, row, column, document, message } of errorsFirst.slice(0, MOST_SHOWN)) {
    const place = [sheet, row === null ? undefined : `row ${String(row)}`, column ?? undefined]
      .filter((part) => part !== undefined)
      .join(', ');
    voice.say(
      oneLine(`${severity === 'error' ? 'Error  ' : 'Warning'} ${place} (${isolated(document.number)}): ${message}`),
    );
  }
  if (findings.length > MOST_SHOWN)
    voice.say(sentence('too-many-shown', { more: formatCount(findings.length - MOST_SHOWN) }));
}

/** A table for the terminal: first column left, the others right. */
export function speakTable(
  voice: Voice,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const texts = [
    headings,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell))),
  ];
  const widths = headings.map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)));
  for (const row of texts) {
    voice.say(
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  '),
    );
  }
}

/** A line on standard error that renews itself, only where a person watches and the work is long. */
export function createProgress(title: string): { step: (done: number, of: number) => void; end: () => void } {
  const began = Date.now();
  let shown = false;
  return {
    step: (done, of) => {
      if (!isWatched() || Date.now() - began < 1_000 || of === 0) return;
      shown = true;
      process.stderr.write(`\r${title} ${String(Math.min(100, Math.round((done / of) * 100)))} %`);
    },
    end: () => {
      if (shown) process.stderr.write('\r\u001B[K');
    },
  };
}
