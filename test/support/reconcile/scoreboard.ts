import type { Row, Score } from './score';

export interface Totals {
  readonly falseAccepts: number;
  readonly precision: number;
  readonly recall: number;
}

/** Over all rows, or over some of them: the many that are clean say little of the others. */
export function totalsOf({ rows }: Score, counts: (row: Row) => boolean = () => true): Totals {
  const some = [...rows.values()].filter(counts);
  const sum = (of: (row: Row) => number): number => some.reduce((total, row) => total + of(row), 0);
  const right = sum((row) => row.right);
  const wrong = sum((row) => row.wrong);
  return {
    falseAccepts: sum((row) => row.falseAccepts),
    precision: right / (right + wrong),
    recall: sum((row) => row.found) / sum((row) => row.demanded),
  };
}

/** Neither the clean ones nor a crowd, most of which is clean. */
export function isHard({ sort, name }: Row): boolean {
  return sort !== 'clean' && !name.startsWith('many ');
}

export function recallOf({ demanded, found }: Row): number {
  return demanded === 0 ? 1 : found / demanded;
}

const order = ['clean', 'alone', 'defect', 'trap'];
const headings = ['demanded', 'found', 'recall %', 'misnamed', 'wrong', 'false accepts'];

/** One line for each defect and trap, as text. */
export function tableOf(score: Score): string {
  const rows = [...score.rows.values()].sort(
    (a, b) => order.indexOf(a.sort) - order.indexOf(b.sort) || (a.name < b.name ? -1 : 1),
  );
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(width) + cells.map((cell) => String(cell).padStart(15)).join('');
  return [
    line('', headings),
    ...rows.map((row) =>
      line(row.name, [row.demanded, row.found, percent(recallOf(row)), row.misnamed, row.wrong, row.falseAccepts]),
    ),
    `all: ${summed(totalsOf(score))}`,
    `all but the clean ones: ${summed(totalsOf(score, isHard))}`,
    '',
  ].join('\n');
}

function summed({ falseAccepts, precision, recall }: Totals): string {
  return `precision ${percent(precision)} %, recall ${percent(recall)} %, false accepts ${falseAccepts}`;
}

function percent(share: number): string {
  return (share * 100).toFixed(2);
}
