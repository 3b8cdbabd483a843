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

/** The styles that the sheets need and the workbook lacks; those of an earlier import stay as the user has them. */
export async function missingStyles(place: ExcelPlace, plans: readonly SheetPlan[]): Promise<StyleName[]> {
  return runExcel(place, '', async (context) => {
    const { styles } = context.workbook;
    styles.load({ name: true, numberFormat: true });
    await context.sync();
    const there = new Map(styles.items.map(({ name, numberFormat }) => [name, numberFormat]));
    const wanted = [...new Set(plans.flatMap(stylesOf))];
    for (const name of wanted) {
      const known = there.get(styleOf(name));
      const { format } = looks[name];
      // Colours are the user's, but text that is no text any more would turn `0045` into a number.
      if (known !== undefined && format !== undefined && known !== format) {
        styles.getItem(styleOf(name)).numberFormat = format;
      }
    }
    await context.sync();
    return wanted.filter((name) => !there.has(styleOf(name)));
  });
}

export async function addStyles(place: ExcelPlace, names: readonly StyleName[]): Promise<void> {
  await runExcel(place, '', async (context) => {
    const { styles } = context.workbook;
    quietly(context, () => {
      for (const name of names) {
        styles.add(styleOf(name));
        drawStyle(styles.getItem(styleOf(name)), looks[name]);
      }
    });
    await context.sync();
  });
}

/** Takes away those of these styles that are there. */
export async function removeStyles(context: Excel.RequestContext, names: readonly StyleName[]): Promise<void> {
  const { styles } = context.workbook;
  styles.load({ name: true });
  await context.sync();
  const there = new Set(styles.items.map(({ name }) => name));
  for (const name of names.map(styleOf)) if (there.has(name)) styles.getItem(name).delete();
}

function stylesOf({ columns, top }: SheetPlan): StyleName[] {
  return [
    ...columns.map(({ style }) => style),
    ...top.flatMap((row) => row.map((cell) => (typeof cell === 'object' && 'style' in cell ? cell.style : 'plain'))),
  ];
}
