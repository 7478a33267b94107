import type { StemRules } from '../stem.ts';

/** Plural, then the vowel of gender. */
export const es: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [
    ['s$', ''],
    ['[aeo]$', ''],
  ],
};
