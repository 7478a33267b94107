import type { StemRules } from '../stem.ts';

/** Light stemming after Larkey: article and joined particles in front (also the spoken `عال`, `هال`), number, gender and possessive endings behind. */
export const ar: StemRules = {
  letters: '[ء-ي]',
  keep: 3,
  steps: [
    ['^(وال|فال|بال|كال|عال|هال|ولل|وبال|وعال|ال|لل)(?!مان)', ''],
    ['^و', ''],
    ['(...)ت(ي|نا|ها|هم|ه|ك)$', '$1'],
    ['(ها|هم|نا|ان|ات|ون|ين|يه|ه|ي)$', ''],
    ['(ات|ين|يه|ه|ي)$', ''],
  ],
};
