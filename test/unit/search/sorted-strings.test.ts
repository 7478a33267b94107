import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSorted, writeSorted } from '../../../src/search/sorted-strings.ts';
import { anyText } from '../../support/any-text.ts';

const strings = fc.array(
  fc.oneof(
    anyText(),
    fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'Z', '~', '#', ' ', 'ß', '\n', '𐌰'), maxLength: 40 }),
  ),
);

describe('sorted strings in one', () => {
  it('come out as they went in, also through JSON and whatever letters they have', () => {
    fc.assert(
      fc.property(strings, (list) => {
        const sorted = [...new Set(list)].sort();
        expect(readSorted(JSON.parse(JSON.stringify(writeSorted(sorted))) as string)).toEqual(sorted);
      }),
    );
  });

  it('say of each only what is new', () => {
    expect(writeSorted(['', 'kurs', 'kursleitung', 'Ort'])).toBe('AAkursEleitungA~ort');
    expect(readSorted('')).toEqual([]);
  });
});
