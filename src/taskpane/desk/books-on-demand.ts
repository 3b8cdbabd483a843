import type { BooksCodec } from '../../core/reconcile/kept';

/** What packs registers and links, fetched when a workbook first has some: the first screen needs nothing of them. */
export const booksOnDemand: BooksCodec = {
  packBooks: async (books) => (await booksStore()).packBooks(books),
  unpackBooks: async (pieces) => (await booksStore()).unpackBooks(pieces),
  packMemory: async (memory) => (await booksStore()).packMemory(memory),
  unpackMemory: async (pieces) => (await booksStore()).unpackMemory(pieces),
};

const booksStore = async (): Promise<BooksCodec> =>
  (await import(/* webpackChunkName: "books" */ '../../boundary/books-store')).booksStore;
