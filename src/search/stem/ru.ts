import type { StemRules } from '../stem.ts';

/** Infinitive, present and reflexive endings of long verbs, then endings of nouns and adjectives; other verb forms are left to prefix search. */
export const ru: StemRules = {
  letters: '[а-яі]',
  keep: 3,
  steps: [
    ['(.....)([аяие]ть|[ая](ю|[ею]т|ем))?(ся)?$', '$1'],
    [
      '(иями|ями|ами|иях|иям|ием|ого|его|ому|ему|ыми|ими|[аяоеыи]я|[оеыи]е|[ыиое]й|[ую]ю|[оеи]ю|ии|[аяыи]х|[оеаяыи]м|[ое]в|[аяоеыиуюьй])$',
      '',
    ],
  ],
};
