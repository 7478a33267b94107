import { create, insertMultiple, search } from '@orama/orama';
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import type { Engine } from './engine.ts';

const languages: Readonly<Record<string, { language: string; stemmer: (word: string) => string }>> = {
  ar: { language: 'arabic', stemmer: arabic },
  de: { language: 'german', stemmer: german },
  en: { language: 'english', stemmer: english },
  fr: { language: 'french', stemmer: french },
  ru: { language: 'russian', stemmer: russian },
  tr: { language: 'turkish', stemmer: turkish },
  uk: { language: 'ukrainian', stemmer: ukrainian },
};

/** Its tokenizers know no Persian and would keep nothing of it, so a site would bring its own. */
const wordsOnly = {
  language: 'words',
  normalizationCache: new Map<string, string>(),
  tokenize: (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
};

/** With its stemmer where it has one for the language, and one edit a word. */
export const orama: Engine = {
  name: 'Orama',
  open: async (lang, pages) => {
    const known = languages[lang];
    const index = create({
      schema: { id: 'string', title: 'string', summary: 'string', text: 'string' },
      components: { tokenizer: known ? { ...known, stemming: true } : wordsOnly },
    });
    await insertMultiple(
      index,
      pages.map(({ id, title, summary, text }) => ({ id, title, summary, text })),
    );
    return async (query) => {
      const { hits } = await search(index, {
        term: query,
        properties: ['title', 'summary', 'text'],
        boost: { title: 3 },
        tolerance: 1,
      });
      return hits.map(({ id }) => id);
    };
  },
};
