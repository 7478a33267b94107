import { createHash } from 'node:crypto';
import { type Families, note, type Readable, readable } from '../model/reads.ts';
import type { Gathering } from './gathered-files.ts';
import type { Output } from './output.ts';

interface Folder {
  readonly paths: readonly string[];
  readonly names: Readable;
}

/** The files of the site for those that name them: it is noted which files there are in a folder, and each one that is looked at. */
export class MadeFiles {
  readonly #files: Pick<Gathering, 'get'>;
  readonly #folders: ReadonlyMap<string, Folder>;

  /** `folders`: those that may be gone through, such as `search/de/`. */
  constructor(files: Pick<Gathering, 'get' | 'keys'>, families: Families, folders: readonly string[]) {
    this.#files = files;
    const paths = [...files.keys()];
    this.#folders = new Map(
      folders.map((folder) => {
        const inside = paths.filter((path) => path.startsWith(folder));
        const hash = createHash('sha1').update(inside.join('\n')).digest('hex');
        // Said now: what is not asked for in this build may have been in the last one.
        return [folder, { paths: inside, names: families.state(`files ${folder}`, hash) }];
      }),
    );
  }

  get(path: string): Output | undefined {
    const file = this.#files.get(path);
    if (file) file.noteRead();
    else note(readable(`>${path}`));
    return file;
  }

  /** The paths of all files in one of the folders. */
  in(folder: string): readonly string[] {
    const known = this.#folders.get(folder);
    if (!known) throw new Error(`Nobody said that ${folder} would be gone through`);
    note(known.names);
    return known.paths;
  }
}
