import { InvalidArgumentError, Option, type Command } from 'commander';
import { sayReconcile, type ReconcileWord } from '../core/kernel/reconcile-words';
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
    .requiredOption('--register <file>', sayReconcile('cli-reconcile-register'))
    .option('--sheet <name>', sayReconcile('cli-reconcile-sheet'), another)
    .option('--column <field=heading>', sayReconcile('cli-reconcile-column'), another)
    .option('--headings <rows>', sayReconcile('cli-reconcile-headings'), readRows)
    .addOption(
      oneOf('--day-order <order>', 'cli-reconcile-day-order', {
        'day-first': 'day-first',
        'month-first': 'month-first',
      }),
    )
    .addOption(oneOf('--exchanged-dates <answer>', 'cli-reconcile-exchanged', { yes: true, no: false }))
    .addOption(oneOf('--invoices <side>', 'cli-reconcile-invoices', { above: 'positive', below: 'negative' }))
    .option('--type <word=document>', sayReconcile('cli-reconcile-type'), another)
    .option('--recognise-anew', sayReconcile('cli-reconcile-anew'))
    .option('--memory <file.json>', sayReconcile('cli-reconcile-memory'))
    .option('--save-memory <file.json>', sayReconcile('cli-reconcile-save-memory'))
    .option('--apply <category...>', sayReconcile('cli-reconcile-apply', { known: categories.join(', ') }))
    .addHelpText('after', () => command.createHelp().boxWrap(`${sayReconcile('cli-fields')} ${spokenFields}.`, 80));
}

/** An option that may be given again. */
function another(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function oneOf(flags: string, about: ReconcileWord, values: Readonly<Record<string, unknown>>): Option {
  const known = Object.keys(values).join(', ');
  return new Option(flags, sayReconcile(about, { known })).argParser((text) => {
    if (!Object.hasOwn(values, text)) throw new InvalidArgumentError(sayReconcile('cli-wrong-choice', { known }));
    return values[text];
  });
}

function readRows(text: string): Corrections['headerRows'] {
  if (text === '0') return { first: 1, last: 0 };
  const [, first = '', last = first] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(text) ?? [];
  const rows = { first: Number(first), last: Number(last) };
  if (rows.first < 1 || rows.last < rows.first) throw new InvalidArgumentError(sayReconcile('cli-wrong-rows'));
  return rows;
}
