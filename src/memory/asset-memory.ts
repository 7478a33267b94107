import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { realPathOf } from '../content/file-identity.ts';
import { compiledFolder } from '../content/kept-with-code.ts';
import { bundleAssets, type Assets, type AssetOptions, type KeepMade } from '../assets/bundle-assets.ts';
import { lettersIn, readLetters } from '../assets/make-fonts.ts';
import { FileFacts } from './file-facts.ts';
import { keepBytes, keptBytes } from './kept-bytes.ts';
import { memoryFile } from './memory-file.ts';

/** Scripts, style sheets and pictures, as the last process of the same code has made them. */
const keepAssets: KeepMade = async (name, make) => {
  const file = join(compiledFolder() ?? '.cache', 'assets', `${name}.bin`);
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

/**
 * As `bundleAssets`, for builds that remember nothing: what a program that has been compiled makes of its own code alone
 * lies beside it, as it does itself. `again`: there will be other builds in this process.
 */
export const unrememberedAssets = (options: AssetOptions, again: boolean): Promise<Assets> =>
  bundleAssets({
    ...options,
    ...(compiledFolder() === undefined ? {} : { keep: keepAssets }),
    ...(again ? {} : { lettersOf: readLetters }),
  });

/** As `bundleAssets`, with what other processes have made and read before. */
export async function rememberedAssets(options: AssetOptions): Promise<Assets> {
  const letters = new FileFacts(memoryFile(options.contentDir, 'letters'), (bytes) =>
    lettersIn(bytes.toString('utf8')),
  );
  const assets = await bundleAssets({
    ...options,
    contentDir: realPathOf(options.contentDir),
    keep: keepAssets,
    lettersOf: (path) => letters.of(path),
  });
  letters.save();
  return assets;
}
