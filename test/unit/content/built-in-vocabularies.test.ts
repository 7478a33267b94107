import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../../src/check/check-schema.ts';
import { readContent, type Content } from '../../../src/content/read-content.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { offerTypes } from '../../../src/model/offer-values.ts';
import { vocabularyNames, type VocabularyName } from '../../../src/model/catalogue.ts';
import type { Vocabulary } from '../../../src/model/schema.generated.ts';
import { mergeVocabulary } from '../../../src/model/vocabulary.ts';
import { contentFolder } from '../../support/content-folder.ts';

let vocabularies: Content['vocabularies'] | undefined;
const documentOf = (name: VocabularyName) =>
  (vocabularies ??= readContent(contentFolder()).value.vocabularies)[name].builtIn;
const termsOf = (name: VocabularyName) => mergeVocabulary(documentOf(name).data as unknown as Vocabulary);

describe.each(vocabularyNames)('%s', (name) => {
  it('keeps its own schema', () => {
    expect(checkSchema(documentOf(name), 'vocabulary.schema.json', 'DE')).toEqual([]);
  });

  it('names each term once, and in every interface language', () => {
    const written = (documentOf(name).data as unknown as Vocabulary).terms.map(({ id }) => id);
    expect(written).toEqual([...new Set(written)]);
    const gaps = [...termsOf(name).values()].flatMap(({ id, label }) =>
      languages.filter(({ tag }) => !label[tag]).map(({ tag }) => `${id}: ${tag}`),
    );
    expect(gaps).toEqual([]);
  });

  it('belongs to terms of other vocabularies that exist', () => {
    for (const { id, mapsTo } of termsOf(name).values()) {
      for (const [axis, targets] of Object.entries(mapsTo)) {
        if (axis === 'types') {
          expect(offerTypes).toEqual(expect.arrayContaining([...targets]));
          continue;
        }
        expect(vocabularyNames).toContain(axis);
        for (const target of targets) expect([id, termsOf(axis as VocabularyName).has(target)]).toEqual([id, true]);
      }
    }
  });
});

describe('glossary', () => {
  it('explains each word in every interface language, in at most three short sentences', () => {
    const faults = [...termsOf('glossary').values()].flatMap(({ id, description }) =>
      languages.flatMap(({ tag }) => {
        const text = description?.[tag] ?? '';
        return text.length > 10 && text.length <= 260 && /[.?!؟።]$/.test(text) ? [] : [`${id}: ${tag}`];
      }),
    );
    expect(faults).toEqual([]);
  });
});
