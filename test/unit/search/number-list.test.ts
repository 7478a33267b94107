import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberList } from '../../../src/search/number-list.ts';

const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('a list of numbers', () => {
  it('holds what an array would, however it grows and is cut', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.array(fc.tuple(fc.array(number, { maxLength: 40 }), fc.nat(100))), (room, steps) => {
        const list = new NumberList(room);
        const array: number[] = [];
        for (const [added, cut] of steps) {
          for (const value of added) list.push(value);
          array.push(...added);
          expect([...list.all()]).toEqual(array);
          expect(array.map((_, index) => list.at(index))).toEqual(array);
          const start = Math.min(cut, array.length);
          expect(list.from(start)).toEqual(array.slice(start));
          list.cut(start);
          array.length = start;
          expect(list.length).toBe(start);
        }
      }),
    );
  });
});
