import { createHash } from 'node:crypto';

/** What is to be known of a file beside its bytes. */
export interface Measured {
  readonly bytes: number;
  /** First 16 hex digits of its SHA-256. */
  readonly hash: string;
  /** Paths of the files that it loads, from the site's root. */
  readonly files: readonly string[];
}

/**
 * One file of the site that is still to be made. A class, not an object literal: Eleventy wraps plain objects
 * in pagination in proxies, which costs more than rendering.
 */
export class Output {
  /** Path below the output folder: `de/angebote/sprachcafe/index.html`. */
  readonly path: string;
  readonly #make: () => string | Uint8Array;
  readonly #filesOf: ((text: string) => readonly string[]) | undefined;
  #measured: Measured | undefined;

  /** `filesOf` names what the file loads; only files that have it are measured while they are rendered. */
  constructor(path: string, make: () => string | Uint8Array, filesOf?: (text: string) => readonly string[]) {
    this.path = path;
    this.#make = make;
    this.#filesOf = filesOf;
  }

  /** The file's bytes: a Buffer lives outside the JavaScript heap, where a rendered string would stay a rope of pieces. */
  render(): Buffer {
    const made = this.#make();
    const bytes = Buffer.from(made);
    if (this.#filesOf)
      this.#measured ??= measure(bytes, this.#filesOf(typeof made === 'string' ? made : bytes.toString()));
    return bytes;
  }

  /** Renders only what has not been rendered yet. */
  measure(): Measured {
    if (this.#measured) return this.#measured;
    const bytes = this.render();
    // Rendering has measured it where it names other files.
    return (this.#measured ??= measure(bytes, []));
  }
}

const measure = (bytes: Buffer, files: readonly string[]): Measured => ({
  bytes: bytes.length,
  hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  files: files.map(own),
});

const names = new Map<string, string>();

/** A name of its own: one cut out of a page would hold the whole page in memory. */
function own(name: string): string {
  let known = names.get(name);
  if (known === undefined) names.set((known = Buffer.from(name).toString()), known);
  return known;
}
