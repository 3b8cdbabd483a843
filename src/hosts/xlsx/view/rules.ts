import type { SheetRule } from '../../../core/sheet-rules';
import type { ListPlan } from '../../../core/workbook';
import type { TagReader } from '../patch/tag-reader';
import { unescapeXml } from '../patch/xml-text';

/** A dropdown list as it is written, with its sentences. */
export interface Validation extends SheetRule, Pick<ListPlan, 'promptTitle' | 'prompt' | 'errorTitle' | 'error'> {}

/** A conditional look as it is written. */
export interface Condition extends SheetRule {
  readonly priority: number;
  /** number of its look among the differential ones; undefined where it has none or is no formula */
  readonly look: number | undefined;
}

/** The lists of the element that the reader stands at. */
export function readValidations(reader: TagReader): Validation[] {
  const found: Validation[] = [];
  reader.children(() => {
    if (reader.attribute('type') !== 'list') return;
    const said = (name: string): string => unescapeXml(reader.attribute(name) ?? '');
    const sentences = {
      promptTitle: said('promptTitle'),
      prompt: said('prompt'),
      errorTitle: said('errorTitle'),
      error: said('error'),
    };
    let range = reader.attribute('sqref') ?? '';
    let formula = '';
    reader.children(() => {
      if (reader.is('formula1')) formula = reader.content();
      // In an extension the range stands as an element of its own.
      else if (reader.is('sqref')) range = reader.content();
    });
    found.push({ ...sentences, range, formula });
  });
  return found;
}

/** Excel keeps lists whose items stand on another sheet as an extension (MS-XLSX 2.6.4). */
export function readExtension(reader: TagReader): Validation[] {
  const found: Validation[] = [];
  reader.children(() =>
    reader.children(() => {
      if (reader.is('dataValidations')) found.push(...readValidations(reader));
    }),
  );
  return found;
}

export function readCondition(reader: TagReader, range: string): Condition {
  const priority = Number(reader.attribute('priority') ?? 0);
  const number = reader.attribute('type') === 'expression' ? reader.attribute('dxfId') : undefined;
  let formula = '';
  reader.children(() => {
    if (reader.is('formula')) formula = reader.content();
  });
  return { range, formula, priority, look: number === undefined ? undefined : Number(number) };
}
