/** A number as Excel shows it without a format: at most eleven characters in a cell of usual width. */
function generalText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) {
    const [digits = '', power = '0'] = value.toExponential(5).split('e');
    const exponent = Number(power);
    return `${digits.replace(/\.?0+$/, '')}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const whole = String(Math.trunc(size)).length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

const DAY = 86_400_000;
const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** Days since 1899-12-30, as Excel counts them; right from March 1900 on. */
export const serialOf = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY);

const dateOf = (serial: number): Date => new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000);

interface Section {
  readonly when: ((value: number) => boolean) | undefined;
  readonly code: string;
}

const order: Record<string, (value: number, limit: number) => boolean> = {
  '>': (value, limit) => value > limit,
  '<': (value, limit) => value < limit,
  '>=': (value, limit) => value >= limit,
  '<=': (value, limit) => value <= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

function sectionsOf(format: string): Section[] {
  const parts = format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+/gs) ?? ['General'];
  return parts.map((part) => {
    const found = /\[(>=|<=|<>|>|<|=)(-?[\d.]+)\]/.exec(part);
    const test = order[found?.[1] ?? ''];
    const limit = Number(found?.[2]);
    const code = part.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
    return { when: test === undefined ? undefined : (value) => test(value, limit), code };
  });
}

/** The section for this number and whether it writes the minus sign itself. */
function pick(sections: readonly Section[], value: number): { code: string; signed: boolean } {
  const [first, second, third] = sections;
  if (first === undefined) return { code: 'General', signed: true };
  if (first.when !== undefined) {
    const chosen = sections.find(({ when }, index) => when?.(value) ?? index === sections.length - 1) ?? first;
    return { code: chosen.code, signed: value < 0 && !chosen.code.includes('-') };
  }
  if (value < 0 && second !== undefined) return { code: second.code, signed: false };
  if (value === 0 && third !== undefined) return { code: third.code, signed: false };
  return { code: first.code, signed: true };
}

const bare = (code: string): string => code.replace(/"[^"]*"|\\.|_./g, '');

export function isDateFormat(format: string): boolean {
  return format !== 'General' && /[dy]|m{3}|h|(^|[^#0.])m/i.test(bare(sectionsOf(format)[0]?.code ?? ''));
}

/** What a cell shows for this value. */
export function shownText(value: string | number | boolean, format: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') {
    const text = sectionsOf(format)[3]?.code ?? '@';
    return text.replaceAll('"', '').replace('@', () => value);
  }
  const { code, signed } = pick(sectionsOf(format), value);
  if (code === 'General' || code === '@' || code === '') return generalText(value);
  if (isDateFormat(code)) return value < 0 ? '########' : dateText(value, code);
  const digits = numberText(Math.abs(value), code);
  return signed && value < 0 && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

function dateText(serial: number, code: string): string {
  const date = dateOf(serial);
  const clock = /am\/pm/i.test(code);
  const hours = clock ? ((date.getUTCHours() + 11) % 12) + 1 : date.getUTCHours();
  const parts: Record<string, string> = {
    yyyy: String(date.getUTCFullYear()),
    yy: String(date.getUTCFullYear()).slice(-2),
    mmmm: MONTHS[date.getUTCMonth()] ?? '',
    mmm: (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3),
    mm: String(date.getUTCMonth() + 1).padStart(2, '0'),
    m: String(date.getUTCMonth() + 1),
    dd: String(date.getUTCDate()).padStart(2, '0'),
    d: String(date.getUTCDate()),
    hh: String(hours).padStart(2, '0'),
    h: String(hours),
    ss: String(date.getUTCSeconds()).padStart(2, '0'),
    s: String(date.getUTCSeconds()),
  };
  let afterHours = false;
  return code.replace(
    /"([^"]*)"|\\(.)|am\/pm|yyyy|yy|m{1,4}|d{1,2}|h{1,2}|s{1,2}/gi,
    (token, quoted?: string, escaped?: string) => {
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? '';
      const key = token.toLowerCase();
      if (key === 'am/pm') return date.getUTCHours() < 12 ? 'AM' : 'PM';
      if (key.startsWith('m') && key.length <= 2 && afterHours)
        return String(date.getUTCMinutes()).padStart(key.length, '0');
      afterHours = key.startsWith('h');
      return parts[key] ?? token;
    },
  );
}

/** Digits laid into the places of a section, from the decimal point outwards. */
function numberText(value: number, code: string): string {
  const plain = bare(code);
  const scaled = plain.includes('%') ? value * 100 : value;
  if (/e[+-]/i.test(plain)) return powerText(scaled, plain);
  const [wholePlaces = '', decimalPlaces = ''] = [/^[^.]*/.exec(plain)?.[0], /\.([0#?]*)/.exec(plain)?.[1]];
  const [whole = '0', decimals = ''] = scaled.toFixed(decimalPlaces.length).split('.');
  const places = (wholePlaces.match(/[0#?]/g) ?? []).length;
  const least = (wholePlaces.match(/0/g) ?? []).length;
  const grouped = /[0#?],[0#?]/.test(wholePlaces);
  let digits = whole === '0' ? '' : whole;
  digits = digits.padStart(least, '0');
  return lay(code, grouped ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits, places, decimals, decimalPlaces);
}

function powerText(value: number, plain: string): string {
  const [, decimals = '', places = ''] = /(?:\.([0#]+))?e[+-](0+)/i.exec(plain) ?? [];
  const [digits = '', power = '0'] = value.toExponential(decimals.length).split('e');
  const exponent = Number(power);
  return `${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(places.length, '0')}`;
}

function lay(code: string, whole: string, places: number, decimals: string, decimalPlaces: string): string {
  const shortest = decimals.replace(/0*$/, (zeros) =>
    zeros.slice(0, Math.max(0, (decimalPlaces.match(/0/g)?.length ?? 0) - (decimals.length - zeros.length))),
  );
  const slots = spread(whole, places);
  let slot = 0;
  let behind = false;
  return code.replace(/"([^"]*)"|\\(.)|_.|\*.|[0#?]|,|\./gs, (token, quoted?: string, escaped?: string) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? '';
    if (token.startsWith('_')) return ' ';
    if (token.startsWith('*') || token === ',') return '';
    if (token === '.') {
      behind = true;
      return `.${shortest}`;
    }
    if (behind) return '';
    return slots[slot++] ?? '';
  });
}

/** Digits for each place; the first place takes all that are more. */
function spread(whole: string, places: number): string[] {
  const slots: string[] = [];
  let rest = whole;
  for (let place = places - 1; place > 0; place -= 1) {
    const digit = /,?\d$/.exec(rest)?.[0] ?? '';
    slots.unshift(digit);
    rest = rest.slice(0, rest.length - digit.length);
  }
  return [rest, ...slots];
}
