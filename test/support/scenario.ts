import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A scenario is a text file: `file NAME from FIXTURE` or `file NAME` with `| ` lines, then for each command
 *
 *   $ ims import download.json --out book.xlsx
 *   status 0
 *   stdout        exact lines, each behind `| `; `…` stands for any text
 *   stderr        the same
 *   json KEY.PATH = VALUE      one value of the JSON object on standard output
 *   unchanged NAME | changed NAME | present PATTERN | absent PATTERN
 */
interface Demand {
  /** word and value, for instance `status 0` */
  readonly head: string;
  /** lines behind `| ` */
  readonly lines: string[];
}

interface Step {
  readonly command: string;
  readonly demands: Demand[];
}

interface ScenarioFile {
  readonly name: string;
  readonly from: string | undefined;
  readonly lines: string[];
}

interface Scenario {
  readonly files: ScenarioFile[];
  readonly steps: Step[];
}

const root = join(__dirname, '../..');

function readScenario(path: string): Scenario {
  const scenario: Scenario = { files: [], steps: [] };
  let lines: string[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('|')) {
      lines.push(line.slice(2));
    } else if (line.startsWith('$ ')) {
      scenario.steps.push({ command: line.slice(2), demands: [] });
    } else if (line.startsWith('file ')) {
      const [, name = '', , from] = line.split(' ');
      lines = [];
      scenario.files.push({ name, from, lines });
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      lines = [];
      scenario.steps.at(-1)?.demands.push({ head: line, lines });
    }
  }
  return scenario;
}

export function runScenario(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'ims-scenario-'));
  try {
    const { files, steps } = readScenario(path);
    for (const { name, from, lines } of files) {
      if (from === undefined) writeFileSync(join(folder, name), lines.join('\n'));
      else cpSync(join(dirname(path), '..', from), join(folder, name));
    }
    for (const step of steps) runStep(step, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runStep({ command, demands }: Step, folder: string): void {
  const before = new Map(readdirSync(folder).map((name) => [name, hashOf(join(folder, name))]));
  const [, ...args] = command.match(/"[^"]*"|\S+/g) ?? [];
  const run = spawnSync(process.execPath, [join(root, 'dist/ims.js'), ...args.map((arg) => arg.replace(/"/g, ''))], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const { head, lines } of demands) {
    const [word = '', ...rest] = head.split(' ');
    const value = rest.join(' ');
    const context = `${command}\n${head}\n${run.stdout}${run.stderr}`;
    if (word === 'status') expect({ context, status: run.status }).toEqual({ context, status: Number(value) });
    else if (word === 'stdout' || word === 'stderr') expectText(run[word], lines, command);
    else if (word === 'json') expectJson(run.stdout, value);
    else if (word === 'unchanged')
      expect({ context, hash: hashOf(join(folder, value)) }).toEqual({ context, hash: before.get(value) });
    else if (word === 'changed') expect(hashOf(join(folder, value))).not.toBe(before.get(value));
    else if (word === 'present' || word === 'absent')
      expect({ context, found: matches(folder, value) }).toEqual({ context, found: word === 'present' });
    else throw new Error(`${word} is no word of a scenario`);
  }
}

function expectText(found: string, lines: readonly string[], command: string): void {
  const pattern = lines.map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/…/g, '.*')).join('\n');
  expect(`${command}\n${found.trimEnd()}`).toMatch(
    new RegExp(`^${command.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n${pattern}$`),
  );
}

function expectJson(stdout: string, demand: string): void {
  const [path = '', wanted = ''] = demand.split(/ = (.*)/);
  let value: unknown = JSON.parse(stdout);
  for (const key of path.split('.')) value = (value as Record<string, unknown>)[key];
  expect({ path, value }).toEqual({ path, value: JSON.parse(wanted) as unknown });
}

function hashOf(path: string): string | undefined {
  return existsSync(path) && namesIn(path) === undefined
    ? createHash('sha256').update(readFileSync(path)).digest('hex')
    : undefined;
}

function namesIn(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

function matches(folder: string, pattern: string): boolean {
  const [name = '', inner] = pattern.split('/').reverse();
  const names = namesIn(inner === undefined ? folder : join(folder, inner)) ?? [];
  return names.some((candidate) => new RegExp(`^${name.replace(/[.]/g, '\\.').replace(/\*/g, '.*')}$`).test(candidate));
}
