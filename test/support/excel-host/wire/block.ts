import { addressOf, cellCount, fullAddress, intersection, type Area } from '../model/area';
import { accessDenied, invalidArgument } from '../model/refusal';
import type { Sheet } from '../model/sheet';

/** What Range and RangeAreas stand for: blocks of one sheet, one of them for a Range. */
export interface Block {
  readonly sheet: Sheet;
  areas: readonly Area[];
}

export const block = (sheet: Sheet, ...areas: readonly Area[]): Block => ({ sheet, areas });

export function areaOf({ areas }: Block): Area {
  const [first] = areas;
  if (first === undefined) throw invalidArgument('a range whose cells were deleted');
  return first;
}

export const blockAddress = ({ sheet, areas }: Block): string =>
  areas.map((of) => fullAddress(sheet.name, of)).join(',');

export const cellsOf = ({ areas }: Block): number => areas.reduce((sum, of) => sum + cellCount(of), 0);

/** Formats of a protected sheet change only where its options allow it, locked cell or not. */
export function checkFormats({ sheet, areas }: Block, option = 'allowFormatCells'): void {
  if (sheet.protection !== undefined && sheet.protection.options[option] !== true)
    throw accessDenied(`formats of ${areas.map(addressOf).join(',')} of the protected sheet ${sheet.name}`);
}

/** Rules and structure of a protected sheet never change. */
export function checkOpen(sheet: Sheet, what: string): void {
  if (sheet.protection !== undefined) throw accessDenied(`${what} of the protected sheet ${sheet.name}`);
}

export const overlap = (one: Block, other: Block): Area[] =>
  one.sheet === other.sheet
    ? one.areas.flatMap((left) => other.areas.flatMap((right) => intersection(left, right) ?? []))
    : [];
