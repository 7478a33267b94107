/** Numbers from 0 to below 1, with the ways of choosing that invented content needs. */
export interface Random {
  (): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  pick<T>(list: readonly T[]): T;
  /** The first of the list often, the last rarely, as words in any language. */
  rare<T>(list: readonly T[]): T;
  /** One or two, the first of the list often. */
  some<T>(list: readonly T[]): T[];
}

/** The same for the same seed and name, whatever else was drawn before (mulberry32 behind FNV-1a). */
export function randomFrom(seed: number, ...name: readonly (string | number)[]): Random {
  let state = 0x811c9dc5 ^ seed;
  for (const char of name.join(' ')) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const rare = <T>(list: readonly T[]): T => list[Math.floor((list.length + 1) ** next()) - 1] as T;
  return Object.assign(next, {
    below,
    rare,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    some: <T>(list: readonly T[]): T[] => [...new Set([rare(list), rare(list)])],
  });
}
