import type { Cell } from '../../core/kernel/cell';
import { hostFault, type Progress, type SheetEdit } from '../../core/workbook';
import { createPauses } from './pauses';
import type { Block, Content, SheetCells } from './sheet-cells';

/** Cells written at a time; some 5 ms, so that the page stays smooth. */
const BLOCK = 3_000;

/** An edit that is done again, with the formulas that it brought into its cells: `row,column` to formula. */
export interface TypedEdit extends SheetEdit {
  readonly formulas?: ReadonlyMap<string, string>;
}

interface Written {
  readonly sheet: SheetCells;
  readonly block: Block;
}

/** One cell to write. */
interface Change {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

/** Writes the edits block by block. When the user stops, or the rows moved meanwhile, those written before are put back. */
export async function changeCells(
  sheetNamed: (name: string) => SheetCells | undefined,
  edits: readonly TypedEdit[],
  progress: Progress | undefined,
): Promise<void> {
  const targets = edits.map((edit) => {
    const sheet = sheetNamed(edit.sheet);
    if (sheet === undefined) throw hostFault('sheet-missing', edit.sheet, { sheet: edit.sheet });
    return { edit, sheet };
  });
  for (const { edit, sheet } of targets) mustStand(edit, sheet);
  const total = targets.reduce((sum, { edit, sheet }) => sum + sizeOf(edit, sheet), 0);
  const formers: Written[] = [];
  const pauses = createPauses();
  let done = 0;
  try {
    for (const { edit, sheet } of targets) {
      for (const changes of blocksOf(changesOf(edit, sheet))) {
        if (pauses.due()) {
          await pauses.take();
          mustStand(edit, sheet, new Set(changes.map(({ row }) => row)));
        }
        formers.push({ sheet, block: blockOf(changes, ({ row, column }) => sheet.content(row, column)) });
        sheet.write(blockOf(changes, ({ content }) => content));
        done += changes.length;
        progress?.(done, total);
      }
    }
  } catch (error) {
    for (const { sheet, block } of formers.reverse()) sheet.write(block);
    throw error;
  }
}

/** Throws where the rows of an edit, all or those asked for, are not the rows it was made for. */
function mustStand({ sheet: name, guard }: SheetEdit, sheet: SheetCells, rows?: Iterable<number>): void {
  if (guard === undefined) return;
  for (const row of rows ?? guard.values.keys()) {
    const wanted = guard.values.get(row);
    if (wanted !== undefined && String(sheet.value(row, guard.column)) !== String(wanted)) {
      throw hostFault('rows-moved', name, { sheet: name });
    }
  }
}

function sizeOf({ columns, replaceAll }: SheetEdit, sheet: SheetCells): number {
  const written = columns.reduce((sum, { values }) => sum + values.size, 0);
  return replaceAll === true ? written + sheet.rows() * sheet.columns() : written;
}

function* changesOf(edit: TypedEdit, sheet: SheetCells): Generator<Change> {
  const { columns, guard, replaceAll } = edit;
  if (replaceAll === true) yield* clearing(sheet);
  // Until the column that tells the rows apart is written, it can be asked whether they still stand.
  const own = columns.filter(({ column }) => column === guard?.column);
  for (const { column, values } of [...columns.filter((each) => !own.includes(each)), ...own]) {
    for (const [row, value] of values) yield { row, column, content: renewed(sheet, row, column, value, edit) };
  }
}

function* clearing(sheet: SheetCells): Generator<Change> {
  const [rows, width] = [sheet.rows(), sheet.columns()];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (sheet.value(row, column) !== '') yield { row, column, content: { value: '' } };
    }
  }
}

function renewed(sheet: SheetCells, row: number, column: number, value: Cell, edit: TypedEdit): Content {
  const brought = edit.formulas?.get(`${String(row)},${String(column)}`);
  const formula = brought ?? (edit.keepFormulas === true ? sheet.content(row, column).formula : undefined);
  return formula === undefined ? { value } : { value, formula };
}

function* blocksOf(changes: Iterable<Change>): Generator<Change[]> {
  let block: Change[] = [];
  for (const change of changes) {
    block.push(change);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

function blockOf(changes: readonly Change[], content: (change: Change) => Content): Block {
  const block = new Map<number, Map<number, Content>>();
  for (const change of changes) {
    let line = block.get(change.row);
    if (line === undefined) block.set(change.row, (line = new Map<number, Content>()));
    line.set(change.column, content(change));
  }
  return block;
}
