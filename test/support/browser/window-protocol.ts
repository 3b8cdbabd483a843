/**
 * Excel's half of the conversation between Excel on the web and the window of an add-in, as Microsoft's library speaks
 * it: JSON in `postMessage`. Requests to the workbook go to `answer`; the rest is told to tests or needs no answer.
 */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What Excel on the web says in place of an answer. */
export const faults = {
  internal: 5001,
  cellEditMode: 5004,
  sessionTimeout: 5012,
  tooManyRequests: 5102,
  requestTooBig: 5103,
  responseTooBig: 5104,
} as const;

export interface Fault {
  readonly fault: keyof typeof faults;
}

/** `body` is the batch of calls as JSON, `flags` the request flags of the library (1 is a write). */
export type AnswerRequest = (body: string, flags: number) => Answer | Fault | Promise<Answer | Fault>;

/** `[category, event type, target, arguments as JSON, running number]`: what the library takes events as. */
export type EventEntry = readonly [number, number, string, string, number];

interface Message {
  readonly _messageType: 0 | 1;
  readonly _actionType: 0 | 1 | 2;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: unknown;
  /** the ribbon's command that is done; its status follows as 1 */
  readonly 0?: string;
}

const ACTION = { invoke: 0, listen: 1, unlisten: 2 } as const;
const METHOD = { request: 93, commandDone: 94 } as const;

export interface ExcelWindow {
  /** Takes one message of the pane. */
  receive(text: string): Promise<void>;
  /** An event of the workbook; it waits until the pane listens. */
  pushEvent(entry: EventEntry): void;
  /** As a click on a button of the ribbon, as soon as the pane listens; resolves when the add-in says that it is done. */
  runCommand(functionName: string): Promise<void>;
  /** Calls of the library that no part of this host knows. A test wants none. */
  readonly unknownCalls: readonly string[];
}

export function excelWindow(
  send: (text: string) => void,
  origin: string,
  appContext: unknown,
  answer: AnswerRequest,
): ExcelWindow {
  const listeners = new Map<string, Message>();
  const waiting = new Map<string, () => void>();
  const unknownCalls: string[] = [];
  const unheard: { readonly name: string; readonly data: unknown }[] = [];
  let commandCount = 0;

  function respond(to: Message, data: unknown, kind: 'once' | 'event' = 'once'): void {
    send(
      JSON.stringify({
        _messageType: 1,
        _responseType: kind === 'event' ? 1 : 0,
        _errorCode: 0,
        _actionName: to._actionName,
        _conversationId: to._conversationId,
        _correlationId: to._correlationId,
        _origin: origin,
        _serializerVersion: 1,
        _data: data,
      }),
    );
  }

  async function call(message: Message): Promise<void> {
    const { DdaMethod, ArrayData, 0: command = '' } = message._data as MethodCall;
    if (DdaMethod.DispatchId === METHOD.commandDone) {
      waiting.get(command)?.();
      waiting.delete(command);
      respond(message, { Version: 1, Error: 0 });
    } else if (DdaMethod.DispatchId === METHOD.request) {
      const [sender, , , , body, , flags] = ArrayData as readonly [
        ...[sender: string, method: string, path: string, headers: unknown],
        ...[body: string, unused: number, flags: number],
      ];
      const answered = sender === LIBRARY ? agree(body) : await answer(body, flags);
      respond(
        message,
        'fault' in answered
          ? { Version: 1, Error: faults[answered.fault] }
          : { Version: 1, Error: 0, Data: [answered.status, [], answered.body] },
      );
    } else {
      unknownCalls.push(`executeMethod ${String(DdaMethod.DispatchId)}`);
      respond(message, { Version: 1, Error: 5001 });
    }
  }

  function push(name: string, data: unknown): void {
    const listener = listeners.get(name);
    if (listener) respond(listener, data, 'event');
    else unheard.push({ name, data });
  }

  return {
    unknownCalls,
    async receive(text) {
      const message = JSON.parse(text) as Message;
      if (message._messageType !== 0) return;
      if (message._actionType === ACTION.listen) {
        listeners.set(message._actionName, message);
        respond(message, { Version: 1, Error: 0 });
        for (const { name, data } of unheard.splice(0)) push(name, data);
      } else if (message._actionType === ACTION.unlisten) {
        listeners.delete(message._actionName);
        respond(message, { Version: 1, Error: 0 });
      } else if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
        respond(message, appContext);
      } else if (message._actionName === 'executeMethod') {
        await call(message);
      } else if (message._actionName !== 'ContextActivationManager_notifyHost') {
        unknownCalls.push(message._actionName);
      }
    },
    pushEvent: (entry) => push('richApiMessage', { ArrayData: [entry] }),
    runCommand(functionName) {
      commandCount += 1;
      const id = `command-${String(commandCount)}`;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        push('appCommandInvoked', [id, functionName, JSON.stringify({ source: { id: functionName } })]);
      });
    },
  };
}

/** The library's own calls (it reports that the ribbon's functions are ready) bear this name and want nothing but a yes. */
export const LIBRARY = 'WacPartition';

export function agree(body: string): Answer {
  const { Actions } = JSON.parse(body) as { Actions: readonly { readonly Id: number }[] };
  return { status: 200, body: JSON.stringify({ Results: Actions.map(({ Id }) => ({ ActionId: Id, Value: {} })) }) };
}
