import { readMoney, type Paise } from '../../kernel/money';
import { isDateCell, rawText, type RawCell } from '../../kernel/raw-sheet';

export type AmountReading =
  | {
      readonly kind: 'amount';
      /** with its sign; credit is below zero */
      readonly paise: Paise;
      /** the cell itself says debit or credit */
      readonly marked: boolean;
    }
  | { readonly kind: 'blank' | 'unreadable' };

const BLANK: AmountReading = { kind: 'blank' };
const UNREADABLE: AmountReading = { kind: 'unreadable' };

/** Most amounts; the rest is looked at more closely. */
const PLAIN = /^\d[\d,]*(?:\.\d*)?$/;
/** No amount has more characters; a hostile one is not searched through. */
const LONGEST = 60;
const NOTHING = /^(?:[-–—]+|nil|n\.?a\.?|none)$/i;
const SIDE_BEHIND = /^(.*\d.*?)\s*(dr|cr)\.?$/i;
const SIDE_AHEAD = /^(dr|cr)\.?\s*(.*\d.*)$/i;

/**
 * Reads an amount as accountants write it: beside what every amount may have (₹, Indian grouping, brackets), `Dr` and
 * `Cr`, a minus behind the number as in SAP, `/-`, and a dash or `Nil` for nothing. More than two decimals are rounded,
 * since programs write tax as it was computed.
 */
export function readAmount(cell: RawCell | undefined): AmountReading {
  if (cell === undefined || cell === '') return BLANK;
  if (typeof cell === 'number') return amountOf(cell, false);
  if (isDateCell(cell) || typeof cell === 'boolean') return UNREADABLE;
  if (PLAIN.test(cell)) return amountOf(cell, false);
  const text = rawText(cell);
  if (text === '' || NOTHING.test(text)) return BLANK;
  if (text.length > LONGEST) return UNREADABLE;
  const [, behind, sideBehind] = SIDE_BEHIND.exec(text) ?? [];
  const [, sideAhead, ahead] = SIDE_AHEAD.exec(text) ?? [];
  const side = (sideBehind ?? sideAhead)?.toLowerCase();
  const reading = amountOf(plain(behind ?? ahead ?? text), side !== undefined);
  return side === 'cr' && reading.kind === 'amount' ? { ...reading, paise: 0 - reading.paise } : reading;
}

/** Signs and units where the kernel's reading of an amount expects them. */
function plain(text: string): string {
  const written = text
    .replace(/[−–]/g, '-')
    .replace(/\s*\/-$/, '')
    .replace(/\s*(?:inr|rs\.?|₹)$/i, '')
    .replace(/^\+?(-?)\s*(?:₹|inr|rs\.?)\s*/i, '$1');
  return /^[^-(].*-$/.test(written) ? `-${written.slice(0, -1).trim()}` : written;
}

function amountOf(value: string | number, marked: boolean): AmountReading {
  const reading = readMoney(value);
  if (reading.kind === 'amount') return { kind: 'amount', paise: reading.paise, marked };
  return reading.kind === 'blank' ? BLANK : UNREADABLE;
}
