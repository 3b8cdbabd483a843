import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { BookView } from '../../../src/core/book-view';
import { importNew } from '../../../src/core/tasks/import-new';
import type { Look } from '../../../src/core/look';
import { isHostFault, type SheetPlan } from '../../../src/core/workbook';
import { readBookView } from '../../../src/hosts/xlsx/view/read-book-view';
import { openXlsxWorkbook } from '../../../src/hosts/xlsx/xlsx-workbook';
import { downloadOf, fixtureBytes, memoryDesk } from '../../support/desk';
import { excelFile } from '../../support/excel-file';
import { ownBook } from '../../support/own-book';
import { seenSheet, sheetOf } from '../../support/seen-book';
import { story } from '../../support/xlsx-story';

const CHANGED = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];
const SHARED = 'xl/sharedStrings.xml';

function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The file with some parts written otherwise; those that become blank go. */
function rewritten(file: Uint8Array, change: (text: string, name: string) => string): Uint8Array {
  const parts = Object.entries(partsOf(file)).map(([name, text]) => [name, change(text, name)] as const);
  return zipSync(
    Object.fromEntries(parts.filter(([, text]) => text !== '').map(([name, text]) => [name, strToU8(text)])),
  );
}

/** What is to be seen of a sheet, but for the blank cells that have no look of ours: theirs is that of the user's workbook. */
function seen(view: BookView, name: string): unknown {
  const columns = sheetOf(view, name).columns.map(({ width, hidden }) => ({ width, hidden }));
  const all = seenSheet(view, name);
  const cellLooks = (all['cellLooks'] as [number, number, Look][]).filter(([, , look]) => !isUsual(look));
  return { ...all, columns, cellLooks };
}

const isUsual = ({ ink = '000000', ...look }: Look): boolean =>
  ink === '000000' && Object.keys(look).every((key) => key === 'size');

/** Sheets as in a workbook that has nothing but them. */
async function expectOurs(file: Uint8Array): Promise<void> {
  const [alone, added] = [await readBookView(await story.imported()), await readBookView(file)];
  for (const { name, cells } of alone.sheets) {
    expect(seen(added, name)).toEqual(seen(alone, name));
    expect(added.sheets.find((sheet) => sheet.name === name)?.cells).toEqual(cells);
  }
}

describe('sheets that come into a file of the user', () => {
  it.each(['Excel', 'another program'])('leave all else in a file of %s byte for byte', async (program) => {
    const before = program === 'Excel' ? renamed(excelFile()) : await ownBook();
    const after = await story.importedInto(before);
    const [old, now] = [partsOf(before), partsOf(after)];
    for (const name of Object.keys(old)) if (![...CHANGED, SHARED].includes(name)) expect(now[name]).toBe(old[name]);
    for (const name of CHANGED) expect(now[name]).not.toBe(old[name]);
    // What was there before stands at the same place, in front of what was added.
    const itemsOf = (text = '', item: string): string[] =>
      text.match(new RegExp(`<${item}[ >].*?</${item}>`, 'gs')) ?? [];
    const shared = itemsOf(old[SHARED], 'si');
    expect(shared.length).toBeGreaterThan(0);
    expect(itemsOf(now[SHARED], 'si').slice(0, shared.length)).toEqual(shared);
    for (const element of ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs', 'numFmts']) {
      const inside = (text = ''): string =>
        new RegExp(`<${element}[^>]*>(.*?)</${element}>`, 's').exec(text)?.[1] ?? '';
      expect(inside(now['xl/styles.xml']).startsWith(inside(old['xl/styles.xml']))).toBe(true);
    }
    await expectOurs(after);
  });

  it('leave the sheets of the user as he sees them', async () => {
    const before = await ownBook();
    const [old, now] = [await readBookView(before), await readBookView(await story.importedInto(before))];
    expect(now.active).toBe('Purchases');
    for (const { name, cells } of old.sheets) {
      expect(seenSheet(now, name)).toEqual(seenSheet(old, name));
      expect(now.sheets.find((sheet) => sheet.name === name)?.cells).toEqual(cells);
    }
  });

  it('come into a file whose names have prefixes', async () => {
    const prefixed = rewritten(await ownBook(), (text, name) =>
      /^xl\/(workbook|styles|sharedStrings)\.xml$/.test(name)
        ? text.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=')
        : text,
    );
    const file = await story.importedInto(prefixed);
    expect(partsOf(file)['xl/workbook.xml']).toContain('<x:sheet name="B2B-CN"');
    await expectOurs(file);
  });

  it('come into a strict file in its own dialect', async () => {
    const strict = rewritten(await ownBook(), (text) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
    const file = await story.importedInto(strict);
    for (const [name, text] of Object.entries(partsOf(file)))
      if (name.startsWith('xl/') && !name.includes('theme'))
        expect([name, text.includes('schemas.openxmlformats.org/spreadsheetml')]).toEqual([name, false]);
    await expectOurs(file);
  });

  it('bring styles and texts where the file has none', async () => {
    const bare = rewritten(await ownBook(), (text, name) => {
      if (/styles|sharedStrings|theme/.test(name)) return '';
      if (name.endsWith('.rels') || name === '[Content_Types].xml')
        return text.replace(/<(?:Relationship|Override) [^>]*(?:styles|sharedStrings|theme)[^>]*\/>/g, '');
      return text.replace(/ s="\d+"/g, '').replace(/ t="s"><v>\d+<\/v>/g, ' t="inlineStr"><is><t>text</t></is>');
    });
    const file = await story.importedInto(bare);
    expect((await readBookView(file)).sheets[0]?.cells[0]?.[0]).toBe('text');
    await expectOurs(file);
  });

  it('bring each look once, however often sheets come', async () => {
    const plan = (name: string): SheetPlan => ({
      name,
      visibility: 'visible',
      columns: [{ width: 12, style: 'portal-text' }],
      top: [[{ cell: 'Heading', style: 'heading' }]],
      rows: [['a'], ['b']],
    });
    const workbook = await openXlsxWorkbook(await ownBook());
    await workbook.prepare([plan('One')]);
    const once = partsOf(workbook.bytes())['xl/styles.xml'];
    await workbook.prepare([plan('Two')]);
    expect(partsOf(workbook.bytes())['xl/styles.xml']).toBe(once);
  });

  const refused: [string, (file: Uint8Array) => Uint8Array, string][] = [
    [
      'has the name of a chart that the file has',
      () => rewritten(renamed(excelFile()), (text) => text.replace('name="Chart"', 'name="Home"')),
      'sheet-name-taken',
    ],
    [
      'is added where the user locked his tabs',
      (file) =>
        rewritten(file, (text, name) =>
          name === 'xl/workbook.xml'
            ? text.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>')
            : text,
        ),
      'workbook-locked',
    ],
  ];
  it.each(refused)('are refused where one %s', async (_, change, id) => {
    const file = change(await ownBook());
    const workbook = await openXlsxWorkbook(file);
    const fault: unknown = await importNew(
      { ...memoryDesk(), workbook },
      downloadOf(fixtureBytes('downloads/download.json')),
      '',
    ).catch((thrown: unknown) => thrown);
    expect(isHostFault(fault) && fault.refusal.id).toBe(id);
    expect(workbook.bytes()).toBe(file);
  });
});

/** The sheet in it has the name of one of ours. */
function renamed(file: Uint8Array): Uint8Array {
  return rewritten(file, (text) =>
    text
      .replaceAll('name="B2B"', 'name="Mine"')
      .replaceAll('name="IMS lists"', 'name="My lists"')
      .replaceAll('>B2B!', '>Mine!')
      .replaceAll("'IMS lists'", "'My lists'"),
  );
}
