/** Whole numbers from 0 to 2^32 − 1, more and more of them, in a quarter to half of the memory of an array. */
export class NumberList {
  #numbers: Uint32Array<ArrayBuffer>;
  #length = 0;

  /** `room`: for how many there is room before it grows. */
  constructor(room = 1024) {
    this.#numbers = new Uint32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length++] = number;
  }

  /** Takes away those from an index on. */
  cut(start: number): void {
    this.#length = start;
  }

  at(index: number): number {
    return this.#numbers[index]!;
  }

  /** Those that there are now, not a copy. */
  all(): Uint32Array<ArrayBuffer> {
    return this.#numbers.subarray(0, this.#length);
  }

  /** A copy of those from an index on. */
  from(start: number): number[] {
    const copy: number[] = [];
    for (let index = start; index < this.#length; index++) copy.push(this.#numbers[index]!);
    return copy;
  }

  #grow(): void {
    const larger = new Uint32Array(Math.max(16, 2 * this.#numbers.length));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
