import { say } from '../core/kernel/pane-words';
import type { PortalFile } from '../taskpane/pane-desk';

type Dropped =
  | { readonly kind: 'for-pane' }
  | { readonly kind: 'workbook'; readonly file: PortalFile }
  | { readonly kind: 'refused'; readonly text: string };

/** What is to be done with files dropped on the page, by their names: the pane opens JSON and registers, the page one workbook. */
export function whatIsDropped(files: readonly PortalFile[]): Dropped {
  const other = files.find(({ name }) => !/\.(?:json|xlsx|xlsm|xls|csv|tsv)$/i.test(name));
  if (other !== undefined) return { kind: 'refused', text: say('bench-drop-other', { name: other.name }) };
  const file = files.find(({ name }) => /\.xlsx$/i.test(name));
  if (file === undefined) return { kind: 'for-pane' };
  return files.length === 1 ? { kind: 'workbook', file } : { kind: 'refused', text: say('bench-drop-several') };
}
