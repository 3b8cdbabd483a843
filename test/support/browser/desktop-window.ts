import { faults, LIBRARY, agree, type AnswerRequest, type EventEntry, type ExcelWindow } from './window-protocol';

/**
 * Excel's half of the conversation on a desktop, where the pane is a web view of its own and no frame: numbered methods
 * with a callback, as Microsoft's library speaks them to WebKit on a Mac. On Windows it calls members of
 * `window.external` instead, which `windowsBridge` turns into the same messages.
 */
export type Desktop = 'mac' | 'windows';

export interface DesktopWindow extends ExcelWindow {
  /** what the add-in asked to be opened in the user's browser */
  readonly openedAddresses: readonly string[];
}

interface Message {
  readonly methodId: number;
  readonly params: MethodParams;
  readonly callbackId: string;
  /** names of functions in the pane, such as `OSF.ScriptMessaging.agaveHostCallback` */
  readonly callbackFunction: string;
  readonly eventCallbackFunction?: string;
}

interface MethodParams {
  readonly id: number;
  readonly apiArgs: readonly unknown[];
}

const METHOD = { execute: 1, listen: 2, unlisten: 3, context: 5 } as const;
const CALL = { request: 93, commandDone: 94, openBrowser: 102 } as const;
const EVENT = { richApiMessage: 33, appCommandInvoked: 39 } as const;
const SUCCESS = 0;

/** `send` calls a function of the pane by its name. */
export function desktopWindow(
  send: (functionName: string, callbackId: string, payload: unknown) => void,
  context: readonly unknown[],
  answer: AnswerRequest,
): DesktopWindow {
  const listeners = new Map<number, Message>();
  const waiting = new Map<string, () => void>();
  const unknownCalls: string[] = [];
  const openedAddresses: string[] = [];
  const unheard: { readonly event: number; readonly data: unknown }[] = [];
  let commandCount = 0;

  function respond({ callbackFunction, callbackId }: Message, payload: unknown): void {
    if (callbackId) send(callbackFunction, callbackId, payload);
  }

  async function execute({ id, apiArgs }: MethodParams): Promise<readonly unknown[]> {
    if (id === CALL.request) {
      const [sender, , , , body, , flags] = apiArgs[0] as readonly [
        ...[sender: string, method: string, path: string, headers: unknown],
        ...[body: string, unused: number, flags: number],
      ];
      const answered = sender === LIBRARY ? agree(body) : await answer(body, flags);
      return 'fault' in answered ? [faults[answered.fault]] : [SUCCESS, [answered.status, [], answered.body]];
    }
    if (id === CALL.commandDone) {
      const [command = ''] = apiArgs as readonly string[];
      waiting.get(command)?.();
      waiting.delete(command);
      return [SUCCESS];
    }
    if (id === CALL.openBrowser) {
      openedAddresses.push(String(apiArgs[1]));
      return [SUCCESS];
    }
    unknownCalls.push(`execute ${String(id)}`);
    return [faults.internal];
  }

  function push(event: number, data: unknown): void {
    const listener = listeners.get(event);
    if (listener) send(listener.eventCallbackFunction ?? '', listener.callbackId, [data, event]);
    else unheard.push({ event, data });
  }

  return {
    unknownCalls,
    openedAddresses,
    async receive(text) {
      const message = JSON.parse(text) as Message;
      const { methodId, params } = message;
      if (methodId === METHOD.context) respond(message, context);
      else if (methodId === METHOD.execute) respond(message, [await execute(params)]);
      else if (methodId === METHOD.listen) {
        listeners.set(params.id, message);
        respond(message, [SUCCESS]);
        for (const { event, data } of unheard.splice(0)) push(event, data);
      } else if (methodId === METHOD.unlisten) {
        listeners.delete(params.id);
        respond(message, [SUCCESS]);
      } else unknownCalls.push(`method ${String(methodId)}`);
    },
    pushEvent: (entry: EventEntry) => push(EVENT.richApiMessage, [entry]),
    runCommand(functionName) {
      commandCount += 1;
      const id = `command-${String(commandCount)}`;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        push(EVENT.appCommandInvoked, [id, functionName, JSON.stringify({ source: { id: functionName } })]);
      });
    },
  };
}

/** What both bridges call: the function that the test exposes. */
type ToExcel = (text: string) => Promise<void>;

/** Runs in the pane before anything else: what WebKit gives to a page in Excel for Mac. */
export function macBridge(): void {
  const postMessage = (text: string): void =>
    void (window as unknown as { toExcel: ToExcel }).toExcel(text).catch(() => undefined);
  Object.assign(window, { webkit: { messageHandlers: { Agave: { postMessage } } } });
}

/** Runs in the pane before anything else: what Excel for Windows puts into `window.external`. */
export function windowsBridge(facts: Readonly<Record<string, unknown>>): void {
  /** Arrays come out of COM and have to be asked for their contents. */
  const safeArray = (data: readonly unknown[]): object => ({
    dimensions: () => 1,
    toArray: () => data.map((part) => (Array.isArray(part) ? safeArray(part) : part)),
  });
  const callbacks = new Map<string, (...args: unknown[]) => void>();
  const handlers = new Map<string, (...args: unknown[]) => void>();
  let last = 0;
  const call = (methodId: number, params: object, callback: (...args: unknown[]) => void): string => {
    const callbackId = String((last += 1));
    callbacks.set(callbackId, callback);
    const [callbackFunction, eventCallbackFunction] = ['excelBridge.answer', 'excelBridge.tell'];
    const text = JSON.stringify({ methodId, params, callbackId, callbackFunction, eventCallbackFunction });
    void (window as unknown as { toExcel: ToExcel }).toExcel(text).catch(() => undefined);
    return callbackId;
  };
  const excelBridge = {
    answer: (id: string, [result]: readonly unknown[]): void => {
      callbacks.get(id)?.(Array.isArray(result) ? safeArray(result) : result);
      callbacks.delete(id);
    },
    tell: (id: string, [data, event]: readonly [unknown[], number]): void => handlers.get(id)?.(event, safeArray(data)),
  };
  const context = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, () => value]));
  const noSettings = { Read: () => undefined };
  Object.assign(window, { excelBridge });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- where the library looks for Excel
  Object.assign(window.external, {
    GetContext: () => ({ ...context, GetSettings: () => noSettings }),
    Execute: (id: number, apiArgs: unknown, callback: () => void) => call(1, { id, apiArgs }, callback),
    RegisterEvent: (id: number, targetId: string, handler: () => void, callback: () => void) => {
      handlers.set(call(2, { id, targetId }, callback), handler);
    },
    UnregisterEvent: (id: number, targetId: string, callback: () => void) => call(3, { id, targetId }, callback),
  });
}
