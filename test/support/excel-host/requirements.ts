export type Requirements = Readonly<Record<string, string>>;

/** What the add-in asks for in its manifest. */
export const defaultRequirements: Requirements = { ExcelApi: '1.14', SharedRuntime: '1.1', RibbonApi: '1.1' };

/** What every Excel has that the library runs in; without the second, the library never asks to wait for a cell edit. */
export const alwaysThere: Requirements = { RichApiRuntime: '1.6', DelayForCellEdit: '1.1' };

/** `1.14` is above `1.9`. */
export function isSetSupported(requirements: Requirements, name: string, version: string): boolean {
  const has = requirements[name];
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
