import { gstinCheckCharacter } from '../../src/core/kernel/gstin';

/**
 * Made-up downloads of any size, the same for the same seed: the spread of a real month (80 % invoices, 8 % credit
 * notes, some 400 suppliers), every style of document number, flags, earlier actions, tax that adds up.
 * No two documents of a supplier share a number. PANs begin with ZZZ, as in the samples.
 */
export interface DownloadOptions {
  readonly records: number;
  readonly seed?: number;
  readonly dialect?: Dialect;
  /** the recipient; the file names it only when it is given here, as the portal's own files do not */
  readonly gstin?: string;
  /** blanks a level; 0 writes everything on one line */
  readonly indent?: number;
}

export type Dialect = 'offline' | 'api' | 'web';

export const RECIPIENT = '27ZZZCR1001K1Z0';

export function generateDownload(options: DownloadOptions): string {
  return [...downloadPieces(options)].join('');
}

const PIECE = 1 << 16;

/** The same text in pieces of about 64 KB, for files that no string holds. */
export function* downloadPieces(options: DownloadOptions): Generator<string> {
  const { records, seed = 1, dialect = 'offline', gstin } = options;
  const random = seeded(seed);
  const suppliers = makeSuppliers(Math.min(400, Math.max(4, Math.ceil(records / 4))), random);
  const step = ' '.repeat(options.indent ?? { offline: 3, api: 4, web: 2 }[dialect]);
  const line = step === '' ? () => '' : (depth: number) => `\n${step.repeat(depth)}`;
  const colon = step === '' ? ':' : ': ';
  const depth = dialect === 'api' ? 1 : 2;
  let piece = '{';
  if (gstin !== undefined) piece += `${line(1)}"gstin"${colon}"${gstin}",`;
  if (dialect === 'web') piece += `${line(1)}"status"${colon}"1",`;
  if (dialect !== 'api') piece += `${line(1)}"${dialect === 'web' ? 'data' : 'imsDetails'}"${colon}{`;
  let firstSection = true;
  for (const [section, count] of spread(records)) {
    piece += `${firstSection ? '' : ','}${line(depth)}"${section}"${colon}[`;
    firstSection = false;
    const between = `,${line(depth + 2)}`;
    for (let index = 0; index < count; index += 1) {
      const entries = makeRecord(section, suppliers, random, dialect, (gstin ?? RECIPIENT).slice(0, 2));
      const body = entries.map(([key, value]) => `"${key}"${colon}${value}`).join(between);
      piece += `${index === 0 ? '' : ','}${line(depth + 1)}{${line(depth + 2)}${body}${line(depth + 1)}}`;
      if (piece.length >= PIECE) {
        yield piece;
        piece = '';
      }
    }
    piece += count === 0 ? ']' : `${line(depth)}]`;
  }
  if (dialect !== 'api') piece += `${line(1)}}`;
  yield `${piece}${line(0)}}${step === '' ? '' : '\n'}`;
}

export interface Random {
  /** from 0 up to, not including, 1 */
  next(): number;
  /** from 0 up to, not including, `below` */
  whole(below: number): number;
  chance(share: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

/** mulberry32: small, fast, and the same on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return { next, whole, chance: (share) => next() < share, pick: (choices) => choices[whole(choices.length)]! };
}

const sections = ['b2b', 'b2ba', 'b2bdn', 'b2bdna', 'b2bcn', 'b2bcna', 'ecom', 'ecoma'] as const;
type Section = (typeof sections)[number];

const shares: Record<Section, number> = {
  b2b: 0.8,
  b2ba: 0.03,
  b2bdn: 0.025,
  b2bdna: 0.01,
  b2bcn: 0.08,
  b2bcna: 0.015,
  ecom: 0.03,
  ecoma: 0.01,
};

/** Records of each section; from 8 records on none is empty, and what rounding leaves over are invoices. */
function spread(records: number): [Section, number][] {
  const counts = sections.map((section) =>
    section === 'b2b' ? 0 : Math.max(records >= 8 ? 1 : 0, Math.floor(records * shares[section])),
  );
  const rest = records - counts.reduce((sum, count) => sum + count, 0);
  return sections.map((section, index) => [section, section === 'b2b' ? rest : counts[index]!]);
}

interface Supplier {
  readonly gstin: string;
  readonly name: string;
  readonly state: string;
  readonly numberOf: (count: number) => string;
  documents: number;
}

const states = ['27', '27', '27', '29', '24', '07', '33', '36', '09', '19', '06', '08', '23', '32', '37', '97'];
const houses = [
  'Aarav',
  'Bhoomi',
  'Sagar',
  'Devansh',
  'Eshwar',
  'Ganga',
  'Himalaya',
  'Indus',
  'Jyoti',
  'Kaveri',
  'Śakti',
  'M & N',
  "O'Neil",
  'Patel "Bros"',
];
const trades = [
  'Steel Traders',
  'Components LLP',
  'Logistics Pvt. Ltd.',
  'Stationers',
  'Tools Private Limited',
  'Packaging Co.',
  'केमिकल्स',
  'Foods\\Beverages',
];

/** How suppliers number their documents; each supplier keeps one style. */
const numberStyles: readonly ((prefix: string, count: number) => string)[] = [
  (prefix, count) => `${prefix}/26-27/${pad(count, 3)}`,
  (_, count) => pad(count, 4),
  (_, count) => `26040${pad(count, 11)}`,
  (_, count) => `${count}E5`,
  (_, count) => `${pad(count, 2)}-04`,
  (prefix, count) => `${prefix}-2604-${pad(count, 4)}`,
  (_, count) => String(4500 + count),
  (prefix, count) => `${prefix.toLowerCase()}/${count}`,
  (_, count) => `00${count}/A`,
  (_, count) => `1/${count}`,
];

function pad(count: number, length: number): string {
  return String(count).padStart(length, '0');
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function makeSuppliers(count: number, random: Random): Supplier[] {
  return Array.from({ length: count }, (_, index) => {
    const state = random.pick(states);
    const letters = `${'ACFHPT'.charAt(random.whole(6))}${LETTERS.charAt(random.whole(26))}`;
    const first14 = `${state}ZZZ${letters}${pad(1000 + index, 4)}${LETTERS.charAt(random.whole(26))}1Z`;
    const prefix = `${LETTERS.charAt(random.whole(26))}${LETTERS.charAt(random.whole(26))}`;
    const style = numberStyles[index % numberStyles.length]!;
    return {
      gstin: `${first14}${gstinCheckCharacter(first14) ?? ''}`,
      name: JSON.stringify(`${random.pick(houses)} ${random.pick(trades)}`),
      state,
      numberOf: (nth: number) => style(prefix, nth),
      documents: 0,
    };
  });
}

/** Keys and their JSON text, in the portal's order. */
type Entry = readonly [key: string, value: string];

const periods = ['042026', '042026', '042026', '042026', '032026', '022026'];
const rates = [5, 5, 12, 18, 18, 18, 18, 28, 0.25, 3];
const reasons = [
  'Not our purchase',
  'Goods in transit; GRN awaited',
  'Rate differs from the order',
  'Bill being checked',
];

function makeRecord(
  section: Section,
  suppliers: readonly Supplier[],
  random: Random,
  dialect: Dialect,
  home: string,
): Entry[] {
  const supplier = suppliers[Math.floor(suppliers.length * random.next() ** 2)]!;
  supplier.documents += 1;
  const isNote = section.startsWith('b2bdn') || section.startsWith('b2bcn');
  const isEco = section.startsWith('ecom');
  const amends = section.endsWith('a');
  const number = supplier.numberOf(supplier.documents);
  const period = random.pick(periods);
  const date = `${pad(1 + random.whole(28), 2)}-${period.slice(0, 2)}-${period.slice(2)}`;
  const type = isEco || !random.chance(0.04) ? 'R' : random.pick(['SEWP', 'SEWOP', 'DE']);
  const tax = makeTax(type, supplier.state === home, random);
  const { flags, answer } = makeAnswer(section, tax, random, dialect);
  const entries: Entry[] = [['stin', quoted(supplier.gstin)]];
  if (dialect !== 'api') entries.push(['tradenm', supplier.name]);
  if (amends) {
    entries.push([isNote ? 'ont_num' : 'oinum', quoted(number)], [isNote ? 'ont_dt' : 'oidt', quoted(`10-01-2026`)]);
  }
  entries.push([isNote ? 'nt_num' : 'inum', quoted(amends && number.length < 16 ? `${number}A` : number)]);
  if (!isEco) entries.push(['inv_typ', quoted(type)]);
  entries.push(
    [isNote ? 'nt_dt' : 'idt', quoted(date)],
    ['val', rupees(tax.value)],
    ['action', quoted(answer.action)],
    ['pos', quoted(home)],
  );
  entries.push(
    ['txval', rupees(tax.taxable)],
    ['iamt', rupees(tax.igst)],
    ['camt', rupees(tax.half)],
    ['samt', rupees(tax.half)],
    ['cess', rupees(tax.cess)],
  );
  entries.push(...answer.entries);
  const filed = !random.chance(0.04);
  entries.push(
    ['srcform', quoted(random.chance(0.03) ? 'R1A' : 'R1')],
    ['rtnprd', quoted(period)],
    ['srcfilstatus', quoted(dialect === 'api' ? (filed ? 'Filed' : 'Not Filed') : filed ? 'F' : 'NF')],
    ...flags,
    ['hash', quoted(hash(random))],
  );
  return entries;
}

interface Tax {
  readonly value: number;
  readonly taxable: number;
  readonly igst: number;
  /** CGST and SGST each */
  readonly half: number;
  readonly cess: number;
}

function makeTax(type: string, sameState: boolean, random: Random): Tax {
  const taxable = random.chance(0.5) ? (1 + random.whole(5_000)) * 100_00 : 100 + random.whole(20_000_000);
  const rate = type === 'SEWOP' ? 0 : random.pick(rates);
  const tax = Math.round((taxable * rate) / 100);
  const inside = sameState && type !== 'SEWP';
  const [igst, half] = inside ? [0, Math.round(tax / 2)] : [tax, 0];
  const cess = rate === 28 ? Math.round(taxable * 0.12) : 0;
  return { taxable, igst, half, cess, value: taxable + igst + 2 * half + cess };
}

/** Flags, and what the recipient did on the portal before; only what the portal itself would allow. */
function makeAnswer(
  section: Section,
  tax: Tax,
  random: Random,
  dialect: Dialect,
): { flags: Entry[]; answer: { action: string; entries: Entry[] } } {
  const credit = section.startsWith('b2bcn');
  const asks = credit || section === 'b2ba' || section === 'b2bdna';
  const pendingBlocked = random.chance(credit ? 0.2 : 0.03);
  const remarksBlocked = random.chance(0.02);
  const itcBlocked = asks && random.chance(0.2);
  const flag = (blocked: boolean): string => (dialect === 'web' ? String(blocked) : blocked ? '"Y"' : '"N"');
  const flags: Entry[] = [
    ['ispendactblocked', flag(pendingBlocked)],
    ['isRemarksBlocked', flag(remarksBlocked)],
    [dialect === 'offline' ? 'itcRedReqBlocked' : 'isItcRedReqBlocked', flag(itcBlocked)],
  ];
  const action = random.chance(0.88) ? 'N' : random.pick(pendingBlocked ? ['A', 'A', 'R'] : ['A', 'A', 'R', 'P']);
  const entries: Entry[] = [];
  let explains = action === 'R' || action === 'P';
  if (action === 'A' && asks && !itcBlocked) {
    const share = random.pick(['full', 'partial', 'none']);
    entries.push(['itcRedReq', share === 'none' ? '"N"' : '"Y"']);
    const heads = [tax.igst, tax.half, tax.half, tax.cess].map((head) => Math.floor(head / 2));
    if (share === 'partial' && heads.some((head) => head > 0)) {
      for (const [index, key] of ['declIgst', 'declCgst', 'declSgst', 'declCess'].entries())
        entries.push([key, rupees(heads[index]!)]);
      explains = true;
    }
    explains ||= share === 'none';
  }
  if (explains && !remarksBlocked) entries.push(['remarks', quoted(random.pick(reasons))]);
  return { flags, answer: { action, entries } };
}

function quoted(text: string): string {
  return `"${text}"`;
}

function rupees(paise: number): string {
  return String(paise / 100);
}

function hash(random: Random): string {
  let hex = '';
  while (hex.length < 64) hex += random.whole(0x1_0000_0000).toString(16).padStart(8, '0');
  return hex;
}
