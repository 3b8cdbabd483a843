/** How far a long piece of work is. */
export interface Step {
  readonly done: number;
  readonly of: number;
}

/** Work that rests between its steps, so that whoever drives it can tell how far it is, or stop it. */
export type InSteps<Value> = Generator<Step, Value, undefined>;

/** Does all of it without a rest. */
export function finish<Value>(work: InSteps<Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
