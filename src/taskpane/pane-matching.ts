import type { Category } from '../core/reconcile/category';
import type { MemoryCounts } from '../core/reconcile/memory';
import type { AppliedSum } from '../core/tasks/apply-suggestions';
import type { BulkPreview, Decided } from '../core/tasks/decide';
import type { MatchCard } from '../core/tasks/match-cards';
import type { NearDocument } from '../core/tasks/near-documents';
import type { RecordMatch } from '../core/tasks/record-match';
import type { Outcome, PortalFile, RecordPlace } from './pane-outcome';

/** What the comparison with the books comes to now. */
export interface MatchingLook {
  readonly register: {
    readonly file: string;
    readonly sheet: string;
    readonly readAt: string;
    readonly documents: number;
  };
  /** what the sheet Reconciliation says it was compared with, and when; blank where there is none */
  readonly shown: string;
  /** the sheets say something else than records, register and links do now */
  readonly outdated: boolean;
  /** one for each category, in the order of the contract */
  readonly cards: readonly MatchCard[];
  readonly remembered: MemoryCounts;
}

/** What the suggestions of categories would do, before they do. */
export interface MatchingPreview extends BulkPreview {
  readonly categories: readonly Category[];
  readonly answers: readonly AppliedSum[];
}

export type MatchAnswer = RecordMatch | 'comparing' | 'not-compared';

/** Where a category is shown. */
export interface ShownCategory {
  readonly sheet: string;
  /** how many sheets were filtered; 0 for a sheet that lists the category */
  readonly sheets: number;
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The part of the desk that compares the records with the register that the workbook keeps. */
export interface MatchingDesk {
  /** compares, and fills the columns beside Status and the sheets of the comparison */
  startMatching(): Promise<Outcome<MatchingLook>>;
  /** compares if that is needed, and writes nothing; undefined where the workbook keeps no register */
  matching(): Promise<Outcome<MatchingLook | undefined>>;
  showCategory(category: Category): Promise<Outcome<ShownCategory>>;
  /** takes the filters of the record sheets away; tells how many sheets show all of their rows */
  showAllRows(): Promise<Outcome<number>>;
  previewMatching(categories: readonly Category[]): Promise<Outcome<MatchingPreview>>;
  /** does what was previewed, on the same records; refused where the preview is not true any more */
  applyMatching(preview: MatchingPreview): Promise<Outcome<Decided>>;
  /** the two sides of a record; where they are still compared, the record is told anew when they are */
  matchOf(place: RecordPlace): Promise<Outcome<MatchAnswer>>;
  /** the documents of the books that come nearest to a record, without its partners */
  nearTo(place: RecordPlace): Promise<Outcome<readonly NearDocument[]>>;
  link(place: RecordPlace, near: Pick<NearDocument, 'at' | 'document'>): Promise<Outcome<undefined>>;
  /** parts a record from all that it was paired with */
  unlink(place: RecordPlace): Promise<Outcome<undefined>>;
  exportMemory(): Promise<Outcome<TextFile>>;
  importMemory(file: PortalFile): Promise<Outcome<MemoryCounts>>;
}
