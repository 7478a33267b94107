import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { KeepMade } from './assets/bundle-assets.ts';
import { keepBytes, keptBytes } from './kept-bytes.ts';

/** Scripts, style sheets and pictures, as the last process of the same code has made them. */
export const keepAssets: KeepMade = async (name, make) => {
  const file = join('.cache/assets', `${name}.bin`);
  const kept = keptBytes(file);
  if (kept) {
    try {
      return deserialize(kept) as Awaited<ReturnType<typeof make>>;
    } catch {
      // Damaged: made anew.
    }
  }
  const made = await make();
  keepBytes(file, serialize(made));
  return made;
};
