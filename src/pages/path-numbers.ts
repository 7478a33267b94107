/** Filled up to this share, it becomes twice as large. */
const mostFilled = 0.6;
const free = 0;

/**
 * Gives paths numbers, from 0 on, in twenty bytes each: what a string and its place in a map take would be five times as
 * much, and a large site has half a million. A path is known by 64 bits that are made of it; that two of a million have
 * them in common is as likely as winning a lottery twice in a row.
 */
export class PathNumbers {
  #size = 0;
  /** Two of each place: what is known of a path; then its number and one. */
  #marks = new Uint32Array(2 * 1024);
  #numbers = new Uint32Array(1024);

  get size(): number {
    return this.#size;
  }

  /** Undefined where the path has a number already. */
  add(path: string): number | undefined {
    if (this.#size > this.#numbers.length * mostFilled) this.#grow();
    const [one, other] = marksOf(path);
    const place = this.#placeOf(one, other);
    if (this.#numbers[place] !== free) return undefined;
    this.#put(place, one, other, ++this.#size);
    return this.#size - 1;
  }

  of(path: string): number | undefined {
    const [one, other] = marksOf(path);
    const number = this.#numbers[this.#placeOf(one, other)]!;
    return number === free ? undefined : number - 1;
  }

  /** Where these marks are, or else would be. */
  #placeOf(one: number, other: number): number {
    const last = this.#numbers.length - 1;
    let place = one & last;
    while (this.#numbers[place] !== free && (this.#marks[2 * place] !== one || this.#marks[2 * place + 1] !== other))
      place = (place + 1) & last;
    return place;
  }

  #put(place: number, one: number, other: number, number: number): void {
    this.#marks[2 * place] = one;
    this.#marks[2 * place + 1] = other;
    this.#numbers[place] = number;
  }

  #grow(): void {
    const [marks, numbers] = [this.#marks, this.#numbers];
    this.#marks = new Uint32Array(2 * marks.length);
    this.#numbers = new Uint32Array(2 * numbers.length);
    for (let place = 0; place < numbers.length; place++) {
      const [one, other] = [marks[2 * place]!, marks[2 * place + 1]!];
      if (numbers[place] !== free) this.#put(this.#placeOf(one, other), one, other, numbers[place]!);
    }
  }
}

/** Two numbers of 32 bits, each of all characters, in different ways. */
function marksOf(path: string): readonly [number, number] {
  let one = 0x811c9dc5;
  let other = path.length;
  for (let at = 0; at < path.length; at++) {
    const unit = path.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(((other << 7) | (other >>> 25)) ^ unit, 0x9e3779b1);
  }
  // The lowest bits choose the place.
  one ^= other >>> 15;
  return [one >>> 0, other >>> 0];
}
