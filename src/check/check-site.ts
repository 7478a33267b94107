import { argumentsOf, parseMessage } from '../i18n/parse-message.ts';
import type { Content } from '../content/read-content.ts';
import { mostSimilar } from '../content/similar.ts';
import { contentVersion } from '../migrations/migrations.ts';
import { vocabularyNames } from '../model/catalogue.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Labels } from '../model/schema.generated.ts';
import type { Checkable } from './checkable.ts';
import { checkPeriod } from './check-order.ts';

/** `site.yml` itself: its languages fit together and its own words exist in the language everything else falls back to. */
export function checkSite({ site, sourceLanguage, media }: Checkable): Diagnostic[] {
  const file = 'site.yml';
  const problems: Diagnostic[] = [];
  if (site.languages && !site.languages.includes(sourceLanguage as (typeof site.languages)[number])) {
    const at = site.source_language === undefined ? ['languages'] : ['source_language'];
    problems.push(diagnose('site-source-language', file, { language: sourceLanguage }, { at }));
  }
  const { content_version: version = 1 } = site;
  if (version !== contentVersion) {
    const at = site.content_version === undefined ? {} : { at: ['content_version'] };
    problems.push(diagnose('content-version', file, { version, expected: contentVersion }, at));
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
  for (const [index, { rows, columns } = {}] of (site.gaps?.matrices ?? []).entries()) {
    if (rows === undefined || rows !== columns) continue;
    const at = ['gaps', 'matrices', index, 'columns'];
    problems.push(diagnose('same-dimension', file, { field: fieldName(at), dimension: rows }, { at }));
  }
  for (const key of ['video', 'captions', 'poster'] as const) {
    const name = site.sign_language?.[key];
    if (name === undefined || media.has(name)) continue;
    const at = ['sign_language', key];
    problems.push(
      key === 'poster'
        ? diagnose('image-missing', file, { src: name }, { at })
        : diagnose('document-missing', file, { name }, { at }),
    );
  }
  return problems;
}

/** The municipality's own terms: named once, and in every language of the site. */
export function checkVocabularies(
  { site, sourceLanguage, vocabularies, termIndex }: Checkable,
  content: Pick<Content, 'vocabularies'>,
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
      const shown = vocabularies[name].get(id);
      if (!shown) continue;
      const { label, description = {} } = shown;
      const without = (texts: Labels): string[] =>
        (site.languages ?? []).flatMap((language) =>
          language !== undefined && texts[language] === undefined ? [language] : [],
        );
      const missing = without(label);
      const at = ['terms', index, 'id'];
      if (label[sourceLanguage] === undefined) {
        problems.push(diagnose('label-missing', file, { field: `${id}.label`, language: sourceLanguage }, { at }));
      } else if (missing.length > 0) {
        problems.push(diagnose('vocabulary-label-missing', file, { id, languages: missing.join(', ') }, { at }));
      }
      const unexplained = name === 'glossary' ? without(description) : [];
      if (unexplained.length > 0)
        problems.push(diagnose('explanation-missing', file, { id, languages: unexplained.join(', ') }, { at }));
    }
    return problems;
  });
}

/** Replaced interface texts: a key that no text has changes nothing; a message that cannot be read would stop the build. */
export function checkInterfaceTexts(
  content: Pick<Content, 'texts'>,
  shipped: Pick<ReadonlyMap<string, string>, 'get' | 'keys'> | undefined,
): Diagnostic[] {
  if (!shipped) return [];
  return [...content.texts.values()].flatMap(({ file, data }) =>
    Object.entries(data).flatMap(([key, text]): Diagnostic[] => {
      const source = shipped.get(key);
      if (source === undefined) {
        const suggestion = mostSimilar(key, new Set(shipped.keys()));
        return [diagnose('unknown-text-key', file, { key, suggestion }, { at: [key], onKey: true })];
      }
      // Anything but text is the schema's business.
      const broken = typeof text === 'string' ? whatIsBroken(text, source) : undefined;
      return broken ? [diagnose('broken-text', file, { key, ...broken }, { at: [key] })] : [];
    }),
  );
}

function whatIsBroken(text: string, source: string): { reason: 'syntax' | 'values'; values: string } | undefined {
  try {
    const known = [...argumentsOf(parseMessage(source)).keys()];
    const unknown = [...argumentsOf(parseMessage(text)).keys()].filter((name) => !known.includes(name));
    return unknown.length > 0 ? { reason: 'values', values: known.map((name) => `{${name}}`).join(', ') } : undefined;
  } catch {
    return { reason: 'syntax', values: '' };
  }
}
