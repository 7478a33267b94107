import type { StemRules } from '../stem.ts';

/** Light stemming after Larkey: article and joined particles in front, number, gender and possessive endings behind. */
export const ar: StemRules = {
  letters: '[ء-ي]',
  keep: 3,
  steps: [
    ['^(وال|فال|بال|كال|ولل|ال|لل)(?!مان)', ''],
    ['^و', ''],
    ['(...)ت(ي|نا|ها|هم|ه|ك)$', '$1'],
    ['(ها|هم|نا|ان|ات|ون|ين|يه|ه|ي)$', ''],
    ['(ات|ين|يه|ه|ي)$', ''],
  ],
};
