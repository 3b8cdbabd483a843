import type { Desk } from './desk';
import { createEngine } from './engine';
import { createEvents, type EventEntry } from './events';
import { createFaults, failureBody, requestFailures, type FaultSpec } from './faults';
import { createHostBook, type HostBook } from './host-book';
import type { LogEntry } from './log';
import { fromXlsx } from './from-xlsx';
import { createBook, type Book, type BookOptions } from './model/book';
import { copyBook } from './model/copy-book';
import type { DateOrder } from './model/input';
import { apiNotFound, refusal } from './model/refusal';
import { requestFlags, type Request } from './protocol';
import { alwaysThere, defaultRequirements, isSetSupported, type Requirements } from './requirements';
import { toXlsx } from './to-xlsx';
import { createUser, type User } from './user';

export { loadOfficeInNode, type LoadedOffice, type OfficeBuild } from './node-bridge';
export type { EventEntry } from './events';
export type { FaultSpec } from './faults';
export type { HostBook } from './host-book';
export type { LogEntry } from './log';
export type { Shown } from './model/shown';
export type { TypeResult, User } from './user';

export interface ExcelHostOptions {
  /** requirement sets with their versions; what is above them is not there */
  readonly requirements?: Requirements;
  /** Excel on the web takes and gives at most 5 MB at a time */
  readonly platform?: 'web' | 'desktop';
  readonly sheets?: readonly string[];
  /** order of day and month in typed dates; Indian unless said */
  readonly dateOrder?: DateOrder;
  /** year of typed dates without one */
  readonly thisYear?: number;
}

/** An Excel without a window: takes what Microsoft's library sends and answers it. */
export interface ExcelHost {
  readonly platform: 'web' | 'desktop';
  /** A ProcessQuery request in JSON, its answer in JSON. Request-level failures have a status from 400 on. */
  readonly process: (body: string, flags?: number) => { readonly status: number; readonly body: string };
  /** Resolves when Excel would look at a request with these flags: at once, or when the cell edit ends. */
  readonly whenReady: (flags?: number) => Promise<void>;
  readonly book: HostBook;
  readonly user: User;
  /** Tells of events for the add-in; returns the way to stop it. Bridges deliver them after the answer. */
  readonly onEvent: (listener: (entry: EventEntry) => void) => () => void;
  readonly log: readonly LogEntry[];
  readonly resetLog: () => void;
  readonly fault: (spec: FaultSpec) => void;
  readonly isSetSupported: (name: string, version?: string | number) => boolean;
  readonly toXlsx: () => Promise<Uint8Array>;
  /** another Excel with the workbook as it stands now, without add-in, log and faults */
  readonly copy: () => ExcelHost;
}

/** Excel says "5 MB"; the smaller reading of it is the one to stay below. */
const MAX_BYTES = 5_000_000;

/** Excel with a new workbook. */
export function createExcelHost(options: ExcelHostOptions = {}): ExcelHost {
  return hostOn(createBook({ ...around(options), sheets: options.sheets ?? ['Sheet1'] }), options);
}

/** Excel with the workbook that is in an .xlsx file. */
export async function openInExcelHost(file: Uint8Array, options: ExcelHostOptions = {}): Promise<ExcelHost> {
  return hostOn(await fromXlsx(file, around(options)), options);
}

function around({
  dateOrder = 'DMY',
  thisYear = new Date().getFullYear(),
}: ExcelHostOptions): Omit<BookOptions, 'sheets'> {
  return { dateOrder, thisYear };
}

function hostOn(state: Book, options: ExcelHostOptions): ExcelHost {
  const platform = options.platform ?? 'web';
  const requirements = { ...alwaysThere, ...(options.requirements ?? defaultRequirements) };
  const desk: Desk = { book: state, events: createEvents(), kept: new Set(), told: new Map() };
  const faults = createFaults();
  const log: LogEntry[] = [];
  const waiting: (() => void)[] = [];
  let isEditing = false;
  const setEditing = (on: boolean): void => {
    isEditing = on;
    if (!on) for (const go of waiting.splice(0)) go();
  };
  const engine = createEngine(desk, (since, member) => {
    const [version = '', name = 'ExcelApi'] = since.split(' ').reverse();
    if (!isSetSupported(requirements, name, version)) throw apiNotFound(`${member}, of ${name} ${version}`);
  });

  const answer = (request: Request, body: string, flags: number): { status: number; body: string } => {
    const fault = faults.next(body);
    if (fault !== undefined && fault.afterActions === undefined && fault.code in requestFailures)
      return failureBody(fault.code, `The host was asked to fail with ${fault.code}.`);
    if (isEditing && (flags & requestFlags.delayForCellEdit) === 0)
      return failureBody('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');
    if (platform === 'web' && Buffer.byteLength(body) > MAX_BYTES)
      return failureBody('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
    const asked =
      fault === undefined ? undefined : refusal(fault.code, `The host was asked to fail with ${fault.code}.`);
    desk.events.trigger = 'ThisLocalAddin';
    try {
      const stop = asked === undefined ? undefined : { actions: fault?.afterActions ?? 0, error: asked };
      const json = JSON.stringify(engine.run(request, stop));
      if (platform === 'web' && Buffer.byteLength(json) > MAX_BYTES)
        return failureBody('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
      return { status: 200, body: json };
    } finally {
      desk.events.trigger = 'Unknown';
    }
  };

  return {
    platform,
    process: (body, flags = 0) => {
      const start = performance.now();
      const request = JSON.parse(body) as Request;
      const result = answer(request, body, flags);
      log.push({
        bytesIn: Buffer.byteLength(body),
        bytesOut: Buffer.byteLength(result.body),
        actions: request.Actions.length,
        flags,
        ms: performance.now() - start,
      });
      return result;
    },
    whenReady: (flags = 0) =>
      isEditing && (flags & requestFlags.delayForCellEdit) !== 0
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(),
    book: createHostBook(state),
    user: createUser(desk, setEditing),
    onEvent: desk.events.listen,
    log,
    resetLog: () => {
      log.length = 0;
    },
    fault: faults.add,
    isSetSupported: (name, version) => isSetSupported(requirements, name, String(version ?? '1.1')),
    toXlsx: () => toXlsx(state),
    copy: () => hostOn(copyBook(state), options),
  };
}
