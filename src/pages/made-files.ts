import { createHash } from 'node:crypto';
import { type Families, note, type Readable } from '../model/reads.ts';
import type { Output } from './output.ts';

/** The files of the site for those that name them: it is noted which files there are, and each one that is looked at. */
export class MadeFiles {
  readonly #files: ReadonlyMap<string, Output>;
  readonly #names: Readable;

  constructor(files: ReadonlyMap<string, Output>, families: Families) {
    this.#files = files;
    const hash = createHash('sha1')
      .update([...files.keys()].join('\n'))
      .digest('hex');
    this.#names = families.state('files', hash);
  }

  get(path: string): Output | undefined {
    note({ id: `>${path}`, seen: 0 });
    return this.#files.get(path);
  }

  keys(): MapIterator<string> {
    note(this.#names);
    return this.#files.keys();
  }
}
