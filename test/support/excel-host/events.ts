import type { Sheet } from './model/sheet';

/** `[category, event type, target, arguments as JSON, running number]`: what the library takes events as. */
export type EventEntry = [number, number, string, string, number];

export type EventName = keyof typeof eventTypes;

/** Numbers of the events on the wire. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  nameChanged: 25,
  visibilityChanged: 26,
  rowHiddenChanged: 22,
  protectionChanged: 24,
} as const;

const RICH_API_EVENT = 65_536;
/** Target of events that a collection is asked for. */
const WORKBOOK = 'Workbook';

export type Trigger = 'ThisLocalAddin' | 'Unknown';

export interface Events {
  readonly register: (name: EventName, sheet?: Sheet) => void;
  readonly unregister: (name: EventName, sheet?: Sheet) => void;
  readonly isHeard: (name: EventName) => boolean;
  /** Tells the listeners of the sheet and those of the collection. */
  readonly raise: (name: EventName, sheet: Sheet, args: Readonly<Record<string, unknown>>) => void;
  readonly listen: (listener: (entry: EventEntry) => void) => () => void;
  /** false: the add-in has switched its events off */
  enabled: boolean;
  trigger: Trigger;
}

export function createEvents(): Events {
  const registered = new Map<string, number>();
  const listeners = new Set<(entry: EventEntry) => void>();
  let running = 0;
  const key = (name: EventName, target: string): string => `${name} ${target}`;
  const count = (name: EventName, target: string, by: number): void => {
    registered.set(key(name, target), Math.max(0, (registered.get(key(name, target)) ?? 0) + by));
  };
  const events: Events = {
    enabled: true,
    trigger: 'Unknown',
    register: (name, sheet) => count(name, sheet?.id ?? WORKBOOK, 1),
    unregister: (name, sheet) => count(name, sheet?.id ?? WORKBOOK, -1),
    isHeard: (name) => [...registered].some(([heard, times]) => times > 0 && heard.startsWith(`${name} `)),
    raise: (name, sheet, args) => {
      if (!events.enabled) return;
      for (const target of [sheet.id, WORKBOOK]) {
        if ((registered.get(key(name, target)) ?? 0) === 0) continue;
        const told = JSON.stringify({ source: 'Local', worksheetId: sheet.id, ...args });
        const entry: EventEntry = [RICH_API_EVENT, eventTypes[name], target, told, (running += 1)];
        for (const listener of listeners) listener(entry);
      }
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return events;
}
