import type { ShownBlock } from '../../../core/book-view';
import type { Cell } from '../../../core/kernel/cell';
import type { Progress } from '../../../core/workbook';
import type { IsWanted } from '../cells/row-reader';
import type { FileBytes } from '../zip';
import { startReading, type ReadBook } from './read-book-view';

/** The rows of a sheet that differ, as they were and as they are; what is alike is missing in both. */
export interface DifferingRows {
  readonly before: readonly (readonly Cell[])[];
  readonly now: readonly (readonly Cell[])[];
}

/** The rows of a file beside those of a window, which come in blocks. Both are let go where they are alike. */
export interface BookComparison {
  /** sheets are numbered as in `names`; the blocks of one follow each other */
  add(block: ShownBlock): Promise<void>;
  end(): Promise<ComparedBook>;
}

export interface ComparedBook {
  readonly base: ReadBook;
  /** by name of the sheet */
  readonly differing: ReadonlyMap<string, DifferingRows>;
  /** Reads rows of a sheet once more. */
  readonly again: (sheet: string, rows: ReadonlySet<number>) => Promise<ReadonlyMap<number, readonly Cell[]>>;
}

/** `names` are the sheets of the window. */
export async function compareBook(
  file: FileBytes,
  names: readonly string[],
  progress?: Progress,
): Promise<BookComparison> {
  const reading = await startReading(file, progress);
  const differing = new Map<string, DifferingRows>();
  const rowsOf = (name: string, isWanted: IsWanted): ReturnType<typeof reading.rows> =>
    reading.rows(reading.names.indexOf(name), isWanted);
  let present: SheetComparison | undefined;
  const goTo = async (name: string): Promise<SheetComparison> => {
    if (present?.name === name) return present;
    await present?.end();
    present = new SheetComparison(name, (isWanted) => rowsOf(name, isWanted));
    differing.set(name, present);
    return present;
  };
  const findRows: ComparedBook['again'] = async (name, wanted) => {
    const found = new Map<number, readonly Cell[]>();
    let row = 0;
    for await (const band of rowsOf(name, (row) => wanted.has(row)))
      for (const cells of band) {
        if (wanted.has(row)) found.set(row, cells);
        row += 1;
      }
    return found;
  };
  return {
    add: async (block) => {
      const sheet = await goTo(names[block.sheet] ?? '');
      await sheet.add(block.rows);
    },
    end: async () => {
      for (const name of names) if (!differing.has(name)) await goTo(name);
      await present?.end();
      // What the window does not have is read for what the file says of it alone.
      for (const name of reading.names) if (!differing.has(name)) await findRows(name, new Set());
      return { base: await reading.end(), differing, again: findRows };
    },
  };
}

class SheetComparison implements DifferingRows {
  readonly name: string;
  readonly before: (readonly Cell[])[] = [];
  readonly now: (readonly Cell[])[] = [];
  private readonly bands: AsyncGenerator<readonly Cell[][]>;
  private band: readonly Cell[][] = [];
  private next = 0;
  /** what was added last, and the row at which it begins */
  private added: ShownBlock['rows'] = [];
  private first = 0;

  constructor(name: string, bandsOf: (isWanted: IsWanted) => AsyncGenerator<readonly Cell[][]>) {
    this.name = name;
    // Nobody asks for cells that both have alike. What is read on in a band without being told of is read.
    this.bands = bandsOf((row) => this.added[row - this.first] !== null);
  }

  /** null is as the file has it */
  async add(rows: ShownBlock['rows']): Promise<void> {
    this.first += this.added.length;
    this.added = rows;
    for (const row of rows) {
      const was = this.band[this.next] ?? (await this.goOn());
      this.next += 1;
      this.keep(was, row ?? was);
    }
  }

  /** What is left in the file is no longer in the window. */
  async end(): Promise<void> {
    for (;;) {
      const was = this.band[this.next] ?? (await this.goOn());
      if (was === undefined) return;
      this.next += 1;
      this.keep(was, undefined);
    }
  }

  private keep(was: readonly Cell[] | undefined, is: readonly Cell[] | undefined): void {
    const row = Math.max(this.before.length, this.now.length);
    if (was !== undefined) this.before.length = row + 1;
    if (is !== undefined) this.now.length = row + 1;
    if (was === is || areAlike(was ?? [], is ?? [])) return;
    if (was !== undefined) this.before[row] = was;
    if (is !== undefined) this.now[row] = is;
  }

  /** The next row of the file; undefined at its end. */
  private async goOn(): Promise<readonly Cell[] | undefined> {
    do {
      const band = await this.bands.next();
      [this.band, this.next] = [band.done === true ? [] : band.value, 0];
      if (band.done === true) return undefined;
    } while (this.band.length === 0);
    return this.band[0];
  }
}

/** Blank cells at the end of a row count for nothing. */
function areAlike(a: readonly Cell[], b: readonly Cell[]): boolean {
  for (let column = Math.max(a.length, b.length) - 1; column >= 0; column -= 1) {
    if ((a[column] ?? '') !== (b[column] ?? '')) return false;
  }
  return true;
}
