import { isBlank } from '../../core/kernel/cell';
import type { Refusal, Result } from '../../core/kernel/result';
import { note as sentence } from '../../core/kernel/sentences';
import type { AnsweredRow } from '../../core/tasks/answer-row';
import { planMarks } from '../../core/tasks/decide';
import { HOME } from '../../core/tasks/home-labels';
import type { BookSheet } from '../../core/tasks/open-book';
import type { RowSpan, Workbook, WorkbookEvent } from '../../core/workbook';
import type { DeskBook } from './desk-book';
import type { LiveBook } from './live-book';
import type { DeskVoice } from './desk-voice';
import { cellNow, typedCells } from './typed-cells';
import type { UndoSteps } from './undo-steps';

type Edited = Extract<WorkbookEvent, { kind: 'edited' }>;

/** Follows what the user does in the cells: rows that were edited are checked at once, the selected one is shown. */
export function createFollower(
  workbook: Workbook,
  book: DeskBook,
  undos: UndoSteps,
  voice: DeskVoice,
): (event: WorkbookEvent, isLast: () => boolean) => Promise<void> {
  /** true from an edit on that could not be checked, until all that it may have touched is */
  let isMissed = false;
  const edited = async (event: Edited): Promise<void> => {
    const known = await knownAgain();
    if (known === undefined) {
      isMissed = true;
      return;
    }
    const sheet = known.sheet(event.sheet);
    if (sheet === undefined && event.sheet !== HOME) {
      // A sheet of the user's own, unless one of ours has another name now, or had when this was typed.
      if ((await lostSheet()) || !(await workbook.sheetNames()).includes(event.sheet)) isMissed = true;
      return;
    }
    if (sheet === undefined || event.span.row <= sheet.headingRow || book.hasMoved(event.sheet)) {
      // Home, a heading, or a sheet that is to be read anyway.
      book.moved(event.sheet);
      if ((await refused(book.current())) === undefined) voice.all();
      else isMissed = true;
      return;
    }
    const current = await book.current();
    if (!current.ok) isMissed = true;
    if (!current.ok || !touchesRecords(sheet, event)) return;
    await recheck(current.value, sheet, event.span);
    voice.all();
  };
  /** The book, read again after a failure: a sheet that had lost its name may have it back. */
  const knownAgain = async (): Promise<LiveBook | undefined> => {
    const known = book.known();
    if (known !== undefined || !(await book.isOurs())) return known;
    if ((await refused(book.current())) === undefined) voice.all();
    return book.known();
  };
  const refused = async (work: Promise<Result<LiveBook>>): Promise<Refusal | undefined> => {
    const result = await work;
    if (result.ok) return undefined;
    voice.warn(result.refusal);
    return result.refusal;
  };
  const recheck = async (live: LiveBook, sheet: BookSheet, span: RowSpan): Promise<void> => {
    const cells = (await workbook.read(sheet.name, span)) ?? [];
    const end = Math.min(span.row + span.rows, Math.max(sheet.cells.length, span.row + cells.length));
    while (span.row + cells.length < end) cells.push([]);
    const old = new Map(live.rows(sheet, [span]).claimed.map(({ row }) => [row, sheet.cells[row] ?? []]));
    live.replace(sheet, span.row, cells);
    const after = live.rows(sheet, [span]).claimed;
    const typed = undos.follow(
      after.flatMap((row) => typedCells(row, old.get(row.row))),
      ({ record, name }) => cellNow(live.rowOf(record.id), name),
    );
    const { edits } = planMarks(live.around, after);
    if (edits.length === 0) return;
    await book.write(live, edits);
    // Where Excel forgets its own undo because we wrote, ours takes the user's typing back.
    undos.add(sentence('undo-typed', { sheet: sheet.name, records: after.length }), after.length, typed);
  };
  const lostSheet = async (): Promise<boolean> => {
    const known = book.known();
    await book.isOurs();
    const isRefused = (await refused(book.current())) !== undefined;
    if (!isRefused && book.known() !== known) voice.all();
    return isRefused;
  };
  /** Checks what was edited while nothing could be: every row that shows something of the user or of a check. */
  const catchUp = async (): Promise<void> => {
    if (!isMissed || book.known() === undefined) return;
    // What is known may be of before a sheet lost its name.
    const current = await book.current();
    if (!current.ok) return;
    const live = current.value;
    const { edits } = planMarks(live.around, [...live.answered.values()].filter(isTouched));
    await book.write(live, edits);
    isMissed = false;
    voice.all();
  };
  const follow = async (event: WorkbookEvent, isLast: () => boolean): Promise<void> => {
    if (event.kind === 'reshaped') {
      if (book.known() === undefined) {
        isMissed = (await knownAgain()) === undefined || isMissed;
        return;
      }
      book.moved(event.sheet);
      // The selection stays where it is, and another record may be there now.
      if (book.hasMoved(event.sheet) && (await refused(book.current())) === undefined) voice.all();
    } else if (event.kind === 'edited') {
      await edited(event);
    } else if (isLast() && (await book.isOurs())) {
      const view = await workbook.view();
      const [first] = view.selected;
      voice.show(first === undefined ? undefined : { sheet: view.sheet, row: first.row });
      const knew = book.known() !== undefined;
      if ((await refused(book.current())) !== undefined) return;
      if (knew) voice.card();
      else voice.all();
    }
  };
  return async (event, isLast) => {
    try {
      await follow(event, isLast);
    } catch (fault) {
      if (event.kind !== 'looked') isMissed = true;
      throw fault;
    }
    await catchUp();
  };
}

/** The user answered it, or changed it, or a check left its marks there. */
function isTouched({ changed, reading, edited, sheet, row }: AnsweredRow): boolean {
  if (changed || reading.faults.length > 0 || edited.length > 0) return true;
  const cells = sheet.cells[row] ?? [];
  return (['sheetErrors', 'marks'] as const).some((tool) => !isBlank(cells[sheet.tools.get(tool) ?? -1]));
}

/** False for edits in columns of the user's own only. */
function touchesRecords({ columns, tools }: BookSheet, { column, columns: count }: Edited): boolean {
  return [...columns.values(), ...tools.values()].some((at) => at >= column && at < column + count);
}
