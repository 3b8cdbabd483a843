import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a command whose standard output nobody reads any more when it begins to speak. */
function runUnheard(folder: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const run = spawn(process.execPath, [join(root, 'dist/ims.js'), ...args], { cwd: folder });
    run.stdout.destroy();
    let said = '';
    run.stderr.on('data', (text: Buffer) => (said += text.toString()));
    run.on('close', (code) => resolve({ code, said }));
  });
}

describe('a command whose output is closed, as by head', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ims-'));
    cpSync(join(root, 'fixtures/downloads/download.json'), join(folder, 'download.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('ends quietly', async () => {
    expect(await runUnheard(folder, '--help')).toEqual({ code: 0, said: '' });
  });

  it('does its work to the end', async () => {
    const args = ['import', 'download.json', '--out', 'book.xlsx', '--gstin', '27ZZZCR1001K1Z0'];
    expect(await runUnheard(folder, ...args)).toEqual({ code: 0, said: '' });
    expect(existsSync(join(folder, 'book.xlsx'))).toBe(true);
  });
});
