import { isolated } from './isolate';
import { formatCount } from './money';

/** What fills the gaps of a sentence. A number is a count; rows, lines, days and amounts come as text. */
export type Values = Readonly<Record<string, string | number>>;

/** The language of both catalogues. A translation brings its own. */
const english = new Intl.PluralRules('en');

/** In this order a gap gives the forms that its language has: in English `one` and `other`. */
const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/**
 * Fills a sentence of either catalogue. `{name}` is the value: a count in Indian grouping, a text as it is, kept from
 * turning the words around it. `{name|# record is|# records are}` is the form that goes with the count, and `#` in it the
 * count; that is the one way to say how many. A translation is a second table with the same keys and gaps.
 */
export function fill(template: string, values: Values, language = english): string {
  return template.replace(/\{(\w+)(?:\|([^{}]*))?\}/g, (whole, name: string, forms: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (typeof value === 'string') return isolated(value);
    return forms === undefined
      ? formatCount(value)
      : formFor(value, forms, language).replaceAll('#', formatCount(value));
  });
}

function formFor(count: number, written: string, language: Intl.PluralRules): string {
  const forms = written.split('|');
  const { pluralCategories } = language.resolvedOptions();
  const category = language.select(count);
  const at = ORDER.filter((one) => pluralCategories.includes(one)).indexOf(category);
  return forms[at] ?? forms.at(-1) ?? '';
}
