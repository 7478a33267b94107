import type { StemRules } from '../stem.ts';

/** Infinitive, present and reflexive endings of long verbs, then endings of nouns and adjectives; other verb forms are left to prefix search. */
export const uk: StemRules = {
  letters: '[а-яі]',
  keep: 3,
  steps: [
    ['(.....)([аяиі]ти|[ая](ю|є|ють|ємо))?(ся)?$', '$1'],
    [
      '(ями|ами|ого|ього|ому|ьому|ими|іми|ові|еві|єві|их|іх|ий|ій|ої|ою|ею|єю|ую|юю|ах|ях|ом|ем|єм|ам|ям|ів|їв|ей|[аяоеєиіїуюьй])$',
      '',
    ],
  ],
};
