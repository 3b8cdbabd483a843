import { done, refuse, type Result } from '../core/kernel/result';
import type { Corrections, Layout, Signs } from '../core/reconcile/register/layout';
import { changeRegister, type OpenedRegister } from '../core/reconcile/register/opened-register';
import type { DayOrder } from '../core/reconcile/register/read-date';
import { withCorrections } from '../core/reconcile/register/recognise-layout';
import { listed, named } from './named';
import { placeColumns, readColumns } from './said-columns';
import { placeKinds } from './said-kinds';

/** What the user says of a register; it holds for each sheet that is read. */
export interface RegisterOptions {
  readonly sheet?: readonly string[];
  /** `field=heading` */
  readonly column?: readonly string[];
  /** rows counted from 1; last 0: there are none */
  readonly headings?: Corrections['headerRows'];
  readonly dayOrder?: DayOrder;
  readonly exchangedDates?: boolean;
  readonly invoices?: Signs;
  /** `word=kind` */
  readonly type?: readonly string[];
  readonly recogniseAnew?: true;
}

type OpenedSheet = OpenedRegister['sheets'][number];

/** The register with the sheets that are named, read as the user says; refused where he names what is not there. */
export function applyOptions(opened: OpenedRegister, options: RegisterOptions): Result<OpenedRegister> {
  const chosen = chooseSheets(opened, options.sheet ?? []);
  if (!chosen.ok) return chosen;
  let register = chosen.value;
  for (const { sheet } of takenOf(register)) {
    if (options.recogniseAnew !== true) break;
    register = changeRegister(changeRegister(register, { show: sheet.name }), { anew: true });
  }
  const taken = takenOf(register);
  const corrections = correctionsOf(register.name, taken, options);
  if (!corrections.ok) return corrections;
  for (const [at, correct] of corrections.value.entries()) {
    const { sheet } = taken[at] ?? {};
    if (sheet === undefined || Object.keys(correct).length === 0) continue;
    register = changeRegister(changeRegister(register, { show: sheet.name }), { correct });
  }
  return done(register);
}

function takenOf({ sheets }: OpenedRegister): OpenedSheet[] {
  return sheets.filter(({ chosen }) => chosen);
}

function chooseSheets(register: OpenedRegister, wanted: readonly string[]): Result<OpenedRegister> {
  if (wanted.length === 0) return done(register);
  const names = register.sheets.map(({ sheet }) => sheet.name);
  const choose: string[] = [];
  for (const name of wanted) {
    const found = named(names, name);
    if (found === undefined)
      return refuse('register-no-such-sheet', register.name, { sheet: name, known: listed(names) });
    choose.push(found);
  }
  return done(changeRegister(register, { choose }));
}

/** The corrections of each sheet, one after the other: what a column is called follows from its headings, a type from its column. */
function correctionsOf(file: string, sheets: readonly OpenedSheet[], options: RegisterOptions): Result<Corrections[]> {
  const { headings, dayOrder, exchangedDates, invoices } = options;
  const plain: Corrections = {
    ...(headings === undefined ? {} : { headerRows: headings }),
    ...(dayOrder === undefined ? {} : { dayOrder }),
    ...(exchangedDates === undefined ? {} : { swappedDates: exchangedDates }),
    ...(invoices === undefined ? {} : { signs: invoices }),
  };
  let corrections = sheets.map(() => plain);
  const layouts = (): Layout[] =>
    sheets.map(({ sheet, layout }, at) => withCorrections(sheet, layout, corrections[at] ?? plain));
  if (options.column !== undefined) {
    const wanted = readColumns(options.column);
    const columns = wanted.ok ? placeColumns(file, wanted.value, layouts()) : wanted;
    if (!columns.ok) return columns;
    corrections = columns.value.map((of) => ({ ...plain, columns: of }));
  }
  if (options.type !== undefined) {
    const kinds = placeKinds(file, options.type, layouts());
    if (!kinds.ok) return kinds;
    corrections = corrections.map((of, at) => ({ ...of, ...kinds.value[at] }));
  }
  return done(corrections);
}
