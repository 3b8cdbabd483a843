import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const src = join(__dirname, '../../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replace(/\\/g, '/'))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('boundary/generated/'));

/** The words of a file: names and texts, comments left out. */
function wordsOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(src, path), 'utf8'), ts.ScriptTarget.ES2022, true);
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) ||
      ts.isStringLiteralLike(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isTemplateHead(node)
    ) {
      words.push(...(node.text.match(/\w+/g) ?? []));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return words;
}

const core = files.filter((path) => path.startsWith('core/'));

test('the guards see the files', () => {
  expect(core.length).toBeGreaterThan(30);
  expect(wordsOf('core/records/columns.ts')).toContain('nt_num');
  expect(wordsOf('core/kernel/day.ts')).not.toContain('portal');
});

test.each(core)('%s knows no clock, no chance and no console', (path) => {
  const text = readFileSync(join(src, path), 'utf8');
  expect(text).not.toMatch(
    /\bnew Date\b|\bDate\.|\bMath\.random\b|\bperformance\.|\bconsole\.|\bsetTimeout\b|\bprocess\./,
  );
});

/** Keys of the portal that are no everyday words [rule book 1.2]. */
const PORTAL_KEYS = [
  'stin',
  'ctin',
  'supplier_gstin',
  'tradenm',
  'trdnm',
  'trade_name',
  'inum',
  'idt',
  'nt_num',
  'ntnum',
  'nt_dt',
  'ntdt',
  'oinum',
  'oidt',
  'ont_num',
  'ont_dt',
  'org_inum',
  'org_idt',
  'oinv_num',
  'oinv_dt',
  'inv_typ',
  'invtyp',
  'ntty',
  'txval',
  'iamt',
  'camt',
  'samt',
  'srcform',
  'rtnTyp',
  'rtnprd',
  'sRtnPrd',
  'srcfilstatus',
  'ispendactblocked',
  'ispendactnallwd',
  'isRemarksBlocked',
  'itcRedReqBlocked',
  'isItcRedReqBlocked',
  'itcRedReq',
  'itc_red_req',
  'declIgst',
  'declCgst',
  'declSgst',
  'declCess',
  'decl_igst',
  'decl_cgst',
  'decl_sgst',
  'decl_cess',
];

const MAY_KNOW_KEYS: Record<string, { keys: string[]; because: string }> = {
  'boundary/portal-json.ts': {
    keys: ['ntty'],
    because: 'it tells credit from debit notes in a section that mixes them, before there is a record type',
  },
  'boundary/error-json.ts': {
    keys: ['stin', 'inum', 'nt_num'],
    because: 'an error of a section that is on no list is shown too, and has no record type to read it',
  },
};

test.each(files.filter((path) => !path.startsWith('core/records/')))('%s knows no key of the portal', (path) => {
  const allowed = MAY_KNOW_KEYS[path]?.keys ?? [];
  const words = new Set(wordsOf(path));
  expect(PORTAL_KEYS.filter((key) => words.has(key) && !allowed.includes(key))).toEqual([]);
});

test.each(Object.entries(MAY_KNOW_KEYS))('%s still needs its exception', (path, { keys, because }) => {
  const words = wordsOf(path);
  expect(keys.filter((key) => !words.includes(key))).toEqual([]);
  expect(because).not.toBe('');
});
