/**
 * One file of the site that is still to be made. A class, not an object literal: Eleventy wraps plain objects
 * in pagination in proxies, which costs more than rendering.
 */
export class Output {
  /** Path below the output folder: `de/angebote/sprachcafe/index.html`. */
  readonly path: string;
  readonly #make: () => string | Uint8Array;

  constructor(path: string, make: () => string | Uint8Array) {
    this.path = path;
    this.#make = make;
  }

  /** The file's bytes: a Buffer lives outside the JavaScript heap, where a rendered string would stay a rope of pieces. */
  render(): Buffer {
    return Buffer.from(this.#make());
  }
}
