import { checkContent } from '../check/check-content.ts';
import { readContent, type Content } from '../content/read-content.ts';
import type { OptionSource } from '../datasheet/options.ts';
import { readTexts } from '../i18n/load-texts.ts';
import { findLanguage } from '../i18n/languages.ts';
import type { Settings } from '../settings.ts';

export interface Sheet {
  readonly content: Content;
  /** The labels of choices in one interface language. */
  optionsIn(language: string): OptionSource;
}

/** What all commands around the data sheet start from: the content as it is, and the names of everything in it. */
export function loadSheet({ contentDir, today }: Settings): Sheet {
  const content = readContent(contentDir).value;
  const { vocabularies } = checkContent(content, { today });
  return {
    content,
    optionsIn: (tag) => {
      const language = findLanguage(tag)?.tag ?? 'en';
      return {
        vocabularies,
        entries: content.entries,
        messages: readTexts(language),
        language,
        sheetLanguage: language === 'de' || language === 'de-simple' ? 'de' : 'en',
      };
    },
  };
}
