/** How often a term may stand among the terms of a field, each case with a number: there are some hundreds in a catalogue. */
export class Frequencies {
  /** By number, how often the term stands there. */
  readonly counts: number[] = [];
  /** By number, how many terms the field has. */
  readonly lengths: number[] = [];
  readonly #once: number[] = [];
  /** By number, that of once more. */
  readonly #more: number[] = [];

  get size(): number {
    return this.counts.length;
  }

  /** The number of once among so many. */
  once(length: number): number {
    return (this.#once[length] ??= this.#add(1, length));
  }

  /** The number of once more among as many. */
  oneMore(number: number): number {
    return (this.#more[number] ??= this.#add(this.counts[number]! + 1, this.lengths[number]!));
  }

  #add(count: number, length: number): number {
    this.lengths.push(length);
    return this.counts.push(count) - 1;
  }
}
