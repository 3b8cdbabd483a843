import { z } from 'zod';
import { done, refuse, type Result } from '../core/kernel/result';
import { sharedTexts } from '../core/kernel/shared-texts';
import type { ImsRecord, Ledger, Raw, Standing } from '../core/engine/ledger';
import { readRecord } from '../core/engine/read';
import { records as recordTypes } from '../core/records/index';
import { STORE_SHEET, type StoreCodec } from '../core/engine/store';
import { packValue, unpackValue, type Packing } from './packed-text';

/** Records lie under their keys' "shape" (the list of keys in the portal's order and spelling), so that keys are said once. */
const packing: Packing = { format: 'ims-offline record store', version: 1 };

const standings = ['current', 'new', 'changed', 'withdrawn'] as const satisfies readonly Standing[];

const storedLedger = z.object({
  gstin: z.string(),
  importedAt: z.string(),
  files: z.array(z.string()),
  kept: z.record(z.string(), z.array(z.unknown())),
  history: z.array(z.object({ at: z.string(), event: z.string(), details: z.array(z.string()) })),
  nextId: z.number().int(),
  shapes: z.array(z.array(z.string())),
  /** per section: [id, shape, standing, change, …values] */
  sections: z.record(z.string(), z.array(z.custom<readonly unknown[]>(Array.isArray))),
});

export const recordStore: StoreCodec = { pack: packLedger, unpack: unpackLedger };

async function packLedger(ledger: Ledger): Promise<readonly string[]> {
  const shapes: string[][] = [];
  const shapeIds = new Map<string, number>();
  const sections: Record<string, unknown[][]> = {};
  for (const { id, type, raw, standing, change } of ledger.records) {
    const keys = Object.keys(raw);
    const signature = JSON.stringify(keys);
    let shape = shapeIds.get(signature);
    if (shape === undefined) {
      shape = shapes.push(keys) - 1;
      shapeIds.set(signature, shape);
    }
    (sections[type.section] ??= []).push([
      Number(id),
      shape,
      standings.indexOf(standing),
      change,
      ...Object.values(raw),
    ]);
  }
  const { gstin, importedAt, files, kept, history, nextId } = ledger;
  return packValue(packing, { gstin, importedAt, files, kept, history, nextId, shapes, sections });
}

async function unpackLedger(pieces: readonly string[]): Promise<Result<Ledger>> {
  const damaged = (fault: string): Result<never> => refuse('store-damaged', STORE_SHEET, { sheet: STORE_SHEET, fault });
  const newer = (found: string): Result<never> => refuse('store-newer', STORE_SHEET, { found, known: packing.version });
  const unpacked = await unpackValue(packing, pieces, { damaged, newer });
  if (!unpacked.ok) return unpacked;
  const parsed = storedLedger.safeParse(unpacked.value);
  if (!parsed.success) return damaged('its parts do not fit together');
  const { shapes, sections, ...rest } = parsed.data;
  const blanks = shapes.map(blankOf);
  const records: ImsRecord[] = [];
  for (const type of recordTypes) {
    const share = sharedTexts<unknown>();
    for (const stored of sections[type.section] ?? []) {
      // Nobody else has what was just unpacked.
      const [id, shape, standing, change, ...values] = share(stored as unknown[]);
      const [keys, blank] = [shapes[Number(shape)], blanks[Number(shape)]];
      if (keys === undefined || blank === undefined) return damaged('a record has no keys');
      const raw = rawOf(keys, blank, values);
      records.push({
        id: String(id),
        type,
        raw,
        row: readRecord(type, raw).row,
        standing: standings[Number(standing)] ?? 'current',
        change: typeof change === 'string' ? change : '',
      });
    }
  }
  return done({ ...rest, records });
}

/** Objects that are copied from one which was parsed take a quarter of the memory of those that are filled key by key. */
function blankOf(keys: readonly string[]): Raw {
  return JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, null])))) as Raw;
}

function rawOf(keys: readonly string[], blank: Raw, values: readonly unknown[]): Raw {
  const raw: Record<string, unknown> = { ...blank };
  for (let index = 0; index < keys.length; index += 1) raw[keys[index] ?? ''] = values[index];
  return raw;
}
