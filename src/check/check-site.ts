import type { Content } from '../content/read-content.ts';
import { mostSimilar } from '../content/similar.ts';
import { vocabularyNames } from '../model/catalogue.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Checkable } from './checkable.ts';
import { checkPeriod } from './check-order.ts';

/** `site.yml` itself: its languages fit together and its own words exist in the language everything else falls back to. */
export function checkSite({ site, sourceLanguage }: Checkable): Diagnostic[] {
  const file = 'site.yml';
  const problems: Diagnostic[] = [];
  if (site.languages && !site.languages.includes(sourceLanguage as (typeof site.languages)[number])) {
    const at = site.source_language === undefined ? ['languages'] : ['source_language'];
    problems.push(diagnose('site-source-language', file, { language: sourceLanguage }, { at }));
  }
  for (const field of ['title', 'tagline', 'notice'] as const) {
    const labels = site[field];
    if (labels && labels[sourceLanguage] === undefined) {
      problems.push(diagnose('label-missing', file, { field, language: sourceLanguage }, { at: [field], onKey: true }));
    }
  }
  for (const [index, holiday] of (site.school_holidays ?? []).entries()) {
    problems.push(...checkPeriod(file, ['school_holidays', index], holiday));
  }
  return problems;
}

/** The municipality's own terms: named once, and in every language of the site. */
export function checkVocabularies(
  { site, sourceLanguage, vocabularies, termIndex }: Checkable,
  content: Content,
): Diagnostic[] {
  return vocabularyNames.flatMap((name) => {
    const own = content.vocabularies[name].own;
    if (!own) return [];
    const { file } = own;
    const problems: Diagnostic[] = [];
    const written = Array.isArray(own.data['terms']) ? own.data['terms'] : [];
    for (const [index, term] of written.entries()) {
      const id = (term as { id?: unknown } | null)?.id;
      if (typeof id !== 'string') continue;
      if (termIndex(name, id) !== index) {
        problems.push(diagnose('duplicate-term', file, { id }, { at: ['terms', index, 'id'] }));
        continue;
      }
      // Absent when hidden: then it needs no name.
      const label = vocabularies[name].get(id)?.label;
      if (!label) continue;
      const missing = (site.languages ?? []).filter(
        (language) => language !== undefined && label[language] === undefined,
      );
      const at = ['terms', index, 'id'];
      if (label[sourceLanguage] === undefined) {
        problems.push(diagnose('label-missing', file, { field: `${id}.label`, language: sourceLanguage }, { at }));
      } else if (missing.length > 0) {
        problems.push(diagnose('vocabulary-label-missing', file, { id, languages: missing.join(', ') }, { at }));
      }
    }
    return problems;
  });
}

/** Keys of replaced interface texts that no interface text has: they would change nothing. */
export function checkTextKeys(content: Content, knownTextKeys: ReadonlySet<string> | undefined): Diagnostic[] {
  if (!knownTextKeys) return [];
  return [...content.texts.values()].flatMap(({ file, data }) =>
    Object.keys(data)
      .filter((key) => !knownTextKeys.has(key))
      .map((key) =>
        diagnose(
          'unknown-text-key',
          file,
          { key, suggestion: mostSimilar(key, knownTextKeys) },
          { at: [key], onKey: true },
        ),
      ),
  );
}
