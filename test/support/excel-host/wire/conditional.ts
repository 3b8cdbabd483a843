import { parseFormula } from '../formula/parse';
import type { Desk } from '../desk';
import { intersection, withoutAll } from '../model/area';
import { invalidArgument, itemNotFound } from '../model/refusal';
import type { ConditionalLook, ConditionalRule } from '../model/rules';
import { setRuleAreas } from '../model/shift';
import type { Sheet } from '../model/sheet';
import { choice, colour, count, flag, record, text } from './arguments';
import { block, checkOpen, type Block } from './block';
import { nullObject, wire, type Argument, type ObjectType, type Property, type WireObject } from './object-type';
import { rangeAreasType, rangeType } from './range';

interface Rule {
  readonly sheet: Sheet;
  readonly rule: ConditionalRule;
}

const look = <Key extends keyof ConditionalLook>(
  key: Key,
  read: (value: Argument, what: string) => Exclude<ConditionalLook[Key], undefined>,
): Property<Rule> => ({
  since: '1.6',
  get: ({ rule }) => rule.format[key] ?? null,
  set: ({ sheet, rule }, value) => {
    checkOpen(sheet, 'conditional formats');
    rule.format = { ...rule.format, [key]: read(value, key) };
  },
});

const drop =
  (...keys: readonly (keyof ConditionalLook)[]) =>
  ({ rule }: Rule): void => {
    rule.format = Object.fromEntries(
      Object.entries(rule.format).filter(([key]) => !keys.some((dropped) => dropped === key)),
    );
  };

const fillType: ObjectType<Rule> = {
  name: 'ConditionalRangeFill',
  properties: { Color: look('fill', colour) },
  navigations: {},
  methods: { Clear: { since: '1.6', call: drop('fill') } },
};

const fontType: ObjectType<Rule> = {
  name: 'ConditionalRangeFont',
  properties: {
    Bold: look('bold', flag),
    Color: look('fontColour', colour),
    Italic: look('italic', flag),
    Strikethrough: look('strikethrough', flag),
    Underline: look('underline', (value, what) => choice(value, ['None', 'Single', 'Double'], what)),
  },
  navigations: {},
  methods: { Clear: { since: '1.6', call: drop('bold', 'fontColour', 'italic', 'strikethrough', 'underline') } },
};

const formatType: ObjectType<Rule> = {
  name: 'ConditionalRangeFormat',
  properties: { NumberFormat: look('numberFormat', text) },
  navigations: {
    Fill: { since: '1.6', to: (self) => wire(fillType, self) },
    Font: { since: '1.6', to: (self) => wire(fontType, self) },
  },
  methods: {},
};

const ruleType: ObjectType<Rule> = {
  name: 'ConditionalFormatRule',
  properties: {
    Formula: {
      since: '1.6',
      get: ({ rule }) => rule.formula,
      set: ({ sheet, rule }, value) => {
        checkOpen(sheet, 'conditional formats');
        const given = text(value, 'rule.formula');
        if (!given.startsWith('=') || parseFormula(given.slice(1)) === undefined)
          throw invalidArgument(`rule.formula ${given}`);
        rule.formula = given;
      },
    },
  },
  navigations: {},
  methods: {},
};

const customType: ObjectType<Rule> = {
  name: 'CustomConditionalFormat',
  properties: {},
  navigations: {
    Rule: { since: '1.6', to: (self) => wire(ruleType, self) },
    Format: { since: '1.6', to: (self) => wire(formatType, self) },
  },
  methods: {},
};

const cellValueType: ObjectType<Rule> = {
  name: 'CellValueConditionalFormat',
  properties: {
    Rule: {
      since: '1.6',
      get: ({ rule }) => rule.cellValueRule ?? null,
      set: ({ sheet, rule }, value) => {
        checkOpen(sheet, 'conditional formats');
        rule.cellValueRule = record(value, 'cellValue.rule');
      },
    },
  },
  navigations: { Format: { since: '1.6', to: (self) => wire(formatType, self) } },
  methods: {},
};

const only =
  (kind: string, type: ObjectType<Rule>, orNull: boolean) =>
  (self: Rule): WireObject => {
    if (self.rule.type === kind) return wire(type, self);
    if (orNull) return nullObject;
    throw itemNotFound(`the ${kind} part of a ${self.rule.type} rule`);
  };

function move({ sheet, rule }: Rule, priority: number): void {
  checkOpen(sheet, 'conditional formats');
  sheet.rules.splice(sheet.rules.indexOf(rule), 1);
  sheet.rules.splice(priority, 0, rule);
}

const conditionalType: ObjectType<Rule> = {
  name: 'ConditionalFormat',
  identity: ({ rule }) => ({ Id: rule.id }),
  properties: {
    Id: { since: '1.6', get: ({ rule }) => rule.id },
    Type: { since: '1.6', get: ({ rule }) => rule.type },
    Priority: {
      since: '1.6',
      get: ({ sheet, rule }) => sheet.rules.indexOf(rule),
      set: (self, value) => move(self, count(value, 'priority')),
    },
    StopIfTrue: {
      since: '1.6',
      get: ({ rule }) => rule.stopIfTrue,
      set: ({ sheet, rule }, value) => {
        checkOpen(sheet, 'conditional formats');
        rule.stopIfTrue = flag(value, 'stopIfTrue');
      },
    },
  },
  navigations: {
    Custom: { since: '1.6', to: only('Custom', customType, false) },
    CustomOrNullObject: { since: '1.6', to: only('Custom', customType, true) },
    CellValue: { since: '1.6', to: only('CellValue', cellValueType, false) },
    CellValueOrNullObject: { since: '1.6', to: only('CellValue', cellValueType, true) },
  },
  methods: {
    Delete: {
      since: '1.6',
      call: ({ sheet, rule }) => {
        checkOpen(sheet, 'conditional formats');
        sheet.rules.splice(sheet.rules.indexOf(rule), 1);
      },
    },
    GetRange: { since: '1.6', call: ({ sheet, rule }) => rangeOf(sheet, rule) },
    GetRangeOrNullObject: {
      since: '1.6',
      call: ({ sheet, rule }) => (rule.areas.length === 1 ? rangeOf(sheet, rule) : nullObject),
    },
    GetRanges: { since: '1.9', call: ({ sheet, rule }) => wire(rangeAreasType, block(sheet, ...rule.areas)) },
  },
};

function rangeOf(sheet: Sheet, rule: ConditionalRule): WireObject {
  if (rule.areas.length !== 1) throw invalidArgument('the range of a rule with several areas');
  return wire(rangeType, block(sheet, ...rule.areas));
}

/** Rules that any cell of the block has, highest priority first. */
function rulesOf({ sheet, areas }: Block): Rule[] {
  return sheet.rules
    .filter((rule) => rule.areas.some((one) => areas.some((of) => intersection(one, of) !== undefined)))
    .map((rule) => ({ sheet, rule }));
}

function add({ sheet, areas }: Block, type: string, desk: Desk): WireObject {
  checkOpen(sheet, 'conditional formats');
  const rule: ConditionalRule = {
    id: `{CF${String(desk.book.nextId()).padStart(6, '0')}}`,
    type: choice(type, ['Custom', 'CellValue'], 'conditional format'),
    areas: [...areas],
    stopIfTrue: false,
    formula: '',
    cellValueRule: undefined,
    format: {},
  };
  // A new rule comes before those that are there.
  sheet.rules.unshift(rule);
  return wire(conditionalType, { sheet, rule });
}

/** Takes the rules off these cells; they stay on cells outside. */
export function clearRules({ sheet, areas }: Block): void {
  for (const rule of sheet.rules) for (const of of areas) setRuleAreas(rule, withoutAll(rule.areas, of));
  sheet.rules.splice(0, sheet.rules.length, ...sheet.rules.filter(({ areas: left }) => left.length > 0));
}

const asObject = (found: Rule | undefined): WireObject | undefined =>
  found === undefined ? undefined : wire(conditionalType, found);

export const conditionalsType: ObjectType<Block> = {
  name: 'ConditionalFormatCollection',
  properties: {},
  navigations: {},
  items: (self) => rulesOf(self).map((found) => wire(conditionalType, found)),
  item: (self, key) => asObject(rulesOf(self).find(({ rule }) => rule.id === key)),
  methods: {
    Add: { since: '1.6', call: (self, [type], desk) => add(self, text(type, 'type'), desk) },
    ClearAll: {
      since: '1.6',
      call: (self) => {
        checkOpen(self.sheet, 'conditional formats');
        clearRules(self);
      },
    },
    GetCount: { since: '1.6', call: (self) => rulesOf(self).length },
    GetItemAt: {
      since: '1.6',
      call: (self, [index]) => {
        const found = asObject(rulesOf(self)[count(index, 'index')]);
        if (found === undefined) throw itemNotFound(`the conditional format ${String(index)}`);
        return found;
      },
    },
    GetItemOrNullObject: {
      since: '1.14',
      call: (self, [id]) => asObject(rulesOf(self).find(({ rule }) => rule.id === id)) ?? nullObject,
    },
  },
};

export const conditionalTypes = [
  conditionalsType,
  conditionalType,
  customType,
  cellValueType,
  ruleType,
  formatType,
  fillType,
  fontType,
];
