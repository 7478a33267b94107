/** Whole numbers in one row that grows: millions of them in a few bytes each. */
export class IntList {
  #ints: Int32Array;
  #length: number;

  constructor(ints: Int32Array = new Int32Array()) {
    this.#ints = ints;
    this.#length = ints.length;
  }

  get length(): number {
    return this.#length;
  }

  /** Undefined behind the end. */
  at(index: number): number {
    return this.#ints[index]!;
  }

  push(int: number): void {
    if (this.#length === this.#ints.length) {
      const larger = new Int32Array(Math.max(1024, 2 * this.#length));
      larger.set(this.#ints);
      this.#ints = larger;
    }
    this.#ints[this.#length++] = int;
  }

  /** A copy of all that is in it. */
  toArray(): Int32Array {
    return this.#ints.slice(0, this.#length);
  }
}
