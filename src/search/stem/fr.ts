import type { StemRules } from '../stem.ts';

/** Plural and feminine endings; accents are already folded. */
export const fr: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [
    ['aux$', 'al'],
    ['[sx]$', ''],
    ['ee?$', ''],
  ],
};
