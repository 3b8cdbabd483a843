import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptPart } from './kept-edits';

/** Work that a tab left behind. */
export interface KeptWork {
  readonly id: string;
  readonly name: string;
  /** milliseconds since 1970 */
  readonly at: number;
}

/** A workbook as it was in its file, and everything that was changed since. */
export interface KeptBook extends KeptWork {
  readonly base: Blob;
  readonly parts: readonly KeptPart[];
}

/**
 * Keeps the work of this tab in the browser's database, so that a closed tab or a crash costs nothing. It never leaves the
 * computer. Where the browser has no database, or no room, each call throws.
 */
export interface Keeper {
  /** what other tabs left behind, those that are still open not among them; the newest first */
  found(): Promise<KeptWork[]>;
  take(id: string): Promise<KeptBook | undefined>;
  erase(id: string): Promise<void>;
  /** from now on the work of this tab is about this workbook */
  begin(name: string, base: Blob): Promise<void>;
  /** the file of the workbook is another now: it got sheets. What was changed since it was opened stays. */
  rebase(base: Blob): Promise<void>;
  add(parts: readonly KeptPart[]): Promise<void>;
  rename(name: string): Promise<void>;
  /** the work is saved, there is nothing to keep */
  forget(): Promise<void>;
}

interface Schema extends DBSchema {
  books: { key: string; value: KeptWork };
  files: { key: string; value: Uint8Array<ArrayBuffer> };
  edits: { key: number; value: { readonly book: string; readonly part: KeptPart }; indexes: { book: string } };
}

export function createKeeper(): Keeper {
  // A page from http:// has no `crypto.randomUUID`.
  const own = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const database = async (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>('ims-offline', 1, {
      upgrade: (made) => {
        made.createObjectStore('books', { keyPath: 'id' });
        made.createObjectStore('files');
        made.createObjectStore('edits', { autoIncrement: true }).createIndex('book', 'book');
      },
    });
    return opened;
  };
  // Missing on a page from http://, refused where the browser keeps nothing for the page.
  const locks = navigator.locks as LockManager | undefined;
  // Held as long as the tab lives, so that other tabs know that its work is not left behind.
  locks?.request(own, () => new Promise(() => undefined)).catch(() => undefined);
  const isOpen = async (id: string): Promise<boolean> => {
    const held = await locks?.query();
    return held?.held?.some(({ name }) => name === id) ?? false;
  };
  const erase = async (id: string): Promise<void> => {
    const work = (await database()).transaction(['books', 'files', 'edits'], 'readwrite');
    const keys = await work.objectStore('edits').index('book').getAllKeys(id);
    await Promise.all([
      work.objectStore('books').delete(id),
      work.objectStore('files').delete(id),
      ...keys.map((key) => work.objectStore('edits').delete(key)),
      work.done,
    ]);
  };
  return {
    found: async () => {
      const kept = await database();
      const left: KeptWork[] = [];
      for (const book of await kept.getAll('books')) {
        if (book.id === own || (await isOpen(book.id))) continue;
        left.push(book);
      }
      return left.sort((a, b) => b.at - a.at);
    },
    take: async (id) => {
      const kept = await database();
      const [book, base] = [await kept.get('books', id), await kept.get('files', id)];
      if (book === undefined || base === undefined) return undefined;
      const edits = await kept.getAllFromIndex('edits', 'book', id);
      return { ...book, base: new Blob([base]), parts: edits.map(({ part }) => part) };
    },
    erase,
    begin: async (name, base) => {
      await erase(own);
      const bytes = await bytesOf(base);
      const work = (await database()).transaction(['books', 'files'], 'readwrite');
      await Promise.all([
        work.objectStore('books').put({ id: own, name, at: Date.now() }),
        work.objectStore('files').put(bytes, own),
        work.done,
      ]);
    },
    rebase: async (base) => {
      const bytes = await bytesOf(base);
      await (await database()).put('files', bytes, own);
    },
    add: async (parts) => {
      const work = (await database()).transaction(['books', 'edits'], 'readwrite');
      const book = await work.objectStore('books').get(own);
      await Promise.all([
        ...parts.map((part) => work.objectStore('edits').add({ book: own, part })),
        ...(book === undefined ? [] : [work.objectStore('books').put({ ...book, at: Date.now() })]),
        work.done,
      ]);
    },
    rename: async (name) => {
      const books = (await database()).transaction('books', 'readwrite');
      const book = await books.store.get(own);
      await Promise.all([...(book === undefined ? [] : [books.store.put({ ...book, name })]), books.done]);
    },
    forget: () => erase(own),
  };
}

/** Not every browser keeps a Blob. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}
