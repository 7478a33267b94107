import { inflateRawSync } from 'node:zlib';
import type { LanguageTag } from '../../model/diagnostic.ts';
import { fileName, manifestName, type Manifest } from '../manifest.ts';

/** How the index in these files numbers its documents: their ids, and the hash by which its manifest names that order. */
export function orderIn(
  index: ReadonlyMap<string, Uint8Array>,
  language: LanguageTag,
): { readonly ids: readonly string[]; readonly order: string } {
  const read = (path: string): Uint8Array => {
    const bytes = index.get(path);
    if (!bytes) throw new Error(`The search of ${language} has no file ${path}`);
    return bytes;
  };
  const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
  const manifest = parse(read(manifestName(language))) as Manifest;
  return {
    ids: parse(inflateRawSync(read(fileName(manifest, 'ids', 0)))) as string[],
    order: manifest.hashes.ids,
  };
}
