/// <reference types="office-js" />
import type { RefusalId } from '../../core/kernel/sentences';
import { hostFault, isHostFault } from '../../core/workbook';

/** Microsoft's library, handed in: the pane has it as a global, a test loads it for itself. */
export type ExcelLibrary = typeof Excel;

/** What the Excel host needs of the place it runs in. */
export interface ExcelPlace {
  readonly excel: ExcelLibrary;
  /** true where this Excel has that requirement set */
  readonly has: (set: string) => boolean;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Excel on the web asks for a pause when too much comes at once; these are the pauses, in milliseconds. */
const PAUSES = [500, 2_000, 8_000];

/**
 * One request to Excel: fills a batch, sends it, and says in words for the user what went wrong. `delayForCellEdit` lets
 * Excel finish a cell that is being edited; a request that Excel was too busy for is sent again after a pause.
 */
export async function runExcel<T>(
  { excel, wait }: ExcelPlace,
  where: string,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  for (const pause of [...PAUSES, undefined]) {
    try {
      return await excel.run({ delayForCellEdit: true }, batch);
    } catch (error) {
      if (codeOf(error) !== 'ActivityLimitReached' || pause === undefined) throw faultOf(error, where);
      await wait(pause);
    }
  }
  throw hostFault('excel-busy', where);
}

/** Codes of the library and of the web transport, and what they mean for the user. */
const meanings: Readonly<Record<string, RefusalId>> = {
  ActivityLimitReached: 'excel-busy',
  InvalidOperationInCellEditMode: 'excel-editing',
  AccessDenied: 'excel-protected',
  RequestPayloadSizeLimitExceeded: 'excel-too-much',
  ResponsePayloadSizeLimitExceeded: 'excel-too-much',
  SessionNotFound: 'excel-session-lost',
  InvalidSession: 'excel-session-lost',
  InvalidOrTimedOutSession: 'excel-session-lost',
  SessionExpired: 'excel-session-lost',
};

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The error in words for the user; what is no error of Excel (a bug, the user's Cancel) stays as it is. */
function faultOf(error: unknown, where: string): unknown {
  const code = codeOf(error);
  if (isHostFault(error) || code === '') return error;
  const fault = error instanceof Error ? error.message.replace(/\s+/g, ' ').trim() : code;
  return hostFault(meanings[code] ?? 'excel-failed', where, { fault: `${code}: ${fault}`, sheet: where });
}

/** The reason inside an error, for a sentence around it. */
export function reasonOf(error: unknown): string {
  if (isHostFault(error)) return error.refusal.reason;
  return error instanceof Error ? error.message : String(error);
}

/** Our own writing is no news: events are off while a batch writes, and on again at its end. */
export function quietly(context: Excel.RequestContext, write: () => void): void {
  context.runtime.enableEvents = false;
  write();
  context.runtime.enableEvents = true;
}
