/// <reference types="office-js" />
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { ExcelHost } from './excel-host';

export type OfficeBuild = 'excel-web-16.00' | 'excel-win32-16.01';

/** Microsoft's library as it is, connected to a host of ours. */
export interface LoadedOffice {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: MinimalOffice;
  /** Resolves when all events that the host told of so far have reached their listeners. */
  readonly eventsDelivered: () => Promise<void>;
}

interface MinimalOffice {
  readonly context: {
    readonly platform: string;
    readonly requirements: { readonly isSetSupported: (name: string, version?: string | number) => boolean };
  };
}

interface Bridge {
  readonly sendMessageToHost: (message: string) => void;
  onMessageFromHost?: (message: string) => void;
}

interface BridgeMessage {
  readonly id: number;
  readonly flags?: number;
  readonly message: { readonly url: string; readonly body: unknown };
}

const scripts = new Map<string, vm.Script>();

function scriptOf(build: string): vm.Script {
  const path = require.resolve(`@microsoft/office-js/dist/${build}.js`);
  const script = scripts.get(path) ?? new vm.Script(readFileSync(path, 'utf8'), { filename: path });
  scripts.set(path, script);
  return script;
}

// Kept now, so that a test with timers of its own still gets answers.
const later = setImmediate;

function createBridge(host: ExcelHost): { bridge: Bridge; eventsDelivered: () => Promise<void> } {
  const events: unknown[][] = [];
  const post = (message: unknown): void => bridge.onMessageFromHost?.(JSON.stringify(message));
  const deliver = (): void => {
    for (const entry of events.splice(0)) post({ type: 3, message: { entries: [entry] } });
  };
  const bridge: Bridge = {
    sendMessageToHost: (text) => {
      const { id, flags = 0, message } = JSON.parse(text) as BridgeMessage;
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
      void host.whenReady(flags).then(() => {
        const { status, body: answer } = host.process(body, flags);
        post({ id, type: 2, message: { statusCode: status, headers: {}, body: answer } });
      });
    },
  };
  // Events come after the answer to the request that made them, as in Excel.
  host.onEvent((entry) => {
    events.push(entry);
    if (events.length === 1) later(deliver);
  });
  const pause = (): Promise<void> => new Promise((resolve) => later(resolve));
  return {
    bridge,
    eventsDelivered: async () => {
      do await pause();
      while (events.length > 0);
      await pause();
    },
  };
}

/** Evaluates Microsoft's library in a context of its own, with a bridge to this host in place of Excel. */
export function loadOfficeInNode(host: ExcelHost, build: OfficeBuild = 'excel-web-16.00'): Promise<LoadedOffice> {
  const { bridge, eventsDelivered } = createBridge(host);
  const office: MinimalOffice = {
    context: {
      platform: host.platform === 'web' ? 'OfficeOnline' : 'PC',
      requirements: { isSetSupported: (name, version) => host.isSetSupported(name, version) },
    },
  };
  const sandbox: Record<string, unknown> = {
    // The outer world's own, so that errors are instances of the Error that a test knows.
    ...{ Promise, Array, Object, Error, TypeError, Date, Map, Set, JSON, Math, RegExp },
    ...{ console, performance, clearTimeout, setInterval, clearInterval },
    // The library tries for ten seconds to tidy up after a lost session; that must not keep a test run waiting.
    setTimeout: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref(),
    location: { hash: '', search: '', href: 'https://addin.test/taskpane.html', protocol: 'https:' },
    navigator: { userAgent: 'Node' },
    name: '',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    _richApiNativeBridge: bridge,
  };
  sandbox['window'] = sandbox;
  sandbox['self'] = sandbox;
  const context = vm.createContext(sandbox);
  scriptOf(build).runInContext(context);
  sandbox['Office'] = office;
  const loaded = sandbox as { Excel?: typeof Excel; OfficeExtension?: typeof OfficeExtension };
  if (loaded.Excel === undefined || loaded.OfficeExtension === undefined)
    throw new Error(`The library ${build} did not define Excel.`);
  return Promise.resolve({
    Excel: loaded.Excel,
    OfficeExtension: loaded.OfficeExtension,
    Office: office,
    eventsDelivered,
  });
}
