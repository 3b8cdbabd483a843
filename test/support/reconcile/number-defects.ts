import type { Random } from '../generate-download';
import type { FieldDefect } from './defects';

/** Ways in which a number is written otherwise, and is still plainly the same. */
const sameNumber: Record<string, (number: string, random: Random) => string> = {
  'separators changed': (number, random) => {
    const separator = random.pick(['', '-', '/', ' ', '_', '.']);
    return number.replace(/[-/]/g, separator);
  },
  'leading zeros dropped': (number) => number.replace(/(^|[^0-9])0+(?=[1-9])/g, '$1'),
  'leading zeros added': (number) => (/(^|[^0-9])\d{1,4}$/.test(number) ? number.replace(/(\d+)$/, '00$1') : number),
  'small letters': (number) => number.toLowerCase(),
  blanks: (number, random) =>
    random.pick([
      () => ` ${number} `,
      () => number.replace(/[-/]/g, ' $& '),
      () => `${number}\u00a0`,
      () => number.replace(/^([A-Z]+)/, '$1 '),
    ])(),
};

const YEAR = /(?:FY)?(?:2025-26|25-26|2526)/;

/** Ways in which a part of the number is left away or can be misread; with all else equal it is the same document. */
const shortNumber: Record<string, (number: string, random: Random) => string> = {
  'financial year dropped': (number) =>
    number
      .replace(/^2526(?=\d{5})/, '')
      .replace(/^GST2526/, 'GST')
      .replace(/[-/](?:2025-26|25-26)(?=[-/]|$)/, ''),
  'financial year written otherwise': (number, random) => {
    const now = YEAR.exec(number)?.[0];
    // Where nothing stands around the year, another length of it makes a number of another kind.
    if (now === undefined || now === '2526') return number;
    return number.replace(
      now,
      random.pick(['2025-26', '25-26', '2526', '25/26', '2025-2026'].filter((year) => year !== now)),
    );
  },
  'prefix dropped': (number) => number.replace(/^(?:[A-Z]+[-/]?)(?=\d)/, ''),
  'suffix dropped': (number) => number.replace(/\/[A-Z]+$/, ''),
  'O for 0': (number, random) => replaceOne(number, /0/g, 'O', random),
  'I for 1': (number, random) => replaceOne(number, /1/g, 'I', random),
};

/** Slips of the finger in the running number. */
const slips: Record<string, (serial: string, random: Random) => string> = {
  'digits transposed': (serial, random) => {
    const at = random.whole(serial.length - 1);
    return `${serial.slice(0, at)}${serial.charAt(at + 1)}${serial.charAt(at)}${serial.slice(at + 2)}`;
  },
  'digit replaced': (serial, random) => {
    const at = random.whole(serial.length);
    return `${serial.slice(0, at)}${(Number(serial.charAt(at)) + 1 + random.whole(9)) % 10}${serial.slice(at + 1)}`;
  },
  'digit missing': (serial, random) => {
    const at = random.whole(serial.length);
    return serial.slice(0, at) + serial.slice(at + 1);
  },
  'digit doubled': (serial, random) => {
    const at = random.whole(serial.length);
    return serial.slice(0, at + 1) + serial.slice(at);
  },
};

function replaceOne(number: string, what: RegExp, by: string, random: Random): string {
  const found = [...number.matchAll(what)];
  if (found.length === 0) return number;
  const { index } = random.pick(found);
  return number.slice(0, index) + by + number.slice(index + 1);
}

/** The last run of digits of a number, without its zeros in front. */
const SERIAL = /([1-9]\d+)(?!.*\d)/;

function slip(number: string, change: (serial: string, random: Random) => string, random: Random): string {
  const serial = SERIAL.exec(number.replace(/[-/](?:2025-26|25-26|MUM)$/, ''));
  if (serial?.[1] === undefined) return number;
  const wrong = change(serial[1], random);
  // A zero in front is no slip: it is dropped and added everywhere.
  if (wrong === serial[1] || wrong.startsWith('0')) return number;
  return number.slice(0, serial.index) + wrong + number.slice(serial.index + serial[1].length);
}

export const numberDefects: readonly FieldDefect[] = [
  ...Object.entries(sameNumber).map(([name, change]): FieldDefect => numberDefect(name, 'same', change)),
  ...Object.entries(shortNumber).map(([name, change]): FieldDefect => numberDefect(name, 'short', change)),
  ...Object.entries(slips).map(([name, change]): FieldDefect =>
    numberDefect(name, 'other', (number, random) => slip(number, change, random)),
  ),
];

function numberDefect(
  name: string,
  grade: FieldDefect['grade'],
  change: (number: string, random: Random) => string,
): FieldDefect {
  return {
    name,
    field: 'number',
    grade,
    categories: grade === 'same' ? [] : ['Probable'],
    change: (document, { random }) => ({ number: change(document.number, random) }),
  };
}
