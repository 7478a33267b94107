import type { Measured } from './output.ts';

/** Many texts as one, or as they are where that would not bring them back. */
export type Texts = string | readonly string[];

const separator = '\0';

export function packTexts(texts: readonly string[]): Texts {
  const joined = texts.join(separator);
  // No text says the same as one that is empty.
  const isSafe = texts.length > 0 && texts.every((text) => !text.includes(separator));
  return isSafe ? joined : texts;
}

export const unpackTexts = (texts: Texts): string[] =>
  typeof texts === 'string' ? texts.split(separator) : [...texts];

/** What was measured of files, one column for each part. */
export interface MeasuredColumns {
  /** Of each file: which of `lists` it loads; -1 where it was not measured. All else is of those alone that were. */
  readonly loads: Int32Array;
  readonly bytes: Float64Array;
  readonly hashes: Texts;
  /** Each as JSON. */
  readonly lists: readonly string[];
}

export function packMeasured(all: readonly (Measured | undefined)[]): MeasuredColumns {
  const measured = all.filter((one) => one !== undefined);
  const numbers = new Map<string, number>();
  /** Most files have a list of which there is one object. */
  const known = new Map<readonly string[], number>();
  const numberOf = (files: readonly string[]): number => {
    let number = known.get(files);
    if (number === undefined) {
      const written = JSON.stringify(files);
      number = numbers.get(written) ?? numbers.size;
      numbers.set(written, number);
      known.set(files, number);
    }
    return number;
  };
  return {
    loads: Int32Array.from(all, (one) => (one ? numberOf(one.files) : -1)),
    bytes: Float64Array.from(measured, ({ bytes }) => bytes),
    hashes: packTexts(measured.map(({ hash }) => hash)),
    lists: [...numbers.keys()],
  };
}

export function unpackMeasured({ loads, bytes, hashes, lists }: MeasuredColumns): (Measured | undefined)[] {
  const files = lists.map((written) => JSON.parse(written) as readonly string[]);
  const hashOf = unpackTexts(hashes);
  let at = 0;
  return Array.from(loads, (list) => {
    if (list === -1) return undefined;
    const measured = { bytes: bytes[at]!, hash: hashOf[at]!, files: files[list]! };
    at += 1;
    return measured;
  });
}
