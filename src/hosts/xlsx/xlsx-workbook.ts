import type { Cell } from '../../core/kernel/cell';
import { changesAnything, type Progress, type SheetEdit, type Workbook } from '../../core/workbook';
import { hucreCodec, type SheetCells, type XlsxCodec } from './codec';
import type { PatchEdit } from './patch/edited-cells';
import { patchWorkbook } from './patch/patch-workbook';
import { readTabs } from './patch/read-tabs';
import { putSheets } from './put-sheets';

/**
 * Rows of one sheet that the library can read back: it takes a sheet's XML as one string, at most 512 MB, and a row of
 * ours has about a thousand characters.
 */
const XLSX_ROW_LIMIT = 300_000;

/** A workbook in an .xlsx file. The bytes change only when everything was checked; saving them is the caller's. */
export interface XlsxWorkbook extends Workbook {
  readonly bytes: () => Uint8Array;
  /** true once `prepare` or `change` made new bytes */
  readonly isChanged: () => boolean;
}

/** Opens the bytes of an .xlsx file, or starts an empty workbook where there are none. Throws what the codec throws for a file it cannot read. */
export async function openXlsxWorkbook(
  source: Uint8Array | undefined,
  codec: XlsxCodec = hucreCodec,
): Promise<XlsxWorkbook> {
  let bytes = source ?? new Uint8Array();
  let sheets: SheetCells[] = source === undefined ? [] : await codec.read(source);
  let changed = false;
  let stale = false;
  const current = async (): Promise<SheetCells[]> => {
    if (stale) sheets = await codec.read(bytes);
    stale = false;
    return sheets;
  };
  /** Cells are given away, not copied: they are most of the memory. A sheet that is asked for again is read again. */
  const takeCells = async (name: string): Promise<Cell[][] | undefined> => {
    const sheet = (await current()).find((candidate) => candidate.name === name);
    if (sheet?.cells === undefined && sheet !== undefined) {
      sheets = await codec.read(bytes);
      return takeCells(name);
    }
    const cells = sheet?.cells;
    sheets = sheets.map((other) => (other === sheet ? { name, cells: undefined } : other));
    return cells;
  };
  return {
    rowLimit: XLSX_ROW_LIMIT,
    sheetNames: async (asks) => {
      if (asks?.shown !== true) return (await current()).map(({ name }) => name);
      const tabs = bytes.length === 0 ? [] : await readTabs(bytes);
      return tabs.filter(({ isShown, isWorksheet }) => isShown && isWorksheet).map(({ name }) => name);
    },
    prepare: async (plans, progress, along = []) => {
      const made = await putSheets(plans, bytes.length === 0 ? undefined : bytes, progress, codec);
      bytes = await patched(made, along, progress);
      [changed, stale] = [true, true];
    },
    read: async (name, span) => {
      const cells = await takeCells(name);
      return span === undefined ? cells : cells?.slice(span.row, span.row + span.rows);
    },
    readRaw: async (name) =>
      bytes.length === 0 ? undefined : (await codec.readRaw(bytes)).find((sheet) => sheet.name === name),
    change: async (edits, progress) => {
      const made = await patched(bytes, edits, progress);
      if (made === bytes) return;
      bytes = made;
      [changed, stale] = [true, true];
    },
    showOnly: () => Promise.resolve(),
    goTo: () => Promise.resolve(),
    view: () => Promise.resolve({ sheet: '', selected: [] }),
    listen: () => () => undefined,
    dispose: () => {
      sheets = [];
      return Promise.resolve();
    },
    bytes: () => bytes,
    isChanged: () => changed,
  };
}

/** The same bytes where nothing changes. */
async function patched(bytes: Uint8Array, edits: readonly SheetEdit[], progress?: Progress): Promise<Uint8Array> {
  const real = edits.filter(changesAnything).map(withLayout);
  return real.length === 0 ? bytes : patchWorkbook(bytes, real, progress);
}

function withLayout(edit: SheetEdit): PatchEdit {
  const { show = [] } = edit;
  if (show.length === 0) return edit;
  const columns = new Map(show.map((column) => [column, { hidden: false }]));
  return { ...edit, layout: { hidden: new Map(), columns, unselected: false } };
}
