import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { memoryFile } from './memory-file.ts';
import { replaceFile } from '../content/replace-file.ts';
import { foldersNow, foldersOf, listFiles, packFiles, readFiles, stateOf, type SiteFiles } from './site-files.ts';

/** What is known of a site as a whole since it was put in its place. */
export interface Whole {
  /** Hash of all that it is made from, where that is known. */
  readonly stamp: string | undefined;
  readonly state: string;
  readonly folders: ReadonlyMap<string, number>;
}

/** `state`: where only that one is of interest. */
export function readWhole(output: string, state?: string): Whole | undefined {
  try {
    const whole = deserialize(readFileSync(memoryFile(output, 'whole'))) as Whole;
    return state === undefined || whole.state === state ? whole : undefined;
  } catch {
    return undefined;
  }
}

/** What this process has written last. */
let written: { readonly file: string; readonly site: SiteFiles } | undefined;

export function writeFilesOf(output: string, site: SiteFiles): void {
  const file = memoryFile(output, 'files');
  replaceFile(file, [packFiles(site)]);
  written = { file, site };
}

export const readFilesOf = (output: string): SiteFiles | undefined => readFiles(memoryFile(output, 'files'));

/** Remembers a site that has just been put in its place, and counts its pages; `state`: the one that the build has taken down, if it has. */
export function rememberSite(output: string, stamp: string | undefined, state: string | undefined): number {
  let site = written?.file === memoryFile(output, 'files') ? written.site : readFilesOf(output);
  if (state === undefined || site?.state !== state) {
    const states = listFiles(output).flatMap((path) => {
      const now = stateOf(join(output, path));
      return now ? [[path, now] as const] : [];
    });
    site = { state: randomUUID(), files: new Map(states) };
    writeFilesOf(output, site);
  }
  const whole: Whole = { stamp, state: site.state, folders: foldersNow(output, foldersOf(site.files.keys())) };
  replaceFile(memoryFile(output, 'whole'), [serialize(whole)]);
  return [...site.files.keys()].filter((path) => path.endsWith('.html')).length;
}
