import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { dayNumber } from '../core/kernel/day';
import { refuse } from '../core/kernel/result';
import { note as sentence } from '../core/kernel/sentences';
import { partLimits, profiles, type ProfileName } from '../core/engine/upload';
import { runAct, runErrors, runGenerate, runImport, runValidate, type ImportOptions, type Run } from './commands';
import { momentOf } from '../boundary/moment';
import { runReconcile } from './reconcile';
import { addReconcileOptions, type ReconcileOptions } from './reconcile-options';
import { createVoice, exitCodes } from './speak';

interface CommonOptions {
  readonly json?: true;
  readonly asOn?: string;
}

/** Runs one command line; returns its exit code [contract, the command line]. */
export async function runProgram(args: readonly string[], version: string, now: Date): Promise<number> {
  const voice = createVoice(args.includes('--json'));
  let code: number = exitCodes.done;
  const runOf = ({ asOn }: CommonOptions): Run => ({
    voice,
    moment: asOn === undefined ? momentOf(now) : { ...momentOf(now), today: asOn },
  });
  const program = new Command('ims')
    .description(sentence('cli-about'))
    .version(version)
    .showSuggestionAfterError(true)
    .configureHelp({ sortSubcommands: false })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  const command = (usage: string, about: string, examples: readonly string[]): Command =>
    program
      .command(usage)
      .description(about)
      .option('--json', sentence('cli-option-json'))
      .addOption(new Option('--as-on <dd-mm-yyyy>', sentence('cli-option-as-on')).argParser(readDay))
      .addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ ims ${example}`).join('\n')}\n`)
      .exitOverride()
      .configureOutput({ writeErr: () => undefined });

  command('import <json...>', sentence('cli-import'), [
    'import download.json --out july.xlsx --gstin 27ZZZCR1001K1Z0',
    'import b2b.json notes.json --out july.xlsx',
    'import later.json --into july.xlsx',
  ])
    .option('--out <book.xlsx>', sentence('cli-import-out'))
    .option('--into <book.xlsx>', sentence('cli-import-into'))
    .option('--gstin <GSTIN>', sentence('cli-import-gstin'))
    .action(async (paths: string[], options: ImportOptions & CommonOptions) => {
      code = await runImport(runOf(options), paths, options);
    });

  command('validate <book>', sentence('cli-validate'), [
    'validate july.xlsx',
    'validate july.xlsx --json > findings.json',
  ]).action(async (book: string, options: CommonOptions) => {
    code = await runValidate(runOf(options), book);
  });

  command('generate <book>', sentence('cli-generate'), [
    'generate july.xlsx --out upload',
    'generate july.xlsx --out upload --max-records 1000',
  ])
    .requiredOption('--out <dir>', sentence('cli-generate-out'))
    .addOption(
      new Option(
        '--profile <name>',
        sentence('cli-generate-profile', { known: Object.keys(profiles).join(', ') }),
      ).argParser(readProfile),
    )
    .addOption(
      new Option('--max-records <number>', sentence('cli-generate-records'))
        .default(partLimits.records)
        .argParser(readCount),
    )
    .addOption(
      new Option('--max-bytes <number>', sentence('cli-generate-bytes')).default(partLimits.bytes).argParser(readCount),
    )
    .action(
      async (
        book: string,
        options: CommonOptions & { out: string; profile?: ProfileName; maxRecords: number; maxBytes: number },
      ) => {
        code = await runGenerate(runOf(options), book, options);
      },
    );

  command('errors <json>', sentence('cli-errors'), ['errors IMS_error.json --into july.xlsx'])
    .requiredOption('--into <book.xlsx>', sentence('cli-errors-into'))
    .action(async (path: string, options: CommonOptions & { into: string }) => {
      code = await runErrors(runOf(options), path, options.into);
    });

  command('act <book>', sentence('cli-act'), ['act july.xlsx --actions decisions.csv'])
    .requiredOption('--actions <actions.csv>', sentence('cli-act-actions'))
    .action(async (book: string, options: CommonOptions & { actions: string }) => {
      code = await runAct(runOf(options), book, options.actions);
    });

  addReconcileOptions(
    command('reconcile <book>', sentence('cli-reconcile'), [
      'reconcile july.xlsx --register purchases.xlsx',
      'reconcile july.xlsx --register purchases.xlsx --sheet Purchases --sheet "Debit notes"',
      'reconcile july.xlsx --register purchases.csv --column "document number=Bill ref" --day-order day-first',
      'reconcile july.xlsx --register purchases.csv --apply Matched "Matched within tolerance"',
      'reconcile july.xlsx --register purchases.csv --memory june.json --save-memory july.json',
    ]),
  ).action(async (book: string, options: CommonOptions & ReconcileOptions) => {
    code = await runReconcile(runOf(options), book, options);
  });

  if (args.length === 0) {
    program.outputHelp();
    return exitCodes.done;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    if (fault.exitCode === 0) return exitCodes.done;
    const used = args.find((arg) => !arg.startsWith('-')) ?? '';
    const known = program.commands.some((candidate) => candidate.name() === used);
    const said = fault.message
      .replace(/^error: /, '')
      .replace(/ argument '(.*)' is invalid\. /, " got '$1': ")
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\.$/, '');
    return voice.refuse(refuse('option-wrong', '', { fault: said, command: known ? `${used} ` : '' }).refusal);
  }
  return code;
}

function readDay(text: string): string {
  if (dayNumber(text) === undefined) throw new InvalidArgumentError(sentence('cli-wrong-day'));
  return text;
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError(sentence('cli-wrong-count'));
  return count;
}

function readProfile(text: string): ProfileName {
  if (!Object.hasOwn(profiles, text))
    throw new InvalidArgumentError(sentence('cli-wrong-profile', { known: Object.keys(profiles).join(', ') }));
  return text as ProfileName;
}
