import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../../src/search/lexicon.ts';
import { WordColumns } from '../../../src/search/word-columns.ts';
import { text } from './town.ts';

const texts = (title: string, keywords: readonly string[], body: readonly string[]) => ({
  fields: {
    title: text(title),
    summary: text('', 'en'),
    keywords: keywords.map((value) => text(value)),
    body: body.map((value) => text(value, 'ar')),
  },
});
const documents = [
  texts('Ein Kurs', ['Verein', 'Lindenau Nord'], ['مدرسة']),
  texts('', [], []),
  texts('Treffen', [], ['شقة كبيرة', '', 'دورة']),
];

/** What can be asked of columns, spelt out. */
const spelt = (columns: WordColumns, lexicon: Lexicon) =>
  Array.from({ length: columns.documents }, (_, document) => ({
    keywords: columns.keywordsOf(document),
    texts: Array.from({ length: columns.lastText(document) - columns.firstText(document) }, (__, index) => {
      const number = columns.firstText(document) + index;
      const places = Array.from({ length: columns.endOf(number) - columns.startOf(number) }, (___, place) => place);
      return {
        lang: columns.languageOf(number),
        words: places.map((place) => lexicon.spelling(columns.words.at(columns.startOf(number) + place))),
      };
    }),
  }));

describe('WordColumns', () => {
  it('hold the words of each text, its language, and how many of them are keywords', () => {
    const lexicon = new Lexicon();
    const [first, empty] = spelt(WordColumns.read(documents, 'de', lexicon), lexicon);
    expect(first).toEqual({
      keywords: 2,
      texts: [
        { lang: 'de', words: ['ein', 'kurs'] },
        { lang: 'en', words: [] },
        { lang: 'de', words: ['verein'] },
        { lang: 'de', words: ['lindenau', 'nord'] },
        { lang: 'ar', words: ['مدرسه'] },
      ],
    });
    expect(empty?.texts.map(({ words }) => words)).toEqual([[], []]);
  });

  it('take documents over from others, which may have been kept, in any order', () => {
    const lexicon = new Lexicon();
    const read = WordColumns.read(documents, 'de', lexicon);
    const kept = new WordColumns(structuredClone(read.pack()));
    const columns = new WordColumns();
    columns.take(kept, 2);
    columns.add(documents[1]!, 'de', lexicon);
    columns.take(kept, 0);
    columns.take(read, 2);
    const [one, two, three] = spelt(read, lexicon);
    expect(spelt(columns, lexicon)).toEqual([three, two, one, three]);
    expect(spelt(kept, lexicon)).toEqual([one, two, three]);
  });
});
