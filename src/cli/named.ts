import { refuse, type Result } from '../core/kernel/result';
import { note as sentence } from '../core/kernel/sentences';

/** Both sides of a sign, trimmed; the first alone where it is not there. */
export function splitAt(text: string, at: number): string[] {
  return at < 0 ? [text.trim()] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** As it is written, else in small and capital letters alike. */
export function named(names: readonly string[], wanted: string): string | undefined {
  return names.find((name) => name === wanted) ?? names.find((name) => isSame(name, wanted));
}

export function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

export function listed(names: readonly string[]): string {
  return names.length === 0 ? sentence('none') : names.join(', ');
}

/** An option of reconcile that cannot be understood. */
export function wrong(fault: string): Result<never> {
  return refuse('option-wrong', '', { fault, command: 'reconcile ' });
}
