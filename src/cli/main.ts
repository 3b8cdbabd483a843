import { existsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { isMainThread, Worker } from 'node:worker_threads';
import manifest from '../../package.json';
import { refuse } from '../core/kernel/result';
import { runProgram } from './program';
import { bearClosedOutput, createVoice, exitCodes } from './speak';

/** Files above this run in a worker that may use most of the memory, and that can run out of it without a crash. */
const LARGE_INPUT = 24_000_000;
const MEGABYTE = 1_048_576;
/** In megabytes. Records live long: with V8's own 48 they are copied again and again while they are young. */
const YOUNG_GENERATION = 128;

/** A workbook is packed about seven times denser than a download, so its bytes count more. */
function inputSize(args: readonly string[]): number {
  return args.reduce((sum, arg) => {
    if (arg.startsWith('-') || !existsSync(arg)) return sum;
    return sum + statSync(arg).size * (arg.endsWith('.xlsx') ? 7 : 1);
  }, 0);
}

function runInWorker(args: readonly string[]): void {
  const worker = new Worker(__filename, {
    argv: [...args],
    workerData: { isWatched: process.stderr.isTTY },
    resourceLimits: {
      maxOldGenerationSizeMb: Math.floor((totalmem() * 0.75) / MEGABYTE),
      maxYoungGenerationSizeMb: YOUNG_GENERATION,
    },
  });
  worker.on('error', (fault: Error & { code?: string }) => {
    if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      process.exitCode = createVoice(args.includes('--json')).refuse(refuse('out-of-memory', '').refusal);
    } else {
      reportBug(fault);
    }
  });
  worker.on('exit', (code) => {
    process.exitCode ??= code;
  });
}

function reportBug(fault: unknown): void {
  const what = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  process.stderr.write(
    `ims: this is a fault of the program (${what.split('\n')[0] ?? ''}). No file was changed. Report it with the command that you ran.\n`,
  );
  if (process.env['IMS_DEBUG'] !== undefined && fault instanceof Error) process.stderr.write(`${fault.stack ?? ''}\n`);
  process.exitCode = exitCodes.bug;
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  bearClosedOutput();
  if (isMainThread && inputSize(args) > LARGE_INPUT) {
    runInWorker(args);
    return;
  }
  try {
    process.exitCode = await runProgram(args, manifest.version, new Date());
  } catch (fault) {
    reportBug(fault);
  }
}

void main();
