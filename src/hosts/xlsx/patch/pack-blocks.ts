import { packPart, type PackedPart } from '../pack-part';

/** Packs a text while it is made, block by block, and gives what comes behind the last. `told` hears of the characters. */
export async function packBlocks<T>(
  blocks: AsyncGenerator<string, T>,
  told?: (characters: number) => Promise<void>,
): Promise<{ packed: PackedPart; outcome: T }> {
  const encoder = new TextEncoder();
  const packer = packPart();
  let characters = 0;
  try {
    for (;;) {
      const block = await blocks.next();
      if (block.done === true) return { outcome: block.value, packed: await packer.end() };
      await packer.add(encoder.encode(block.value));
      characters += block.value.length;
      await told?.(characters);
    }
  } catch (fault) {
    packer.drop();
    await blocks.return(undefined as never);
    throw fault;
  }
}
