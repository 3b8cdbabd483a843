import { isBlank, textOf, type Cell } from '../kernel/cell';
import { dayNumber } from '../kernel/day';
import { readMoney, rupees } from '../kernel/money';
import { filers, type Filer } from '../kernel/period';
import { done, refuse, type Result } from '../kernel/result';
import { note as sentence } from '../kernel/sentences';
import { defaultSettings, type Settings } from '../language/settings';
import { profiles } from '../engine/upload';
import { besideLabel } from './beside-label';
import type { SheetEdit } from '../workbook';
import { HOME, homeLabels } from './home-labels';

export type SettingName = keyof Settings;

/** The cells on Home that say these settings. */
export function settingCells(settings: Settings): Record<SettingName, Cell> {
  return {
    filer: settings.filer,
    filingDate: settings.filingDate,
    tolerance: String(rupees(settings.tolerance)),
    profile: settings.profile,
  };
}

/** Reads the settings from Home. A label that is gone or a blank cell means the default; another value is refused by name. */
export function readSettings(home: readonly (readonly Cell[])[], where: string): Result<Settings> {
  for (const name of Object.keys(defaultSettings) as SettingName[]) {
    const cell = besideLabel(home, homeLabels[name])?.cell;
    if (cell === undefined || isBlank(cell) || readSetting(name, cell) !== undefined) continue;
    return refuse('setting-wrong', where, { value: textOf(cell), label: homeLabels[name], known: knownValues(name) });
  }
  return done(knownSettings(home));
}

/** The settings as far as Home says known values; the others are the defaults. */
export function knownSettings(home: readonly (readonly Cell[])[]): Settings {
  let settings: Settings = defaultSettings;
  for (const name of Object.keys(defaultSettings) as SettingName[]) {
    const cell = besideLabel(home, homeLabels[name])?.cell;
    if (cell !== undefined && !isBlank(cell)) settings = { ...settings, ...readSetting(name, cell) };
  }
  return settings;
}

/** Writes settings beside their labels on Home. */
export function settingEdit(home: readonly (readonly Cell[])[], settings: Settings, where: string): Result<SheetEdit> {
  const columns = new Map<number, Map<number, Cell>>();
  for (const [name, cell] of Object.entries(settingCells(settings)) as [SettingName, Cell][]) {
    const place = besideLabel(home, homeLabels[name]);
    if (place === undefined) return refuse('label-missing', where, { label: homeLabels[name] });
    const values = columns.get(place.column);
    if (values === undefined) columns.set(place.column, new Map([[place.row, cell]]));
    else values.set(place.row, cell);
  }
  return done({
    sheet: HOME,
    keepFormulas: true,
    columns: [...columns].map(([column, values]) => ({ column, values })),
  });
}

function readSetting(name: SettingName, cell: Cell): Partial<Settings> | undefined {
  const said = textOf(cell);
  switch (name) {
    case 'filer': {
      const filer = filers.find((known) => known.toLowerCase() === said.toLowerCase());
      return filer === undefined ? undefined : { filer };
    }
    case 'filingDate':
      return dayNumber(said) === undefined ? undefined : { filingDate: said };
    case 'tolerance': {
      const money = readMoney(cell);
      return money.kind === 'amount' && money.paise >= 0 ? { tolerance: money.paise } : undefined;
    }
    case 'profile':
      return said in profiles ? { profile: said } : undefined;
  }
}

function knownValues(name: SettingName): string {
  const known: Record<SettingName, string> = {
    filer: (filers satisfies readonly Filer[]).join('; '),
    filingDate: sentence('known-day'),
    tolerance: sentence('known-amount'),
    profile: Object.keys(profiles).join(', '),
  };
  return known[name];
}
