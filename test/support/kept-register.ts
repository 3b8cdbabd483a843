import { readRegister } from '../../src/core/reconcile/register/read-register';
import { recogniseSheets } from '../../src/core/reconcile/register/recognise-sheets';
import { booksOf } from '../../src/core/tasks/books-of';
import { keepBooks, writeAll } from '../../src/core/tasks/kept-books';
import type { Workbook } from '../../src/core/workbook';
import { fixtureBytes, memoryDesk, must } from './desk';
import { RECIPIENT } from './generate-download';
import { readBytes } from './register-fixture';

interface RegisterToKeep {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly time?: string;
}

/** The sample's register: it has something of every category. */
const aprilBooks: RegisterToKeep = {
  bytes: fixtureBytes('registers/april-books.csv'),
  name: 'april-books.csv',
};

/** The workbook keeps this register, as after its import. */
export async function keepRegister(
  workbook: Workbook,
  { bytes, name, time = '09:12' }: RegisterToKeep = aprilBooks,
): Promise<void> {
  const [first] = recogniseSheets(must(await readBytes(bytes, name)));
  const desk = { ...memoryDesk({ time }), workbook };
  const { sheet, layout } = first!;
  const { documents } = readRegister(sheet, layout, RECIPIENT);
  const books = booksOf(desk, name, [{ name: sheet.name, layout, documents }]);
  await writeAll(desk, [await keepBooks(desk, books)]);
}
