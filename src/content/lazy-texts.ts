/** Texts by file name, where a text may be made only when it is asked for. */
export class LazyTexts implements ReadonlyMap<string, string> {
  readonly #texts = new Map<string, string | (() => string)>();

  /** The text that `make` gives, whenever somebody asks. */
  later(file: string, make: () => string): void {
    this.#texts.set(file, make);
  }

  set(file: string, text: string): void {
    this.#texts.set(file, text);
  }

  get(file: string): string | undefined {
    const known = this.#texts.get(file);
    if (typeof known !== 'function') return known;
    const text = known();
    this.#texts.set(file, text);
    return text;
  }

  has(file: string): boolean {
    return this.#texts.has(file);
  }

  get size(): number {
    return this.#texts.size;
  }

  keys(): MapIterator<string> {
    return this.#texts.keys();
  }

  *entries(): MapIterator<[string, string]> {
    for (const file of this.#texts.keys()) yield [file, this.get(file)!];
  }

  *values(): MapIterator<string> {
    for (const [, text] of this.entries()) yield text;
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  forEach(callback: (text: string, file: string, map: ReadonlyMap<string, string>) => void): void {
    for (const [file, text] of this.entries()) callback(text, file, this);
  }
}
