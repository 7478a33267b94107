/** Texts by file name, where a text may be made only when it is asked for. */
export class LazyTexts extends Map<string, string> {
  readonly #waiting = new Map<string, () => string>();

  /** The text that `make` gives, whenever somebody asks. */
  later(file: string, make: () => string): void {
    super.set(file, '');
    this.#waiting.set(file, make);
  }

  override set(file: string, text: string): this {
    this.#waiting.delete(file);
    return super.set(file, text);
  }

  override get(file: string): string | undefined {
    const make = this.#waiting.get(file);
    if (make) this.set(file, make());
    return super.get(file);
  }

  override *entries(): MapIterator<[string, string]> {
    for (const file of super.keys()) yield [file, this.get(file)!];
  }

  override *values(): MapIterator<string> {
    for (const [, text] of this.entries()) yield text;
  }

  override [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  override forEach(callback: (text: string, file: string, map: Map<string, string>) => void): void {
    for (const [file, text] of this.entries()) callback(text, file, this);
  }
}
