import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDocumentName, isMediaName, isVideoName } from './safe-link.ts';

/** The municipality's pictures, documents and videos: paths of the plain files in `media/` whose names a text may use; links are not followed. */
export async function listMedia(contentDir: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(contentDir, 'media');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && [isMediaName, isDocumentName, isVideoName].some((is) => is(entry.name)))
    .map(({ name }) => name);
  return new Map(names.sort().map((name) => [name, join(folder, name)]));
}
