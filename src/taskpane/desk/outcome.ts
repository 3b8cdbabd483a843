import type { Refusal, Result } from '../../core/kernel/result';
import { isHostFault } from '../../core/workbook';
import type { Outcome } from '../pane-desk';

/** Thrown between two blocks when the user presses Cancel. */
export const STOPPED = 'stopped by the user';

export function stop(): never {
  throw new Error(STOPPED);
}

/** The outcome of a piece of work. What is neither a refusal nor the user's Cancel is a bug, and stays an error. */
export async function outcomeOf<T>(work: () => Promise<Result<T>>): Promise<Outcome<T>> {
  try {
    const result = await work();
    return result.ok ? { kind: 'done', value: result.value } : { kind: 'refused', refusal: forPane(result.refusal) };
  } catch (error) {
    if (error instanceof Error && error.message === STOPPED) return { kind: 'stopped' };
    if (isHostFault(error)) return { kind: 'refused', refusal: forPane(error.refusal) };
    throw error;
  }
}

/** Advice names the button, and in brackets the command that does the same; here nobody types commands. */
function forPane(refusal: Refusal): Refusal {
  return { ...refusal, advice: refusal.advice.replace(/ \(ims [^)]*\)/g, '') };
}
