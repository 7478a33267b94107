import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build of a site says to whoever puts it in its place. */
export interface SiteUpdate {
  /** Name of the state that the site will be in. */
  readonly state: string;
  /** The new folder holds only what was made; all other files are in the spare copy of the site, which has this state. */
  readonly spare?: string;
  /** Files that differ from those of the site that stands, where so few do that it can become the spare copy. */
  readonly made?: readonly string[];
  /** Files of the site that stands that the new one does not have. */
  readonly gone: readonly string[];
}

const fileName = '.angebotslotse-update.json';

export function writeUpdate(folder: string, update: SiteUpdate): void {
  writeFileSync(join(folder, fileName), JSON.stringify(update));
}

/** Takes it out of the folder; undefined where the build has left none. */
export function takeUpdate(folder: string): SiteUpdate | undefined {
  const file = join(folder, fileName);
  try {
    const update = JSON.parse(readFileSync(file, 'utf8')) as SiteUpdate;
    rmSync(file);
    return update;
  } catch {
    return undefined;
  }
}

/** The spare copy of a site: the same files once more, by hard links, so that only what changes has to be put in it. */
export const spareFolder = (target: string, state: string): string => `${target}.spare-${state}`;
