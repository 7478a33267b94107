import type { LanguageTag } from '../model/diagnostic.ts';
import { memoised } from './memoised.ts';
import { makeStemmer, type Stemmer } from './stem.ts';
import { stemRulesFor } from './stem/rules.ts';

/** Leaves the words of a language without rules as they are. */
export const stemmerFor = memoised((lang: LanguageTag): Stemmer => {
  const rules = stemRulesFor(lang);
  return rules ? memoised(makeStemmer(rules)) : (word) => word;
});
