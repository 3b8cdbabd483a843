import { InvalidArgumentError, Option, type Command } from 'commander';
import { note as sentence } from '../core/kernel/sentences';
import { categories } from '../core/reconcile/category';
import type { Corrections } from '../core/reconcile/register/layout';
import type { RegisterOptions } from './correct-register';
import type { MemoryOptions } from './memory-options';
import { spokenFields } from './said-columns';

export interface ReconcileOptions extends RegisterOptions, MemoryOptions {
  readonly register: string;
  readonly apply?: readonly string[];
}

/** The options of reconcile: the register, how it is read, what is remembered, what is written. */
export function addReconcileOptions(command: Command): Command {
  return command
    .requiredOption('--register <file>', sentence('cli-reconcile-register'))
    .option('--sheet <name>', sentence('cli-reconcile-sheet'), another)
    .option('--column <field=heading>', sentence('cli-reconcile-column'), another)
    .option('--headings <rows>', sentence('cli-reconcile-headings'), readRows)
    .addOption(
      oneOf('--day-order <order>', 'cli-reconcile-day-order', {
        'day-first': 'day-first',
        'month-first': 'month-first',
      }),
    )
    .addOption(oneOf('--exchanged-dates <answer>', 'cli-reconcile-exchanged', { yes: true, no: false }))
    .addOption(oneOf('--invoices <side>', 'cli-reconcile-invoices', { above: 'positive', below: 'negative' }))
    .option('--type <word=document>', sentence('cli-reconcile-type'), another)
    .option('--recognise-anew', sentence('cli-reconcile-anew'))
    .option('--memory <file.json>', sentence('cli-reconcile-memory'))
    .option('--save-memory <file.json>', sentence('cli-reconcile-save-memory'))
    .option('--apply <category...>', sentence('cli-reconcile-apply', { known: categories.join(', ') }))
    .addHelpText('after', () => command.createHelp().boxWrap(`${sentence('cli-fields')} ${spokenFields}.`, 80));
}

/** An option that may be given again. */
function another(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function oneOf(
  flags: string,
  about: Parameters<typeof sentence>[0],
  values: Readonly<Record<string, unknown>>,
): Option {
  const known = Object.keys(values).join(', ');
  return new Option(flags, sentence(about, { known })).argParser((text) => {
    if (!Object.hasOwn(values, text)) throw new InvalidArgumentError(sentence('cli-wrong-choice', { known }));
    return values[text];
  });
}

function readRows(text: string): Corrections['headerRows'] {
  if (text === '0') return { first: 1, last: 0 };
  const [, first = '', last = first] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(text) ?? [];
  const rows = { first: Number(first), last: Number(last) };
  if (rows.first < 1 || rows.last < rows.first) throw new InvalidArgumentError(sentence('cli-wrong-rows'));
  return rows;
}
