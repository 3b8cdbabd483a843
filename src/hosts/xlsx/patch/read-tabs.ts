import { openParts } from './open-parts';

/** The tabs of a workbook in their order. Throws as `patchWorkbook` does, so that a file that cannot be changed is refused before any work. */
export async function readTabs(bytes: Uint8Array): Promise<{ name: string; isShown: boolean; isWorksheet: boolean }[]> {
  const { relations, places } = await openParts(bytes);
  return places.map(({ name, relation, state }) => ({
    name,
    isShown: state === undefined || state === 'visible',
    isWorksheet: relations.find(({ id }) => id === relation)?.type === 'worksheet',
  }));
}
