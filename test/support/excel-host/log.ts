/** One request: what a test can count. */
export interface LogEntry {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly actions: number;
  readonly flags: number;
  readonly ms: number;
}
