/** A failure that a test asks for. Without `at` and `when` it is the next request. */
export interface FaultSpec {
  /** the n-th request from now, 0 is the next */
  readonly at?: number;
  readonly when?: (body: string) => boolean;
  /** as `error.code` says it in the add-in */
  readonly code: string;
  /** how many requests fail; 1 unless said */
  readonly times?: number;
  /** the first so many actions take effect before it fails; all of them where there are fewer */
  readonly afterActions?: number;
}

export interface Faults {
  readonly add: (spec: FaultSpec) => void;
  /** The failure for this request, if one was asked for. Counts the request. */
  readonly next: (body: string) => FaultSpec | undefined;
}

export function createFaults(): Faults {
  const waiting: { spec: FaultSpec; skip: number; left: number }[] = [];
  return {
    add: (spec) => waiting.push({ spec, skip: spec.at ?? 0, left: spec.times ?? 1 }),
    next: (body) => {
      let chosen: FaultSpec | undefined;
      for (const fault of [...waiting]) {
        if (fault.spec.when !== undefined && !fault.spec.when(body)) continue;
        if (fault.skip > 0) {
          fault.skip -= 1;
          continue;
        }
        if (chosen !== undefined) continue;
        chosen = fault.spec;
        fault.left -= 1;
        if (fault.left === 0) waiting.splice(waiting.indexOf(fault), 1);
      }
      return chosen;
    },
  };
}

/** Status of failures that stop a whole request; others are answers with an error inside. */
export const requestFailures: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 413,
  ResponsePayloadSizeLimitExceeded: 413,
  ActivityLimitReached: 429,
  SessionExpired: 440,
  InvalidOperationInCellEditMode: 409,
  GeneralException: 500,
};

export function failureBody(code: string, message: string): { status: number; body: string } {
  return { status: requestFailures[code] ?? 500, body: JSON.stringify({ error: { code, message } }) };
}
