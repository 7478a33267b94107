import type { StemRules } from '../stem.ts';

/** Kurmanji ezafe, plural and the indefinite -ek in folded spelling (ê e, î i, û u); by hand, as no tested stemmer is at hand. */
export const ku: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [['(yen|yan|y[ae]|ek[ie]?|en|an|[aei])$', '']],
};
