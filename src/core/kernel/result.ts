import { fill, type Values } from './fill';
import { refusals, type RefusalId } from './sentences';

/** Why we cannot go on, in words for the user. Returned from a closed list, never thrown. */
export interface Refusal {
  readonly id: RefusalId;
  /** what is wrong */
  readonly reason: string;
  /** file, sheet or section */
  readonly where: string;
  /** what to do next */
  readonly advice: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Reason and advice as sentences of their own, where the place is plain. */
export function refusalSentences({ reason, advice }: Refusal): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}. ${advice}`;
}

/** Where texts come from a file they are cut, so that a refusal stays one readable sentence. */
const LONGEST_VALUE = 400;

export function refuse(id: RefusalId, where: string, values: Values = {}): { ok: false; refusal: Refusal } {
  const short: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ') : value;
    short[name] = typeof text === 'string' && text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  }
  const sentence = refusals[id];
  return {
    ok: false,
    refusal: { id, reason: fill(sentence.reason, short), where, advice: fill(sentence.advice, short) },
  };
}
