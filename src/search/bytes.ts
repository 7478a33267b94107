const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** In bytes. */
const longestNumber = 5;

/** Where it ends; there must be room. */
function putNumber(bytes: Uint8Array, at: number, value: number): number {
  while (value > 127) {
    bytes[at++] = (value & 127) | 128;
    value >>>= 7;
  }
  bytes[at++] = value;
  return at;
}

/** Grows as it is written: variable-length numbers (7 bits a byte, low first), columns of bytes, texts. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  /** Where parts end. */
  readonly #ends: number[] = [];

  /** A whole number from 0 to 2^32 − 1. */
  number(value: number): void {
    this.#ensure(longestNumber);
    this.#length = putNumber(this.#bytes, this.#length, value);
  }

  byte(value: number): void {
    this.#ensure(1);
    this.#bytes[this.#length++] = value;
  }

  text(value: string): void {
    if (this.#asciiText(value)) return;
    const bytes = encoder.encode(value);
    this.number(bytes.length);
    this.#ensure(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A short text of plain letters, as most are, without the detour through an encoder; false for any other. */
  #asciiText(value: string): boolean {
    const length = value.length;
    if (length > 127) return false;
    this.#ensure(length + 1);
    for (let index = 0; index < length; index++) {
      const unit = value.charCodeAt(index);
      if (unit > 127) return false;
      this.#bytes[this.#length + 1 + index] = unit;
    }
    this.#bytes[this.#length] = length;
    this.#length += length + 1;
    return true;
  }

  /** Of each number what a table of bytes has for it. */
  bytesFrom(numbers: Uint32Array, table: ArrayLike<number>): void {
    this.#ensure(numbers.length);
    const bytes = this.#bytes;
    const length = this.#length;
    for (let index = 0; index < numbers.length; index++) bytes[length + index] = table[numbers[index]!]!;
    this.#length = length + numbers.length;
  }

  /** Strings in an order in which neighbours begin alike: how much each shares with the one before, then the rest. */
  frontCoded(strings: readonly string[]): void {
    this.#ensure(longestNumber * (1 + 2 * strings.length));
    const bytes = this.#bytes;
    let length = putNumber(bytes, this.#length, strings.length);
    let previous = '';
    let rest = '';
    for (const string of strings) {
      const shared = sharedLength(previous, string);
      length = putNumber(bytes, length, shared);
      length = putNumber(bytes, length, string.length - shared);
      rest += string.slice(shared);
      previous = string;
    }
    this.#length = length;
    this.text(rest);
  }

  /** Rising whole numbers as their gaps. */
  rising(numbers: ArrayLike<number>): void {
    this.#ensure(longestNumber * numbers.length);
    const bytes = this.#bytes;
    let length = this.#length;
    let previous = 0;
    for (let index = 0; index < numbers.length; index++) {
      const value = numbers[index]!;
      length = putNumber(bytes, length, value - previous);
      previous = value;
    }
    this.#length = length;
  }

  /** What follows is of another kind than what was written so far. */
  part(): void {
    this.#ends.push(this.#length);
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** The same in its parts; those of less than `least` bytes go with what follows. */
  takeParts(least: number): Uint8Array[] {
    const parts: Uint8Array[] = [];
    let start = 0;
    for (const end of this.#ends) {
      if (end - start < least || this.#length - end < least) continue;
      parts.push(this.#bytes.slice(start, end));
      start = end;
    }
    return [...parts, this.#bytes.slice(start, this.#length)];
  }

  #ensure(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote, in the same order. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('The search file ends too early.');
    return byte;
  }

  text(): string {
    const length = this.number();
    const text = decoder.decode(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return text;
  }

  frontCoded(): string[] {
    const count = this.number();
    const lengths = Array.from({ length: count * 2 }, () => this.number());
    const rest = this.text();
    const strings: string[] = [];
    let previous = '';
    let at = 0;
    for (let index = 0; index < lengths.length; index += 2) {
      const end = at + (lengths[index + 1] ?? 0);
      previous = previous.slice(0, lengths[index]) + rest.slice(at, end);
      at = end;
      strings.push(previous);
    }
    return strings;
  }

  rising(count: number): Uint32Array<ArrayBuffer> {
    const numbers = new Uint32Array(count);
    let previous = 0;
    for (let index = 0; index < count; index++) numbers[index] = previous += this.number();
    return numbers;
  }
}

/** In UTF-16 units, but never through the middle of a character: half a character cannot be written as UTF-8. */
function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length > 0 && isFirstHalf(b.charCodeAt(length - 1)) ? length - 1 : length;
}

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
