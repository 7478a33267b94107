import type { StemRules } from '../stem.ts';

/**
 * Verbs (`öğreniyorum`, `öğrenebilir`, `öğrenmek`, `taşındım`) and `I am`, then case, also behind a possessive
 * (`okuluna`, `borçlarımı`), then number with possessive, then the verb's noun (`danışma`), then possessive; last the
 * soft consonant (`kitabı`, `çocuğu`) back to the hard one.
 */
export const tr: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [
    ['(y?[ae]m)?([iu]yor|y?[ae]bilir|y?[ae]c[ae][kg])[a-z]{0,5}$|m[ae]k$|y[iu][mz]$', ''],
    ['(....)(d[iu]|tt[iu])(m|k|l[ae]r)$', '$1'],
    ['(....[iu])n[aeiu]$', '$1'],
    ['(...[iu]m)([iu]z)?[aeiu]$', '$1'],
    ['(n?d[ae]n?|n[iu]n|y[aeiu]|yl[ae])$', ''],
    ['(...[cfhkpst])t[ae]n?$', '$1'],
    ['l[ae]r(imiz|iniz|im|in|i)?$', ''],
    ['(...)m[ae](s[iu])?$', '$1'],
    ['(....)(imiz|umuz|iniz|unuz|s[iu]|[iu]m|[iu]n|[aeiu])$', '$1'],
    ['(...)b$', '$1p'],
    ['(...)d$', '$1t'],
    ['(...)g$', '$1k'],
  ],
};
