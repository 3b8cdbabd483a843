import type { Finding } from '../kernel/finding';
import type { Paise } from '../kernel/money';
import type { Answers, Status, UserColumn } from '../language/row';

/** One record in plain words, as it stands in its row. */
export interface Card {
  readonly sheet: string;
  /** from 0 */
  readonly row: number;
  /** `Credit note`, `Amended invoice` … */
  readonly kind: string;
  readonly supplierGstin: string;
  readonly supplierName: string;
  readonly number: string;
  readonly date: string;
  /** headings and values of the other columns of the portal, in the order of the sheet */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly taxable: Paise;
  readonly tax: Paise;
  readonly answers: Answers;
  /** true where what stands in the row differs from the download and would be uploaded */
  readonly changed: boolean;
  /** what the portal has on record, `Accepted` … */
  readonly onPortal: Status;
  /** the four actions and what each would mean for this record; `blocked` says why it is not offered */
  readonly actions: readonly { readonly status: Status; readonly means: string; readonly blocked?: string }[];
  /** filed or only saved, and what follows from it */
  readonly filing: { readonly state: 'filed' | 'saved' | 'unknown'; readonly text: string };
  /** what this record amends, and where that stands in the workbook */
  readonly original?: { readonly text: string; readonly place?: { readonly sheet: string; readonly row: number } };
  /** the ITC-reduction question, where the record type has it */
  readonly itc?: {
    readonly state: 'needed' | 'offered' | 'closed';
    readonly text: string;
    /** one per tax head, with the most that can be reduced */
    readonly heads: readonly { readonly column: UserColumn; readonly label: string; readonly max: Paise }[];
    /** CGST and SGST must be reduced alike */
    readonly evenHeads: boolean;
  };
  readonly remarks: { readonly state: 'open' | 'blocked' | 'not-sent'; readonly text: string; readonly limit: number };
  readonly findings: readonly Finding[];
  /** the portal's message on this record, from the error file */
  readonly portalError: string;
  /** `New`, `Changed: …`, `Withdrawn: …` or blank */
  readonly change: string;
}
