import type { StemRules } from '../stem.ts';

/** Verbs (`öğreniyorum`, `öğrenebilir`, `öğrenmek`) and `I am`, then case, then number with possessive, then possessive; last the soft consonant (`kitabı`, `çocuğu`) back to the hard one. */
export const tr: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [
    ['(y?[ae]m)?([iu]yor|y?[ae]bilir|y?[ae]c[ae][kg])[a-z]{0,5}$|m[ae]k$|y[iu][mz]$', ''],
    ['(n?d[ae]n?|t[ae]n?|n[iu]n|y[aeiu]|yl[ae])$', ''],
    ['l[ae]r(imiz|iniz|im|in|i)?$', ''],
    ['(....)(imiz|umuz|iniz|unuz|s[iu]|[iu]m|[iu]n|[aeiu])$', '$1'],
    ['(...)b$', '$1p'],
    ['(...)d$', '$1t'],
    ['(...)g$', '$1k'],
  ],
};
