import { type Area, intersection, sameArea, withoutAll } from './area';

/** A validation as the API says it; the model keeps what it was given. */
export interface ValidationSetting {
  /** the API's rule, with a Range source turned into its address; undefined for none */
  readonly rule: Readonly<Record<string, unknown>> | undefined;
  readonly prompt: Readonly<Record<string, unknown>>;
  readonly errorAlert: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
}

export interface Validation {
  areas: Area[];
  /** the cell that relative references are written for */
  origin: { row: number; column: number };
  setting: ValidationSetting;
}

export const noValidation: ValidationSetting = {
  rule: undefined,
  prompt: { showPrompt: true, title: '', message: '' },
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
  ignoreBlanks: true,
};

/** A rule of conditional formatting; a rule is kept for its blocks and worked out only for cells that are looked at. */
export interface ConditionalRule {
  readonly id: string;
  readonly type: string;
  areas: Area[];
  stopIfTrue: boolean;
  /** with `=`, as Excel gives it back */
  formula: string;
  cellValueRule: Readonly<Record<string, unknown>> | undefined;
  format: ConditionalLook;
}

export interface ConditionalLook {
  fill?: string;
  fontColour?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: string;
  strikethrough?: boolean;
  numberFormat?: string;
}

/** Sets part of the validation of an area; other cells of rules that it touches keep theirs. */
export function patchValidation(
  rules: Validation[],
  of: readonly Area[],
  patch: (setting: ValidationSetting) => ValidationSetting,
): void {
  for (const target of of) {
    const touched = rules.filter(({ areas }) => areas.some((one) => intersection(one, target) !== undefined));
    let free: Area[] = [target];
    for (const rule of touched) {
      const inside = rule.areas.flatMap((one) => intersection(one, target) ?? []);
      rule.areas = withoutAll(rule.areas, target);
      for (const one of inside) free = withoutAll(free, one);
      // Setting a new rule starts its references at the new block, so only an equal block keeps its origin.
      const origin = inside.some((one) => sameArea(one, target)) ? rule.origin : first(inside);
      rules.push({ areas: inside, origin, setting: patch(rule.setting) });
    }
    if (free.length > 0) rules.push({ areas: free, origin: first([target]), setting: patch(noValidation) });
  }
  rules.splice(0, rules.length, ...rules.filter(({ areas }) => areas.length > 0));
}

export function clearValidation(rules: Validation[], of: readonly Area[]): void {
  for (const target of of) for (const rule of rules) rule.areas = withoutAll(rule.areas, target);
  rules.splice(0, rules.length, ...rules.filter(({ areas }) => areas.length > 0));
}

const first = (areas: readonly Area[]): { row: number; column: number } => ({
  row: Math.min(...areas.map(({ row }) => row)),
  column: Math.min(...areas.map(({ column }) => column)),
});

/** Settings in an area, one for each different; an area without any gives none. `whole` says that all of it is covered. */
export function validationsIn(
  rules: readonly Validation[],
  of: readonly Area[],
): { settings: Validation[]; whole: boolean } {
  const settings = rules.filter(({ areas }) =>
    areas.some((one) => of.some((target) => intersection(one, target) !== undefined)),
  );
  let free = [...of];
  for (const { areas } of settings) for (const one of areas) free = withoutAll(free, one);
  return { settings, whole: free.length === 0 };
}
