import type { Desk } from '../desk';
import { fullAddress } from '../model/area';
import { parseFormula } from '../formula/parse';
import { storedRows } from '../model/grid';
import { invalidArgument, itemNotFound } from '../model/refusal';
import { clearValidation, noValidation, patchValidation, validationsIn, type ValidationSetting } from '../model/rules';
import { isAllowedIn } from '../model/validate';
import { choice, filled, flag, record, text } from './arguments';
import { areaOf, block, checkOpen, type Block } from './block';
import {
  nullObject,
  selfOf,
  wire,
  type Argument,
  type ObjectType,
  type Property,
  type WireObject,
} from './object-type';
import { rangeAreasType, rangeType } from './range';

/** Characters of a list that is written into the rule, commas included. */
const MAX_LIST = 255;

const KINDS: Readonly<Record<string, string>> = {
  list: 'List',
  custom: 'Custom',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
};

function formulaOr(value: unknown, what: string): string | number {
  if (typeof value === 'number') return value;
  const block = selfOf(rangeType, value);
  if (block !== undefined) return `=${absolute(fullAddress(block.sheet.name, areaOf(block)))}`;
  const found = text(value, what);
  if (found.startsWith('=') && parseFormula(found.slice(1)) === undefined) throw invalidArgument(`${what} ${found}`);
  return found;
}

const absolute = (address: string): string => {
  const at = address.lastIndexOf('!') + 1;
  return (
    address.slice(0, at) +
    address
      .slice(at)
      .replace(/([A-Z]+)?(\d+)?/g, (found, column?: string, row?: string) =>
        found === '' ? '' : `${column === undefined ? '' : `$${column}`}${row === undefined ? '' : `$${row}`}`,
      )
  );
};

function readList(value: unknown): Readonly<Record<string, unknown>> {
  const { inCellDropDown, source } = filled(value, { inCellDropDown: true, source: undefined }, 'rule.list');
  const given = formulaOr(source, 'rule.list.source');
  if (typeof given !== 'string' || given === '') throw invalidArgument('rule.list.source');
  if (!given.startsWith('=') && given.length > MAX_LIST)
    throw invalidArgument(`rule.list.source of ${given.length} characters`);
  return { list: { inCellDropDown: flag(inCellDropDown, 'inCellDropDown'), source: given } };
}

function readRule(value: Argument): Readonly<Record<string, unknown>> | undefined {
  const [[kind, body] = [undefined, undefined], more] = Object.entries(record(value, 'rule')).filter(
    ([, part]) => part !== null && part !== undefined,
  );
  if (kind === undefined) return undefined;
  if (more !== undefined || !Object.hasOwn(KINDS, kind)) throw invalidArgument(`rule.${kind}`);
  if (kind === 'list') return readList(body);
  const entries = Object.entries(record(body, `rule.${kind}`)).map(([key, part]): [string, unknown] => {
    if (key === 'operator') return [key, text(part, key)];
    if (!['formula', 'formula1', 'formula2'].includes(key)) throw invalidArgument(`rule.${kind}.${key}`);
    return [key, formulaOr(part, `rule.${kind}.${key}`)];
  });
  return { [kind]: Object.fromEntries(entries) };
}

const part = <Key extends keyof ValidationSetting>(
  key: Key,
  read: (value: Argument) => ValidationSetting[Key],
  answer: (setting: ValidationSetting) => unknown = (setting) => setting[key],
): Property<Block> => ({
  since: '1.8',
  get: ({ sheet, areas }) => {
    const { settings, whole } = validationsIn(sheet.validations, areas);
    const answers = [...settings.map(({ setting }) => setting), ...(whole ? [] : [noValidation])].map(answer);
    return answers.every((one) => JSON.stringify(one) === JSON.stringify(answers[0])) ? answers[0] : null;
  },
  set: ({ sheet, areas }, value) => {
    checkOpen(sheet, 'data validation');
    const given = read(value);
    patchValidation(sheet.validations, areas, (setting) => ({ ...setting, [key]: given }));
  },
});

const PROMPT = { showPrompt: true, title: '', message: '' };
const ALERT = { showAlert: true, style: 'Stop', title: '', message: '' };

function kindOf({ sheet, areas }: Block): string {
  const { settings, whole } = validationsIn(sheet.validations, areas);
  const kinds = new Set(settings.map(({ setting }) => KINDS[Object.keys(setting.rule ?? {})[0] ?? ''] ?? 'None'));
  if (!whole) kinds.add('None');
  if (kinds.size > 1) return 'MixedCriteria';
  const rules = new Set(settings.map(({ setting }) => JSON.stringify(setting.rule)));
  return rules.size > 1 ? 'Inconsistent' : ([...kinds][0] ?? 'None');
}

function invalidCells({ sheet, areas }: Block, desk: Desk): WireObject {
  const found = areas.flatMap((of) => {
    const cells = [];
    for (const [row, { cells: line }] of storedRows(sheet.grid, of))
      for (let column = of.column; column < Math.min(line.length, of.column + of.columns); column += 1)
        if (!isAllowedIn(desk.book, sheet, row, column)) cells.push({ row, column, rows: 1, columns: 1 });
    return cells;
  });
  return found.length === 0 ? nullObject : wire(rangeAreasType, block(sheet, ...found));
}

function needed(object: WireObject): WireObject {
  if (object === nullObject) throw itemNotFound('invalid cells');
  return object;
}

export const validationType: ObjectType<Block> = {
  name: 'DataValidation',
  properties: {
    Rule: part('rule', readRule, ({ rule }) => rule ?? {}),
    Prompt: part('prompt', (value) => {
      const prompt = filled(value, PROMPT, 'prompt');
      if (prompt.title.length > 32 || prompt.message.length > 255)
        throw invalidArgument('prompt longer than Excel shows');
      return prompt;
    }),
    ErrorAlert: part('errorAlert', (value) => {
      const alert = filled(value, ALERT, 'errorAlert');
      if (alert.title.length > 32 || alert.message.length > 255)
        throw invalidArgument('errorAlert longer than Excel shows');
      choice(alert.style, ['Stop', 'Warning', 'Information'], 'errorAlert.style');
      return alert;
    }),
    IgnoreBlanks: part('ignoreBlanks', (value) => flag(value, 'ignoreBlanks')),
    Type: { since: '1.8', get: kindOf },
    Valid: {
      since: '1.8',
      get: (self, desk) => invalidCells(self, desk) === nullObject,
    },
  },
  navigations: {},
  methods: {
    Clear: {
      since: '1.8',
      call: ({ sheet, areas }) => {
        checkOpen(sheet, 'data validation');
        clearValidation(sheet.validations, areas);
      },
    },
    GetInvalidCells: { since: '1.9', call: (self, _args, desk) => needed(invalidCells(self, desk)) },
    GetInvalidCellsOrNullObject: { since: '1.9', call: (self, _args, desk) => invalidCells(self, desk) },
  },
};
