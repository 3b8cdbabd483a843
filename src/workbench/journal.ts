import type { TypedEdit } from '../hosts/workbench/change-cells';
import { keptParts } from './kept-edits';
import type { KeptWork, Keeper, KeptBook } from './kept-work';

/** What the browser keeps of the open workbook. One thing after the other; once the browser cannot, no more is tried. */
export interface Journal {
  found(): Promise<readonly KeptWork[]>;
  erase(id: string): Promise<void>;
  /** an edit of the workbook `name`, whose file is `base` */
  add(name: string, base: Blob, edit: TypedEdit): void;
  rename(name: string): void;
  /** the file of the workbook is another now: it got sheets */
  rebase(base: Blob): void;
  /** there is nothing to keep of the open workbook */
  forget(): Promise<void>;
  /** takes over what another tab left behind, now that it is open here */
  adopt(kept: KeptBook): Promise<void>;
}

/** `failed` is told once why the browser keeps nothing. */
export function createJournal(keeper: Keeper, failed: (reason: string) => void): Journal {
  let last: Promise<void> = Promise.resolve();
  let works = true;
  /** true while the browser holds the file of the open workbook */
  let isBegun = false;
  const after = (work: () => Promise<void>): Promise<void> => {
    last = last.then(async () => {
      if (!works) return;
      try {
        await work();
      } catch (fault) {
        works = false;
        failed(fault instanceof Error ? fault.message : String(fault));
      }
    });
    return last;
  };
  return {
    found: async () => {
      let found: readonly KeptWork[] = [];
      await after(async () => {
        found = await keeper.found();
      });
      return found;
    },
    erase: (id) => after(() => keeper.erase(id)),
    add: (name, base, edit) =>
      void after(async () => {
        if (!isBegun) await keeper.begin(name, base);
        isBegun = true;
        await keeper.add(keptParts(edit));
      }),
    rename: (name) =>
      void after(async () => {
        if (isBegun) await keeper.rename(name);
      }),
    rebase: (base) =>
      void after(async () => {
        if (isBegun) await keeper.rebase(base);
      }),
    forget: () =>
      after(async () => {
        isBegun = false;
        await keeper.forget();
      }),
    adopt: ({ id, name, base, parts }) =>
      after(async () => {
        await keeper.begin(name, base);
        isBegun = true;
        await keeper.add(parts);
        await keeper.erase(id);
      }),
  };
}
