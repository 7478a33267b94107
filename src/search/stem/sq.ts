import type { StemRules } from '../stem.ts';

/** Definite and plural endings; written by hand, as no tested stemmer for Albanian is at hand. Cautious: four letters stay. */
export const sq: StemRules = {
  letters: '[a-z]',
  keep: 4,
  steps: [['([eaio]ve|[iea]t|[ieu]n|j[ae]|[taeiu])$', '']],
};
