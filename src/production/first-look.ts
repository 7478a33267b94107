import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFile, type LoadedCatalogue, type LoadOptions } from '../catalogue.ts';
import { pagesOfEntry } from '../pages/list-outputs.ts';
import type { Placement } from '../pages/page-contexts.ts';

/** Event of Eleventy's configuration: files of the content have been saved, and a build will be called for. */
export const contentSaved = 'angebotslotse.content-saved';

/** Event of Eleventy's configuration, after a build: every page is what browsers have already. Who listens to it watches the content. */
export const nothingNew = 'angebotslotse.nothing-new';

/** How long a page that is shown first has the process for itself, so that browsers can fetch it, in ms. */
export const headStart = 300;

/** What goes with `contentSaved`. */
export interface Saved {
  /** Paths in the content folder, with `/`. */
  readonly files: readonly string[];
  /** Set by whoever has written the pages of these files. */
  isShown?: boolean;
}

/** The last good build. */
export interface Shown {
  readonly loaded: Pick<LoadedCatalogue, 'content' | 'checked'>;
  readonly options: LoadOptions;
  readonly placement: Placement;
  readonly folder: string;
  /** All files that the site has. */
  readonly paths: ReadonlySet<string>;
}

/** Pages that have been shown, by their paths. */
export type Pages = ReadonlyMap<string, Page>;

interface Page {
  /** What stood there after the last good build. */
  readonly before: Buffer;
  readonly now: Buffer;
}

/**
 * Shows the page of a sheet that is being written as soon as it is saved, before anything else is looked at. It is a
 * first look only: the build that follows makes these pages once more, with all that they depend on, and where it finds
 * a mistake, `takeBack` brings back what stood there.
 */
export class FirstLook {
  #shown: Shown | undefined;
  #pages = new Map<string, Page>();

  /** From now on edits are shown in this site. */
  open(shown: Shown): void {
    this.#shown = shown;
  }

  /** Nothing is shown until there is a good build again. */
  close(): void {
    this.#shown = undefined;
  }

  /** Writes the pages of the one entry that this file belongs to; false where that is not possible or changes none of them. */
  show(files: readonly string[]): boolean {
    const [file, ...others] = files;
    if (!this.#shown || file === undefined || others.length > 0) return false;
    const { folder } = this.#shown;
    let isNews = false;
    try {
      for (const [path, now] of this.#render(this.#shown, file)) {
        const standing = readFileSync(join(folder, path));
        if (standing.equals(now)) continue;
        this.#pages.set(path, { before: this.#pages.get(path)?.before ?? standing, now });
        writeFileSync(join(folder, path), now);
        isNews = true;
      }
    } catch {
      // What a single file cannot tell, or a disk that is full: the build that follows says what is wrong.
    }
    return isNews;
  }

  /** The pages that were shown since the last build began; from now on they are the one's that begins. */
  handOver(): Pages {
    const pages = this.#pages;
    this.#pages = new Map();
    return pages;
  }

  /** Brings back what stood there before pages were shown in which a build has found mistakes, unless they have been shown anew. */
  takeBack(pages: Pages, folder: string): void {
    for (const [path, { before }] of pages) {
      const newer = this.#pages.get(path);
      if (newer) this.#pages.set(path, { ...newer, before });
      else writeFileSync(join(folder, path), before);
    }
  }

  /** What is to stand there instead of what a build has made, where the page has been shown anew since that began. */
  newer(path: string, made: Buffer): Buffer | undefined {
    const newer = this.#pages.get(path);
    if (newer) this.#pages.set(path, { ...newer, before: made });
    return newer?.now;
  }

  #render({ loaded, options, placement, folder, paths }: Shown, file: string): readonly (readonly [string, Buffer])[] {
    const changed = withFile(loaded, file, options);
    if (!changed) return [];
    return pagesOfEntry(changed.catalogue, placement, changed)
      .filter(({ path }) => paths.has(path) && existsSync(join(folder, path)))
      .map((output) => [output.path, output.render()]);
  }
}
