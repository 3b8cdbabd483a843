import { strToU8, zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { patchWorkbook } from '../../../src/hosts/xlsx/patch/patch-workbook';
import { packed } from '../../../src/hosts/xlsx/pack-part';
import { openZip } from '../../../src/hosts/xlsx/zip';

const edits = [{ sheet: 'B2B', columns: [{ column: 0, values: new Map([[0, 'new']]) }] }];
const book = (): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: 'B2B', rows: [['old', 1]] }] });

/** The same entry with its sizes and place as 64-bit numbers, as some writers of large files always have them. */
function withLongSizes(name: string, content: Uint8Array): Uint8Array {
  const plain = zipSync({ [name]: content }, { level: 0 });
  const view = new DataView(plain.buffer, plain.byteOffset);
  const directory = view.getUint32(plain.length - 6, true);
  const extra = new Uint8Array(28);
  const long = new DataView(extra.buffer);
  long.setUint16(0, 1, true);
  long.setUint16(2, 24, true);
  long.setBigUint64(4, BigInt(content.length), true);
  long.setBigUint64(12, BigInt(content.length), true);
  for (const at of [20, 24, 42]) view.setUint32(directory + at, 0xffffffff, true);
  view.setUint16(directory + 30, 28, true);
  view.setUint32(plain.length - 10, view.getUint32(plain.length - 10, true) + 28, true);
  const end = plain.length - 22;
  return new Uint8Array([...plain.subarray(0, end), ...extra, ...plain.subarray(end)]);
}

test('reads entries with 64-bit sizes and passes them on', async () => {
  const zip = await openZip(withLongSizes('a.xml', strToU8('<a/>')));
  expect(await zip.text('a.xml')).toBe('<a/>');
  const again = await openZip(await zip.replace(new Map()));
  expect(await again.text('a.xml')).toBe('<a/>');
});

test('packs texts of any length without cutting a character', async () => {
  const zip = await openZip(zipSync({ 'a.xml': strToU8('') }));
  const text = `x${'😀'.repeat(1_200_000)}`;
  const again = await openZip(await zip.replace(new Map([['A.XML', await packed(strToU8(text))]])));
  expect(await again.text('a.xml')).toBe(text);
});

test('takes a part away', async () => {
  const zip = await openZip(zipSync({ 'a.xml': strToU8('<a/>'), 'b.xml': strToU8('<b/>') }));
  expect((await openZip(await zip.replace(new Map([['a.xml', undefined]])))).names).toEqual(['b.xml']);
});

test('keeps a byte-order mark', async () => {
  const zip = await openZip(zipSync({ 'a.xml': strToU8('\ufeff<a/>') }));
  expect(await zip.text('a.xml')).toBe('\ufeff<a/>');
});

test('reads a zip that begins later in its buffer', async () => {
  const bytes = await book();
  const shifted = new Uint8Array(bytes.length + 9);
  shifted.set(bytes, 9);
  const { sheets } = await readXlsx(await patchWorkbook(shifted.subarray(9), edits));
  expect(sheets[0]!.rows).toEqual([['new', 1]]);
});

test('an encrypted workbook', async () => {
  const bytes = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  await expect(patchWorkbook(bytes, edits)).rejects.toThrow(/^encrypted$/);
});

test('a signed workbook', async () => {
  const bytes = zipSync({ '_xmlsignatures/sig1.xml': strToU8('<a/>') });
  await expect(patchWorkbook(bytes, edits)).rejects.toThrow(/^signed$/);
});

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['it is no zip file', () => new Uint8Array()],
  ['it is no zip file', () => strToU8('Supplier,Status')],
  ['it is no zip file', (bytes) => bytes.subarray(0, bytes.length - 30)],
  ['is missing', () => zipSync({ 'a.xml': strToU8('<a/>') })],
])('says that %s', async (sentence, spoil) => {
  await expect(patchWorkbook(spoil(await book()), edits)).rejects.toThrow(sentence);
});

test('a flipped bit in a part that is to change is seen, as a new check sum would hide it', async () => {
  const bytes = await book();
  const { from, to } = placeOf(bytes, 'xl/worksheets/sheet1.xml');
  for (let at = from; at < to; at += 7) {
    const spoilt = bytes.map((byte, index) => (index === at ? byte ^ 4 : byte));
    await expect(patchWorkbook(spoilt, edits)).rejects.toThrow('is damaged');
  }
});

/** Where the packed bytes of an entry stand (APPNOTE.TXT 4.3.7). */
function placeOf(bytes: Uint8Array, name: string): { from: number; to: number } {
  const head = Buffer.from(bytes).indexOf(name) - 30;
  const view = new DataView(bytes.buffer, bytes.byteOffset + head);
  const from = head + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return { from, to: from + view.getUint32(18, true) };
}
