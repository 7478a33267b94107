import { describe, expect, it, vi } from 'vitest';
import { memoised } from '../../../src/search/memoised.ts';

describe('memoised', () => {
  it('computes once for each key, and gives each its own value', () => {
    const compute = vi.fn((word: string) => word.length);
    const lengthOf = memoised(compute);
    expect(['kurs', 'amt', 'kurs', 'kurs'].map(lengthOf)).toEqual([4, 3, 4, 4]);
    expect(compute.mock.calls).toEqual([['kurs'], ['amt']]);
  });

  it('keeps values that count as nothing', () => {
    const compute = vi.fn((word: string) => word.length - word.length);
    const zero = memoised(compute);
    zero('a');
    zero('a');
    expect(compute).toHaveBeenCalledTimes(1);
  });
});
