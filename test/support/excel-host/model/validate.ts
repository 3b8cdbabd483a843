import { compare, isError, plainText, type Value } from '../formula/evaluate';
import { contains } from './area';
import type { Book } from './book';
import { formulaValue, listItems, valueAt } from './calculate';
import type { Validation } from './rules';
import type { Sheet } from './sheet';

export function validationAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  return sheet.validations.find(({ areas }) => areas.some((of) => contains(of, row, column)));
}

/** Whether what stands in the cell meets its rule. */
export function isAllowedIn(book: Book, sheet: Sheet, row: number, column: number): boolean {
  const found = validationAt(sheet, row, column);
  return found === undefined || isAllowed(book, sheet, found, row, column);
}

function isAllowed(book: Book, sheet: Sheet, { setting, origin }: Validation, row: number, column: number): boolean {
  const value = valueAt(book, sheet, row, column);
  if (setting.rule === undefined || (value === undefined && setting.ignoreBlanks)) return true;
  const [[kind, body] = ['', {}]] = Object.entries(setting.rule);
  const rule = body as Readonly<Record<string, unknown>>;
  const place = { row, column };
  const resolve = (part: unknown): Value =>
    typeof part === 'string' && part.startsWith('=')
      ? formulaValue(book, sheet, part, place, origin)
      : typeof part === 'number' || typeof part === 'string'
        ? toEntry(part)
        : undefined;
  switch (kind) {
    case 'list':
      return inList(book, sheet, String(rule['source']), value, place, origin);
    case 'custom': {
      const result = resolve(rule['formula']);
      return result === true || (typeof result === 'number' && result !== 0);
    }
    case 'textLength':
      return within(isError(value) ? value : plainText(value).length, rule, resolve);
    case 'wholeNumber':
      return Number.isInteger(value) && within(value, rule, resolve);
    default:
      return typeof value === 'number' && within(value, rule, resolve);
  }
}

const toEntry = (part: string | number): Value =>
  typeof part === 'string' && part !== '' && !Number.isNaN(Number(part)) ? Number(part) : part;

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Items written into the rule are compared with case, those of cells without: that is how Excel does it. */
function inList(book: Book, sheet: Sheet, source: string, value: Value, place: Place, origin: Place): boolean {
  if (value === undefined || isError(value)) return false;
  if (!source.startsWith('=')) return source.split(',').some((item) => item.trim() === String(value));
  const items = listItems(book, sheet, source, place, origin);
  // A list that cannot be found lets everything in.
  if (items === undefined) return true;
  return items.some((item) => item !== undefined && !isError(item) && compare(item, value) === 0);
}

function within(value: Value, rule: Readonly<Record<string, unknown>>, resolve: (part: unknown) => Value): boolean {
  const [low, high] = [resolve(rule['formula1']), resolve(rule['formula2'])];
  if (isError(value) || isError(low) || isError(high)) return false;
  const [toLow, toHigh] = [compare(value, low), compare(value, high)];
  switch (rule['operator']) {
    case 'Between':
      return toLow >= 0 && toHigh <= 0;
    case 'NotBetween':
      return toLow < 0 || toHigh > 0;
    case 'EqualTo':
      return toLow === 0;
    case 'NotEqualTo':
      return toLow !== 0;
    case 'GreaterThan':
      return toLow > 0;
    case 'GreaterThanOrEqualTo':
      return toLow >= 0;
    case 'LessThan':
      return toLow < 0;
    case 'LessThanOrEqualTo':
      return toLow <= 0;
    default:
      return true;
  }
}
