import type { StemRules } from '../stem.ts';

/** Article, plural and case endings in folded spelling (ă a, ș s, ț t). */
export const ro: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [['(urilor|elor|ilor|ului|uri|ele|ile|iei|ea|ul|le|ii|ei|[aeiu])$', '']],
};
