import type { StemRules } from '../stem.ts';

/** Plural, -ing and -ed, final e: enough to bring housing and houses, training and trained together. */
export const en: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [
    ['ies$', 'y'],
    ['(ss|sh|ch|x|z)es$', '$1'],
    ['([^su])s$', '$1'],
    ['(ing|ed)$', ''],
    ['([bdglmnprt])\\1$', '$1'],
    ['e$', ''],
  ],
};
