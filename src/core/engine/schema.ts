import { columnNames, type RecordType } from '../language/record';
import type { Column } from '../language/column';
import { taxHeads, type ColumnName } from '../language/row';

/** JSON Schemas of the portal files, derived from the record tables; written to `schemas/` and compiled at build time. */
export type Schema = Record<string, unknown>;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const BASE = 'https://ims-offline.example/schemas/';

/** Tolerant on reading: each key in every known spelling, each value in every form met; other keys are kept. */
export function downloadSchema(types: readonly RecordType[]): Schema {
  return {
    $schema: DIALECT,
    $id: `${BASE}ims-download.schema.json`,
    title: 'IMS download of the GST portal, sections by their canonical names',
    type: 'object',
    properties: sectionProperties(types, (type) => ({
      type: ['array', 'null'],
      items: { $ref: `#/$defs/${type.section}` },
    })),
    $defs: Object.fromEntries(types.map((type) => [type.section, downloadedRecord(type)])),
  };
}

function sectionProperties(types: readonly RecordType[], schema: (type: RecordType) => Schema): Schema {
  return Object.fromEntries(types.map((type) => [type.section, schema(type)]));
}

function downloadedRecord(type: RecordType): Schema {
  const properties: Schema = {};
  for (const name of columnNames(type)) {
    const column = type.columns[name];
    if (column === undefined) continue;
    for (const key of [column.key, ...column.aliases])
      properties[key] ??= { ...readable(column), description: column.label };
  }
  return { title: `${type.sheet}: ${type.title}`, type: ['object', 'null'], properties };
}

function readable(column: Column): Schema {
  if (column.kind === 'flag') return { type: ['string', 'boolean', 'number', 'null'] };
  return { type: ['string', 'number', 'null'] };
}

/** The portal's error file: uploaded records with `error_msg` (offline), or the interface's `error_report`. */
export function errorsSchema(types: readonly RecordType[]): Schema {
  const message = { type: ['string', 'null'] };
  return {
    $schema: DIALECT,
    $id: `${BASE}ims-errors.schema.json`,
    title: 'IMS error file of the GST portal, sections by their canonical names',
    type: 'object',
    properties: sectionProperties(types, (type) => ({
      type: ['array', 'null'],
      items: { $ref: `#/$defs/${type.section}` },
    })),
    $defs: Object.fromEntries(
      types.map((type) => {
        const record = downloadedRecord(type);
        const properties = {
          ...(record['properties'] as Schema),
          error_msg: message,
          error_cd: { type: ['string', 'number', 'null'] },
          inv: { type: ['array', 'object', 'null'] },
        };
        return [type.section, { ...record, type: ['object'], properties }];
      }),
    ),
  };
}

/** Exact on writing: what may go to the portal in the standard profile, and nothing else. */
export function uploadSchema(types: readonly RecordType[]): Schema {
  return {
    $schema: DIALECT,
    $id: `${BASE}ims-upload.schema.json`,
    title: 'IMS upload file of the standard profile',
    type: 'object',
    required: ['rtin', 'reqtyp', 'invdata'],
    additionalProperties: false,
    properties: {
      rtin: { type: 'string', pattern: '^[0-9]{2}[0-9A-Z]{13}$' },
      reqtyp: { const: 'SAVE' },
      invdata: {
        type: 'object',
        additionalProperties: false,
        properties: sectionProperties(types, (type) => ({ type: 'array', items: { $ref: `#/$defs/${type.section}` } })),
      },
    },
    $defs: Object.fromEntries(types.map((type) => [type.section, uploadedRecord(type)])),
  };
}

function uploadedRecord(type: RecordType): Schema {
  const sent: ColumnName[] = [
    ...type.identity,
    'status',
    'place',
    'taxable',
    ...taxHeads,
    'source',
    'period',
    'remarks',
  ];
  const itc: ColumnName[] =
    type.itcQuestion === 'never' ? [] : ['itcAnswer', 'itcIgst', 'itcCgst', 'itcSgst', 'itcCess'];
  const properties: Schema = {};
  for (const name of [...sent, ...itc]) {
    const column = type.columns[name];
    if (column === undefined) continue;
    properties[column.key] = writable(column);
    for (const alias of column.returned) properties[alias] = writable(column);
  }
  const [action, supplier] = [type.columns.status?.key, type.columns.supplierGstin?.key];
  const decl = itc.slice(1).map((name) => type.columns[name]?.key ?? '');
  return {
    title: `${type.sheet}: ${type.title}`,
    type: 'object',
    required: [supplier, action],
    additionalProperties: false,
    properties,
    ...(itc.length > 0
      ? {
          dependentRequired: Object.fromEntries(decl.map((key) => [key, [type.columns.itcAnswer?.key, ...decl]])),
        }
      : {}),
  };
}

function writable(column: Column): Schema {
  if (column.kind === 'money') return { type: 'number', description: column.label };
  if (column.edit === 'user' && column.choices.length > 0)
    return { enum: column.choices.map(({ code }) => code), description: column.label };
  if (column.edit === 'user') return { type: 'string', minLength: 1, maxLength: 250, description: column.label };
  return { type: 'string', description: column.label };
}
