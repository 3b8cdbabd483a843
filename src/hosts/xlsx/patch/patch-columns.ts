import { type LayoutEdit } from './edited-cells';
import { type Splice } from './splice';
import { type TagReader } from './tag-reader';

/** Columns that the file says the same of, first and last counted from 0, and the tag that says it. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly tag: string;
  /** its attributes but place, width and hiding */
  readonly others: string;
  /** what it says of the width */
  readonly width: string;
}

const PLACE = ['min', 'max'];
const WIDTH = ['width', 'customWidth', 'bestFit'];
const CHANGED = [...PLACE, ...WIDTH, 'hidden'];

/** Writes the widths of columns into the `cols` that the reader stands at. */
export function patchColumns(reader: TagReader, out: Splice, columns: LayoutEdit['columns']): void {
  const { end, kind, name, prefix } = reader;
  const runs: Run[] = [];
  reader.children(() => runs.push(...splitRun(reader, columns)));
  const found = new Set(runs.map(({ first }) => first));
  for (const column of columns.keys())
    if (!found.has(column)) runs.push({ first: column, last: column, tag: '', others: '', width: '' });
  const written = runs
    .sort((a, b) => a.first - b.first)
    .map((run) => writeRun(prefix, run, columns.get(run.first)))
    .join('');
  if (kind === 'empty') out.replace(end - 2, end, `>${written}</${name}>`);
  else out.replace(end, reader.start, written);
}

/** Writes them where the sheet says nothing of columns yet, before its cells. */
export function insertColumns(prefix: string, at: number, out: Splice, columns: LayoutEdit['columns']): void {
  const written = [...columns]
    .sort(([a], [b]) => a - b)
    .map(([column, now]) => writeRun(prefix, { first: column, last: column, tag: '', others: '', width: '' }, now));
  out.insert(at, `<${prefix}cols>${written.join('')}</${prefix}cols>`);
}

/** The run at which the reader stands, in pieces: each column that changes is one of its own. */
function splitRun(reader: TagReader, columns: LayoutEdit['columns']): Run[] {
  const [from, to] = [Number(reader.attribute('min')) - 1, Number(reader.attribute('max')) - 1];
  const others = reader.attributes((name) => !CHANGED.includes(name));
  const width = reader.attributes((name) => WIDTH.includes(name));
  const rest = reader.attributes((name) => !PLACE.includes(name));
  const changed = [...columns.keys()].filter((column) => from <= column && column <= to).sort((a, b) => a - b);
  const tag = reader.text.slice(reader.start, reader.end);
  if (changed.length === 0) return [{ first: from, last: to, tag, others, width }];
  const runs: Run[] = [];
  const add = (first: number, last: number): void => {
    if (first > last) return;
    const place = `min="${first + 1}" max="${last + 1}"`;
    runs.push({ first, last, tag: `<${reader.name} ${place}${rest}/>`, others, width });
  };
  let next = from;
  for (const column of changed) {
    add(next, column - 1);
    runs.push({ first: column, last: column, tag: '', others, width });
    next = column + 1;
  }
  add(next, to);
  return runs;
}

function writeRun(
  prefix: string,
  { first, last, tag, others, width: before }: Run,
  now: ReturnType<LayoutEdit['columns']['get']>,
): string {
  if (now === undefined) return tag;
  const hidden = now.hidden ? ' hidden="1"' : '';
  const width = now.width === undefined ? before : ` width="${now.width}" customWidth="1"`;
  return `<${prefix}col min="${first + 1}" max="${last + 1}"${others}${width}${hidden}/>`;
}
