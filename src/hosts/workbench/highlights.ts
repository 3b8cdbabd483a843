import type { IStyleData } from '@univerjs/core';
import type { Cell } from '../../core/kernel/cell';
import { highlightLooks, type Look } from '../../core/look';
import type { HighlightPlan } from '../../core/workbook';
import { styleOver } from './styles';

/** What highlights lay over a cell. */
export interface Highlight {
  readonly style: IStyleData;
  readonly format?: string;
}

type ValueAt = (row: number, column: number) => Cell;

/**
 * Which highlight a cell of the data has. The first that fits wins, property by property; combinations are put together
 * once, as there are few of them.
 */
export function createHighlights(
  plans: readonly HighlightPlan[],
  at: ValueAt,
  headingRow: () => number,
): (row: number, column: number, value: Cell) => Highlight | undefined {
  const combinations = new Map<number, Highlight>();
  return (row, column, value) => {
    let bits = 0;
    for (let index = 0; index < plans.length; index += 1) {
      const plan = plans[index];
      if (plan !== undefined && fits(plan, row, column, value, at, headingRow)) bits |= 1 << index;
    }
    if (bits === 0) return undefined;
    let highlight = combinations.get(bits);
    if (highlight === undefined) combinations.set(bits, (highlight = combined(plans, bits)));
    return highlight;
  };
}

function fits(
  plan: HighlightPlan,
  row: number,
  column: number,
  value: Cell,
  at: ValueAt,
  headingRow: () => number,
): boolean {
  switch (plan.kind) {
    case 'marked': {
      const marks = at(row, plan.marksColumn);
      return marks !== '' && String(marks).includes(`|${plan.prefix}${String(at(headingRow(), column))}|`);
    }
    case 'row-begins':
      return String(at(row, plan.column)).startsWith(plan.text);
    case 'below':
      return typeof value === 'number' && (value < plan.limit || (plan.equalToo && value === plan.limit));
    case 'equals':
      return column === plan.column && value === plan.text;
  }
}

function combined(plans: readonly HighlightPlan[], bits: number): Highlight {
  const look: Look = plans.reduceRight<Look>(
    (below, plan, index) => ((bits & (1 << index)) === 0 ? below : { ...below, ...highlightLooks[plan.look] }),
    {},
  );
  return { style: styleOver(look), ...(look.format === undefined ? {} : { format: look.format }) };
}
