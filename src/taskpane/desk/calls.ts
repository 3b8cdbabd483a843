/** A piece of work that the pane asked the desk for. */
export interface Call {
  stopped: boolean;
}

/** Whose work the desk is at: the pane's, or what follows from the user's own typing. */
export type Turn = 'asked' | 'followed';

/**
 * Which call the desk is at, so that Cancel stops that one and never another: the desk does one thing at a time, in the
 * order it was asked for, and says when the next one begins.
 */
export interface Calls {
  /** one more call, which waits until the desk can be reached */
  readonly add: () => Call;
  /** it is on its way to the desk */
  readonly send: (call: Call) => void;
  readonly begin: (turn: Turn) => void;
  /** it is answered; true where no other waits for its answer */
  readonly end: (call: Call) => boolean;
  /** stops the call that has waited longest; what is done then cannot be stopped any more */
  readonly stop: () => void;
  /** the call that is worked on now; undefined while the user's typing is followed */
  readonly current: () => Call | undefined;
}

export function createCalls(): Calls {
  const open = new Set<Call>();
  const sent: Call[] = [];
  let current: Call | undefined;
  return {
    add: () => {
      const call = { stopped: false };
      open.add(call);
      return call;
    },
    send: (call) => {
      sent.push(call);
    },
    begin: (turn) => {
      current = turn === 'asked' ? sent.shift() : undefined;
    },
    end: (call) => {
      open.delete(call);
      return open.size === 0;
    },
    stop: () => {
      const [first] = open;
      if (first !== undefined) first.stopped = true;
    },
    current: () => current,
  };
}
