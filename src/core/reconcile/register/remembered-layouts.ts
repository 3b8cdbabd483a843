import type { RawSheet } from '../../kernel/raw-sheet';
import type { Corrections, Layout } from './layout';
import { recogniseLayout } from './recognise-layout';

/** What the user corrected, by the key of the layout as it was recognised; the last one used stands last. */
export type RememberedLayouts = ReadonlyMap<string, Corrections>;

/** Nobody has more programs than that; the one used longest ago goes first. */
const MOST = 100;

export interface RecalledLayout {
  /** under which corrections are remembered: headings that the user pointed at himself would make another one */
  readonly key: string;
  readonly layout: Layout;
  /** corrections of an earlier time are in the layout */
  readonly recalled: boolean;
}

/** The layout of a sheet, with what the user corrected when he opened one with the same headings. */
export function recallLayout(sheet: RawSheet, remembered: RememberedLayouts): RecalledLayout {
  const layout = recogniseLayout(sheet);
  const corrections = remembered.get(layout.key);
  return corrections === undefined
    ? { key: layout.key, layout, recalled: false }
    : { key: layout.key, layout: recogniseLayout(sheet, corrections), recalled: true };
}

/** Keeps what was corrected for the next file; a layout that needs no correction is forgotten. */
export function rememberLayout(
  remembered: RememberedLayouts,
  key: string,
  corrections: Corrections,
): RememberedLayouts {
  const kept = new Map(remembered);
  kept.delete(key);
  if (Object.values(corrections).some(saysSomething)) kept.set(key, corrections);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return kept;
}

function saysSomething(correction: unknown): boolean {
  return typeof correction !== 'object' || (correction !== null && Object.keys(correction).length > 0);
}
