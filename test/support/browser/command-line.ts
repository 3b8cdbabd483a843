import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ims = join(__dirname, '../../../dist/ims.js');

interface Findings {
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly { readonly severity: string; readonly sheet: string; readonly message: string }[];
}

export interface CommandLine {
  readonly validate: () => Findings;
  /** the files that it writes, each read as JSON */
  readonly generate: () => unknown[];
}

/** What the command line makes of a workbook, in the time zone of the pane. */
export function withCommandLine<T>(book: Uint8Array, work: (cli: CommandLine) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'ims-'));
  const run = (...args: string[]): string => {
    const env = { ...process.env, TZ: 'Asia/Kolkata' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [ims, ...args], { cwd: folder, env });
    if (status !== 0 && status !== 1) throw new Error(`ims ${args.join(' ')}: ${String(stderr)}`);
    return String(stdout);
  };
  try {
    writeFileSync(join(folder, 'book.xlsx'), book);
    return work({
      validate: () => JSON.parse(run('validate', 'book.xlsx', '--json')) as Findings,
      generate: () => {
        run('generate', 'book.xlsx', '--out', 'upload', '--json');
        return readdirSync(join(folder, 'upload')).map(
          (name) => JSON.parse(readFileSync(join(folder, 'upload', name), 'utf8')) as unknown,
        );
      },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs the command line where `book.xlsx` is this, if given; gives that file as it is afterwards. */
export function byCommandLine(book: Uint8Array | undefined, ...args: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'ims-'));
  try {
    if (book !== undefined) writeFileSync(join(folder, 'book.xlsx'), book);
    const env = { ...process.env, TZ: 'Asia/Kolkata' };
    const { status, stderr } = spawnSync(process.execPath, [ims, ...args], { cwd: folder, env });
    if (status !== 0) throw new Error(`ims ${args.join(' ')}: ${String(stderr)}`);
    return readFileSync(join(folder, 'book.xlsx'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
