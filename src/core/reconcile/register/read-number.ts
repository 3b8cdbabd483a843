import { isDateCell, rawText, type RawCell } from '../../kernel/raw-sheet';

export type NumberReading =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'blank' }
  /** a spreadsheet took it for a date */
  | { readonly kind: 'became-date'; readonly shown: string }
  /** a spreadsheet kept only its first digits */
  | { readonly kind: 'shortened'; readonly shown: string };

/** Whole numbers above it are no longer exact in a spreadsheet. */
const MOST_EXACT = 1e15;

/** Reads a document number: text as it is, a number with all its digits and nothing behind them. */
export function readNumber(cell: RawCell | undefined): NumberReading {
  if (isDateCell(cell)) return { kind: 'became-date', shown: cell.date };
  if (typeof cell === 'number') return ofNumber(cell);
  const text = rawText(cell);
  if (text === '' || /^[-–—]+$/.test(text)) return { kind: 'blank' };
  if (/^\d\.\d+E\+\d{2,3}$/i.test(text)) return { kind: 'shortened', shown: text };
  // Programs that take a column for numbers write 45 as 45.0; a document number has no full stop (rule 46).
  return { kind: 'number', number: text.replace(/^(\d+)\.0+$/, '$1') };
}

function ofNumber(number: number): NumberReading {
  if (!Number.isInteger(number)) return { kind: 'number', number: String(number) };
  const digits = BigInt(number).toString();
  return Math.abs(number) >= MOST_EXACT ? { kind: 'shortened', shown: digits } : { kind: 'number', number: digits };
}
