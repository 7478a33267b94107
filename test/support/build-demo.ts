import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';

const folder = join(import.meta.dirname, '../.output/demo');

/**
 * The built demo with the gallery of components. `npm test` names its run (`TEST_RUN`): within one run the demo is
 * built once, by whoever asks first; a project that is run alone always builds it.
 */
export async function buildDemo(): Promise<string> {
  const run = process.env.TEST_RUN;
  const mark = `${folder}.built-${run}`;
  if (run !== undefined && existsSync(mark)) return folder;
  await rm(folder, { recursive: true, force: true });
  await buildSite('content', folder, { GALLERY: '1' });
  if (run !== undefined) await writeFile(mark, '');
  return folder;
}
