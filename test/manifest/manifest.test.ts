import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFor } from '../../scripts/manifest-for';
import { all, readXml, type Element } from './element';
import { children, orderOf } from './schema';

const repository = join(__dirname, '../..');
const file = join(repository, 'manifest.xml');
const root = readXml(readFileSync(file, 'utf8'));
const elements = all(root);
const named = (name: string) => elements.filter((element) => element.name === name);
const withId = elements.filter(({ attributes }) => 'id' in attributes);
const resources = new Map(
  withId.filter(({ path }) => path.includes('Resources')).map((element) => [element.attributes['id'] ?? '', element]),
);
const addresses = elements
  .map(({ attributes }) => attributes['DefaultValue'] ?? '')
  .filter((value) => value.includes('://'));

function textOf(name: string): string {
  const found = root.children.find((child) => child.name === name);
  return found?.attributes['DefaultValue'] ?? found?.text ?? '';
}

function ruleFor({ name, path, attributes }: Element): readonly string[] | undefined {
  const keys = [`${name} ${attributes['xsi:type'] ?? ''}`, ...path.map((_, from) => path.slice(from).join('/'))];
  return keys.map((key) => children[key]).find(Boolean);
}

/** In a process of its own: the package mixes kinds of modules in a way that jest does not load. */
function readByMicrosoft(): Record<string, unknown> {
  const program = `require('office-addin-manifest').OfficeAddinManifest
    .readManifestFile(${JSON.stringify(file)}).then((read) => console.log(JSON.stringify(read)))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { cwd: repository, encoding: 'utf8' })) as Record<
    string,
    unknown
  >;
}

/** Width and height out of the header of a PNG file. */
function pixels(path: string): readonly [number, number] {
  const bytes = readFileSync(path);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const localPath = (address: string) => join(repository, address.replace('https://localhost:3000/', ''));

describe('manifest.xml', () => {
  it('has its elements in the order of the schema, and none that it does not know', () => {
    const wrong = elements.filter((element) => {
      const order = element.children.map(({ name }) => `${name},`).join('');
      const rule = ruleFor(element);
      return rule ? !orderOf(rule).test(order) : element.children.length > 0;
    });
    expect(wrong.map(({ path }) => path.join('/'))).toEqual([]);
  });

  it('is well-formed and a task pane for Excel, as Microsoft reads it', () => {
    const read = readByMicrosoft();
    expect(read).toMatchObject({
      officeAppType: 'TaskPaneApp',
      hosts: ['Workbook'],
      permissions: 'ReadWriteDocument',
      displayName: 'IMS Offline',
      defaultLocale: 'en-US',
    });
    expect(read['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(read['version']).toMatch(/^\d+(\.\d+){3}$/);
  });

  it('asks for the features that the add-in uses', () => {
    const sets = elements.filter(({ name }) => name === 'Set' || name === 'bt:Set').map(({ attributes }) => attributes);
    expect(sets).toEqual([
      { Name: 'ExcelApi', MinVersion: '1.9' },
      { Name: 'SharedRuntime', MinVersion: '1.1' },
    ]);
  });

  it('has every address on https', () => {
    expect(addresses).not.toHaveLength(0);
    expect(addresses.filter((address) => new URL(address).protocol !== 'https:')).toEqual([]);
  });

  it('has every id once, and refers only to what is there', () => {
    const ids = withId.map(({ attributes, path }) => [path.includes('Resources'), attributes['id']].join());
    expect(new Set(ids).size).toBe(ids.length);
    const kinds: Record<string, string> = { 'bt:Image': 'bt:Image', Runtime: 'bt:Url', FunctionFile: 'bt:Url' };
    const wrong = elements.filter(({ name, attributes, path }) => {
      if (!('resid' in attributes)) return false;
      const isUrl = name.endsWith('Url') || name === 'SourceLocation';
      const isLong = name === 'Description';
      const there = resources.get(attributes['resid'] ?? '');
      const kind = kinds[name] ?? (isUrl ? 'bt:Url' : 'bt:String');
      const list = kind === 'bt:String' ? (isLong ? 'bt:LongStrings' : 'bt:ShortStrings') : `${kind}s`;
      return there?.name !== kind || !there.path.includes(list) || path.length === 0;
    });
    expect(wrong.map(({ path, attributes }) => [path.join('/'), attributes['resid']])).toEqual([]);
    const used = new Set(elements.map(({ attributes }) => attributes['resid']));
    expect([...resources.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('keeps to the lengths', () => {
    const tooLong = [...resources].filter(
      ([id, { path, attributes }]) =>
        id.length > 32 || (attributes['DefaultValue'] ?? '').length > (path.includes('bt:ShortStrings') ? 125 : 250),
    );
    expect(tooLong).toEqual([]);
    expect(textOf('DisplayName').length).toBeLessThanOrEqual(125);
    expect(textOf('ProviderName').length).toBeLessThanOrEqual(125);
    expect(textOf('Description').length).toBeLessThanOrEqual(250);
  });

  it('has the buttons of the official tool by their names', () => {
    const labels = named('Control').map((control) => {
      const label = control.children.find(({ name }) => name === 'Label')?.attributes['resid'] ?? '';
      return resources.get(label)?.attributes['DefaultValue'];
    });
    expect(labels).toEqual(['IMS Offline', 'Validate Sheet', 'Validate All Sheets', 'Generate JSON File to Upload']);
  });

  it('has icons of exactly the sizes that it says', () => {
    const sizes = [
      [textOf('IconUrl'), '32'],
      [textOf('HighResolutionIconUrl'), '64'],
      ...named('bt:Image')
        .filter(({ attributes }) => 'size' in attributes)
        .map(({ attributes }) => [
          resources.get(attributes['resid'] ?? '')?.attributes['DefaultValue'],
          attributes['size'],
        ]),
    ];
    const wrong = sizes.filter(([address = '', size]) => pixels(localPath(address)).join() !== `${size},${size}`);
    expect(wrong).toEqual([]);
    for (const icon of named('Icon')) {
      expect(icon.children.map(({ attributes }) => attributes['size'])).toEqual(['16', '32', '80']);
    }
  });

  it('names functions that the ribbon commands have', () => {
    const commands = readFileSync(join(repository, 'src/commands/commands.ts'), 'utf8');
    const names = named('FunctionName').map(({ text }) => text);
    expect(names).toEqual(['validateSheet', 'validateAllSheets', 'generateFile']);
    expect(names.filter((name) => !commands.includes(name))).toEqual([]);
  });

  it('leads to files that the build makes', () => {
    const built = addresses.map((address) => address.replace('https://localhost:3000/', 'dist/addin/'));
    expect(built.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });

  it('runs pane and ribbon in one page', () => {
    const pages = ['Runtime', 'FunctionFile', 'SourceLocation'].flatMap(named).map(({ attributes }) => attributes);
    expect(pages).toEqual([
      { resid: 'Pane.Url', lifetime: 'long' },
      { resid: 'Pane.Url' },
      { DefaultValue: resources.get('Pane.Url')?.attributes['DefaultValue'] },
      { resid: 'Pane.Url' },
    ]);
  });
});

describe('the manifest for a server', () => {
  it('has its address and nothing of this computer', () => {
    const xml = manifestFor('https://example.org/ims/');
    expect(xml).not.toContain('localhost');
    expect(xml).toContain('"https://example.org/ims/taskpane.html"');
    expect(all(readXml(xml))).toHaveLength(elements.length);
  });

  it('is refused without https', () => {
    expect(() => manifestFor('http://example.org')).toThrow(
      'http://example.org is not an https address; Excel loads an add-in from https only.',
    );
  });
});
