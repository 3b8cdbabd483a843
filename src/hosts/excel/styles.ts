/// <reference types="office-js" />
import { looks } from '../../core/look';
import type { SheetPlan, StyleName } from '../../core/workbook';
import { drawStyle } from './draw';
import { quietly, runExcel, type ExcelPlace } from './excel-run';

/** What Excel calls our styles: people find them in its list and may change their look for the whole workbook. */
export function styleOf(style: StyleName): string {
  return `IMS ${style.replace(/-/g, ' ')}`;
}

/** Excel's own style, which every workbook has. */
export const NORMAL = 'Normal';

/** Makes the styles that the sheets need and the workbook lacks; those of an earlier import stay as the user has them. Gives the names of the new ones. */
export async function addStyles(place: ExcelPlace, plans: readonly SheetPlan[]): Promise<string[]> {
  return runExcel(place, '', async (context) => {
    const { styles } = context.workbook;
    styles.load({ name: true });
    await context.sync();
    const there = new Set(styles.items.map(({ name }) => name));
    const missing = [...new Set(plans.flatMap(stylesOf))].filter((style) => !there.has(styleOf(style)));
    quietly(context, () => {
      for (const style of missing) {
        styles.add(styleOf(style));
        drawStyle(styles.getItem(styleOf(style)), looks[style]);
      }
    });
    await context.sync();
    return missing.map(styleOf);
  });
}

export function deleteStyles(context: Excel.RequestContext, names: readonly string[]): void {
  for (const name of names) context.workbook.styles.getItem(name).delete();
}

function stylesOf({ columns, top }: SheetPlan): StyleName[] {
  return [
    ...columns.map(({ style }) => style),
    ...top.flatMap((row) => row.map((cell) => (typeof cell === 'object' && 'style' in cell ? cell.style : 'plain'))),
  ];
}
