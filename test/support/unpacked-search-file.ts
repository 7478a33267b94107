import { inflateRawSync } from 'node:zlib';
import { manifestName, type Manifest } from '../../src/search/manifest.ts';

/** Whether a file of a site is one that the search has packed. */
export const isPackedForSearch = (path: string): boolean => /^search\/.*\.bin$/.test(path);

/** Its bytes as they were before. `manifest` gives the text of a file of the same site. */
export function unpackedSearchFile(path: string, bytes: Uint8Array, manifest: (path: string) => string): Buffer {
  const [, lang, name] = path.split('/');
  if (!name?.startsWith('cards-')) return inflateRawSync(bytes);
  const { cards } = JSON.parse(manifest(manifestName(lang!))) as Manifest;
  return inflateRawSync(bytes, { dictionary: Buffer.from(cards.frame) });
}
