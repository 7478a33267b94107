import type { Term, VocabularyName } from '../../model/catalogue.ts';
import type { LanguageTag } from '../../model/diagnostic.ts';
import { legalTermList } from './legal-terms.ts';

/** Limit of the services for one phrase. */
const phraseLimit = 1024;

const usable = (phrase: string): boolean =>
  phrase !== '' && !/[\t\n\r]/.test(phrase) && Buffer.byteLength(phrase) <= phraseLimit;

/**
 * Phrases with their translations: what stands in the vocabularies, so that a text names topics and groups as the
 * filters do; and for German sources the legal terms, which stay German.
 */
export function glossaryFor(
  vocabularies: Readonly<Record<VocabularyName, ReadonlyMap<string, Term>>>,
  source: LanguageTag,
  target: LanguageTag,
): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  if (source.split('-')[0] === 'de') for (const term of legalTermList) entries.set(term, term);
  // The glossary explains words of German offices, which stay German; elsewhere they may mean something else.
  const { glossary: _words, ...sorting } = vocabularies;
  for (const terms of Object.values(sorting)) {
    for (const { label } of terms.values()) {
      const [from, to] = [label[source]?.trim() ?? '', label[target]?.trim() ?? ''];
      if (usable(from) && usable(to) && !entries.has(from)) entries.set(from, to);
    }
  }
  return entries;
}
