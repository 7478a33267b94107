/** Whole numbers from 0 to 2^32 − 1, more and more of them, in a quarter to half of the memory of an array. */
export class NumberList {
  #numbers: Uint32Array<ArrayBuffer>;
  #length = 0;

  /** `room`: for how many there is room before it grows. */
  constructor(room = 1024) {
    this.#numbers = new Uint32Array(room);
  }

  /** Begins with these, which it does not change. */
  static of(numbers: Uint32Array | undefined): NumberList {
    const list = new NumberList(numbers ? 0 : undefined);
    if (numbers) {
      list.#numbers = numbers as Uint32Array<ArrayBuffer>;
      list.#length = numbers.length;
    }
    return list;
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    this.#numbers[this.#length++] = number;
  }

  /** Adds those of another list from one index to before another. */
  pushFrom(other: NumberList, start: number, end: number): void {
    while (this.#length + end - start > this.#numbers.length) this.#grow();
    this.#numbers.set(other.#numbers.subarray(start, end), this.#length);
    this.#length += end - start;
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
