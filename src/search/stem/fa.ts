import type { StemRules } from '../stem.ts';

/** Plural -ha with its joined forms, the final -i, then my, our and their; the half-space before them is already folded away. */
export const fa: StemRules = {
  letters: '[ء-ي]',
  keep: 3,
  steps: [
    ['(هايي|هاي|هايم|ها)$', ''],
    ['ي$', ''],
    ['(ام|مان|شان|م)$', ''],
  ],
};
