import type { FieldContext } from '../../../src/admin/cms-fields.ts';
import { vocabularyTitles } from '../../../src/admin/vocabulary-titles.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { readTexts } from '../../../src/i18n/load-texts.ts';

const content = readContent('content').value;
const { vocabularies } = checkContent(content, { today: '2026-11-22' });

/** What fields are made from, for the demo in one language of the schemas. */
export const fieldContext = (root: string, lang: 'de' | 'en' = 'de'): FieldContext => ({
  options: { vocabularies, entries: content.entries, messages: readTexts(lang), language: lang, sheetLanguage: lang },
  sourceLanguage: 'de',
  vocabularyTitles: vocabularyTitles(lang),
  languages: ['de', 'en', 'ar'],
  root,
});
