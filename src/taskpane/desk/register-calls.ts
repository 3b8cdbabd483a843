import type { SheetReaders } from '../../boundary/register/register-file';
import { rawText, type RawSheet } from '../../core/kernel/raw-sheet';
import { done, refuse, type Result } from '../../core/kernel/result';
import type { OpenedRegister, TakenRegister } from '../../core/reconcile/register/opened-register';
import { layoutsOf, withLayouts } from '../../core/reconcile/memory';
import type { Desk } from '../../core/tasks/desk';
import { HOME } from '../../core/tasks/home-labels';
import type { Workbook } from '../../core/workbook';
import type { PaneDesk } from '../pane-desk';
import type { RegisterSource, RegisterTaken } from '../pane-register';
import type { OnBook } from './answering';

interface RegisterParts {
  readonly workbook: Workbook;
  readonly onBook: OnBook;
  readonly desk: () => Desk;
  /** told once the workbook keeps another register */
  readonly kept: () => Promise<void>;
  /** fetched with the first register */
  readonly readers: () => Promise<SheetReaders>;
  /** lets the user's Cancel in; throws where he pressed it */
  readonly pause: () => Promise<void>;
}

const FIRST_ROWS = 500;

/** The purchase register: looked at, corrected, taken. */
export function createRegisterCalls({
  workbook,
  onBook,
  desk,
  kept,
  readers,
  pause,
}: RegisterParts): Pick<PaneDesk, 'registerSources' | 'openRegister' | 'changeRegister' | 'takeRegister'> {
  let opened: OpenedRegister | undefined;

  const read = async (source: RegisterSource): Promise<Result<readonly RawSheet[]>> => {
    if ('sheet' in source) return readSheet(workbook, source.sheet);
    const { name, blob } = source.file;
    const [{ isOurSheet, readRegisterFile }, sheetReaders] = await Promise.all([registerReading(), readers()]);
    await pause();
    const sheets = await readRegisterFile(new Uint8Array(await blob.arrayBuffer()), name, sheetReaders);
    return sheets.ok && sheets.value.some(isOurSheet) ? refuse('register-is-ours', name) : sheets;
  };
  const nothingOpen = (): Result<never> => refuse('register-closed', '');

  return {
    registerSources: () =>
      onBook(async ({ book: { sheets } }) => {
        // What reads other workbooks comes while the user chooses one.
        readers().catch(() => undefined);
        const { comparisonSheets, readBooks } = await registerReading();
        const ours = new Set<string>([HOME, ...sheets.map(({ name }) => name), ...comparisonSheets]);
        const shown = await workbook.sheetNames({ shown: true });
        // A register that cannot be read any more is about to be replaced.
        const books = await readBooks(desk());
        const before = books.ok ? books.value : undefined;
        return done({
          sheets: shown.filter((name) => !ours.has(name)),
          taken: before && { name: before.file, documents: before.documents.length },
        });
      }),
    openRegister: (source) =>
      onBook(async ({ book: { gstin } }) => {
        const sheets = await read(source);
        await pause();
        if (!sheets.ok) return sheets;
        const { openRegister, lookAtRegister, readMemory } = await registerReading();
        const name = 'sheet' in source ? source.sheet : source.file.name;
        const memory = await readMemory(desk());
        if (!memory.ok) return memory;
        opened = openRegister(name, sheets.value, layoutsOf(memory.value), gstin);
        await pause();
        return done(lookAtRegister(opened));
      }),
    changeRegister: (change) =>
      onBook(async () => {
        if (opened === undefined) return nothingOpen();
        const { changeRegister, lookAtRegister } = await registerReading();
        opened = changeRegister(opened, change);
        return done(lookAtRegister(opened));
      }),
    takeRegister: () =>
      onBook(async () => {
        if (opened === undefined) return nothingOpen();
        const { booksOf, keepBooks, keepMemory, readMemory, takeRegister, writeAll } = await registerReading();
        const memory = await readMemory(desk());
        if (!memory.ok) return memory;
        const result = takeRegister(opened, layoutsOf(memory.value));
        if (!result.ok) return result;
        const { taken, remembered } = result.value;
        await writeAll(desk(), [
          await keepBooks(desk(), booksOf(desk(), taken.name, taken.sheets)),
          await keepMemory(desk(), withLayouts(memory.value, remembered)),
        ]);
        opened = undefined;
        await kept();
        return done(told(taken));
      }),
  };
}

/** Fetched with the first register, or while the user chooses it. */
const registerReading = () => import(/* webpackChunkName: "register" */ './register-reading');

async function readSheet(workbook: Workbook, name: string): Promise<Result<readonly RawSheet[]>> {
  const sheet = await workbook.readRaw(name);
  if (sheet === undefined) return refuse('register-sheet-gone', name, { sheet: name });
  const isFilled = sheet.rows.some((row) => row.some((cell) => rawText(cell) !== ''));
  return isFilled ? done([sheet]) : refuse('register-sheet-empty', name);
}

function told({ name, sheets, sums }: TakenRegister): RegisterTaken {
  return {
    name,
    sums,
    sheets: sheets.map(({ name: sheet, documents, unreadable, doubts }) => ({
      name: sheet,
      documents: documents.length,
      unreadable: unreadable.slice(0, FIRST_ROWS),
      doubts: doubts.slice(0, FIRST_ROWS),
      counts: { unreadable: unreadable.length, doubts: doubts.length },
    })),
  };
}
