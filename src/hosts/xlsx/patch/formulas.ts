import { shiftFormula } from './shift-formula';
import { escapeXml, unescapeXml } from './xml-text';

/** The formula of a cell as it stands in the sheet. */
export interface PlacedFormula {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly attributes: string;
  readonly text: string;
  /** number of the shared formula that it is the head or a follower of */
  readonly shared: string | undefined;
  /** last row of the cells that share it, counted from 0; only the head knows it */
  readonly sharedUntil: number | undefined;
}

interface Head {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Excel writes a formula that was filled down once, in its first cell, and its followers only name it. When the first
 * cell gets a value the followers would be lost, so each of them is given the formula in full.
 */
export class LostHeads {
  private readonly heads = new Map<string, Head>();
  private until = -1;

  /** whether a row may hold followers */
  reach(row: number): boolean {
    return row <= this.until;
  }

  add(formula: PlacedFormula, row: number, column: number): void {
    if (formula.shared === undefined || formula.sharedUntil === undefined) return;
    this.heads.set(formula.shared, { row, column, text: unescapeXml(formula.text) });
    this.until = Math.max(this.until, formula.sharedUntil);
  }

  /** What to write for a formula instead; undefined where it can stay. */
  inFull(formula: PlacedFormula, row: number, column: number): string | undefined {
    const head = formula.shared === undefined ? undefined : this.heads.get(formula.shared);
    if (head === undefined) return undefined;
    const text = escapeXml(shiftFormula(head.text, row - head.row, column - head.column));
    return `<${formula.tag}${formula.attributes}>${text}</${formula.tag}>`;
  }
}
