/** Smallest length and distance of each code and how many further bits it takes (RFC 1951, section 3.2.5). */
const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthBits = lengthBase.map((_, code) => (code < 8 || code === 28 ? 0 : (code >> 2) - 1));
const distanceBits = Array.from({ length: 30 }, (_, code) => (code < 4 ? 0 : (code >> 1) - 1));
const distanceBase = distanceBits.map((bits, code) => (code < 4 ? code + 1 : ((2 + (code & 1)) << bits) + 1));
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** How many codes there are of each length, and the symbols in the order of their codes. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/**
 * Unpacks raw DEFLATE data. Own code because the browser's DecompressionStream is missing or lacks `deflate-raw` on
 * older phones, and because search files must be small on servers that compress nothing.
 */
export function inflate(packed: Uint8Array): Uint8Array {
  let out = new Uint8Array(Math.max(256, packed.length * 4));
  let size = 0;
  let at = 0;
  let bitBuffer = 0;
  let bitCount = 0;

  const bits = (count: number): number => {
    while (bitCount < count) {
      if (at >= packed.length) throw new RangeError('The packed data ends too early.');
      bitBuffer |= (packed[at++] ?? 0) << bitCount;
      bitCount += 8;
    }
    const value = bitBuffer & ((1 << count) - 1);
    bitBuffer >>>= count;
    bitCount -= count;
    return value;
  };
  const reserve = (count: number): void => {
    if (size + count <= out.length) return;
    const larger = new Uint8Array(Math.max(out.length * 2, size + count));
    larger.set(out);
    out = larger;
  };
  const symbol = ({ counts, symbols }: Code): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      code |= bits(1);
      const count = counts[length] ?? 0;
      if (code - first < count) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError('The packed data is damaged.');
  };
  const compressed = (literals: Code, distances: Code): void => {
    for (;;) {
      const value = symbol(literals);
      if (value === 256) return;
      if (value < 256) {
        reserve(1);
        out[size++] = value;
        continue;
      }
      const length = (lengthBase[value - 257] ?? 0) + bits(lengthBits[value - 257] ?? 0);
      const code = symbol(distances);
      const distance = (distanceBase[code] ?? 0) + bits(distanceBits[code] ?? 0);
      if (distance > size) throw new RangeError('The packed data is damaged.');
      reserve(length);
      // Byte by byte: source and target may overlap.
      for (let count = 0; count < length; count++, size++) out[size] = out[size - distance] ?? 0;
    }
  };

  for (let last = false; !last;) {
    last = bits(1) === 1;
    const kind = bits(2);
    if (kind === 0) {
      bitBuffer = bitCount = 0;
      const length = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
      at += 4;
      reserve(length);
      out.set(packed.subarray(at, at + length), size);
      at += length;
      size += length;
    } else if (kind === 1) {
      const lengths = Array.from({ length: 288 }, (_, value) =>
        value < 144 ? 8 : value < 256 ? 9 : value < 280 ? 7 : 8,
      );
      compressed(codeOf(lengths), codeOf(Array.from({ length: 30 }, () => 5)));
    } else if (kind === 2) {
      const literalCount = bits(5) + 257;
      const distanceCount = bits(5) + 1;
      const codeLengths: number[] = Array.from({ length: 19 }, () => 0);
      for (const place of lengthOrder.slice(0, bits(4) + 4)) codeLengths[place] = bits(3);
      const lengthCode = codeOf(codeLengths);
      const lengths: number[] = [];
      while (lengths.length < literalCount + distanceCount) {
        const value = symbol(lengthCode);
        if (value < 16) lengths.push(value);
        else {
          const repeated = value === 16 ? (lengths.at(-1) ?? 0) : 0;
          const times = value === 16 ? 3 + bits(2) : value === 17 ? 3 + bits(3) : 11 + bits(7);
          for (let count = 0; count < times; count++) lengths.push(repeated);
        }
      }
      compressed(codeOf(lengths.slice(0, literalCount)), codeOf(lengths.slice(literalCount)));
    } else throw new RangeError('The packed data is damaged.');
  }
  return out.subarray(0, size);
}

function codeOf(lengths: readonly number[]): Code {
  const counts = new Uint16Array(16);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const next = new Uint16Array(16);
  for (let length = 1; length < 16; length++) next[length] = (next[length - 1] ?? 0) + (counts[length - 1] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, value) => {
    if (length === 0) return;
    const place = next[length] ?? 0;
    symbols[place] = value;
    next[length] = place + 1;
  });
  return { counts, symbols };
}
