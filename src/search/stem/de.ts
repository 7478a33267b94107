import type { StemRules } from '../stem.ts';

/**
 * Plural and case endings only. Unlike Snowball it never takes the s of `Kurs`, so that Kurs, Kurse and Kursen meet;
 * umlauts are already folded, so that Amt and Ämter meet too.
 */
export const de: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [
    ['innen$', ''],
    ['(.....)ung(en|s)?$', '$1'],
    ['(ern|em|en|er|es|e)$', ''],
    ['([bdfghklmntao])s$', '$1'],
    ['niss$', 'nis'],
  ],
};
