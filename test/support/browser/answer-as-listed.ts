import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UserAtSheets } from './user-at-sheets';

/** Types every answer of the sample's list into its cell, one after the other, as a person does. */
export function answerAsListed({ type }: UserAtSheets): void {
  const list = readFileSync(join(__dirname, '../../../fixtures/actions/download.csv'), 'utf8');
  const [headings = [], ...rows] = list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
  for (const cells of rows) {
    const at = (heading: string): string => cells[headings.indexOf(heading)] ?? '';
    for (const heading of headings.slice(headings.indexOf('Status'))) {
      const value = at(heading);
      const isAmount = /^(IGST|CGST|SGST|Cess) /.test(heading);
      if (value !== '') type(at('Sheet'), at('Document number'), heading, isAmount ? Number(value) : value);
    }
  }
}
