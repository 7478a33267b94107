import type { LanguageTag } from '../../model/diagnostic.ts';
import type { StemRules } from '../stem.ts';
import { ar } from './ar.ts';
import { bg } from './bg.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { ku } from './ku.ts';
import { pl } from './pl.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { sq } from './sq.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

const rules: Readonly<Record<string, StemRules>> = { ar, bg, de, en, es, fa, fr, ku, pl, ro, ru, sq, tr, uk };

/** Undefined for a language without a stemmer (Tigrinya: why, in docs/decisions/search-stemmers.md); `de-simple` uses German's. */
export function stemRulesFor(lang: LanguageTag): StemRules | undefined {
  const base = lang.split('-')[0] ?? lang;
  return Object.hasOwn(rules, base) ? rules[base] : undefined;
}
