import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../../src/search/lexicon.ts';
import { findMentions as findIn, wordsOfSources, type SourceTexts } from '../../../src/search/mentions.ts';
import type { Concept } from '../../../src/search/search-document.ts';
import { text } from './town.ts';

const kites: Concept = {
  id: 'sense/kites',
  names: [text('Drachen'), text('Drachen steigen lassen'), text('kite', 'en')],
};
const kiteRepair: Concept = {
  id: 'sense/kite-repair',
  names: [text('Drachenwerkstatt')],
  broader: ['sense/kites', 'topic/play'],
};
const reading: Concept = { id: 'sense/reading', names: [text('Märchen vorlesen')] };

const offer = (title: string, summary = '', body = '') => ({
  title: text(title),
  summary: text(summary),
  body: [text(body)],
});
const findMentions = (offers: readonly SourceTexts[], concepts: readonly Concept[]) => {
  const lexicon = new Lexicon();
  return findIn(wordsOfSources(offers, lexicon), concepts, lexicon);
};
const only = (...texts: Parameters<typeof offer>) => findMentions([offer(...texts)], [kites, kiteRepair, reading])[0];

describe('findMentions', () => {
  it('finds a concept by a word in any form, in the field where it stands', () => {
    expect(only('Der Drache', 'Wir basteln.', 'Auch Drachen.')).toEqual({
      title: ['sense/kites'],
      summary: [],
      body: ['sense/kites'],
    });
  });

  it('takes a name of several words only where all stand together', () => {
    expect(only('Märchen zum Vorlesen')?.title).toEqual(['sense/reading']);
    expect(only('Märchen', 'Wir vorlesen')?.title).toEqual([]);
  });

  it('names what something belongs to once in a heading, however often that is named: what names it itself comes first', () => {
    const count = (list: readonly string[] = []): number => list.filter((id) => id === 'sense/kites').length;
    const often = 'Drachenwerkstatt, die Drachenwerkstatt';
    expect(count(only(often)?.title)).toBe(1);
    expect(count(only('', often)?.summary)).toBe(1);
    expect(count(only('', '', often)?.body)).toBe(2);
    expect(count(only('', 'Drachen, noch ein Drache')?.summary)).toBe(2);
  });

  it('names with a concept what it belongs to, among the concepts it looks for', () => {
    expect(only('Drachenwerkstatt')?.title).toEqual(expect.arrayContaining(['sense/kite-repair', 'sense/kites']));
    expect(only('Drachenwerkstatt')?.title).not.toContain('topic/play');
  });

  it('hears the parts of a compound in a title, and not elsewhere', () => {
    const offers = [offer('Drachenfest'), offer('Fest', 'Drachenfest')];
    const [title, summary] = findMentions(offers, [kites]);
    expect(title?.title).toEqual(['sense/kites']);
    expect(summary?.summary).toEqual([]);
  });

  it('looks only for names in the language of the text', () => {
    expect(only('A kite')?.title).toEqual([]);
  });

  it('leaves out of the bodies what many offers say in passing', () => {
    const offers = Array.from({ length: 30 }, (_, number) => offer(number === 0 ? 'Drachen' : 'Fest', '', 'Drachen'));
    const found = findMentions(offers, [kites]);
    expect(found[0]?.title).toEqual(['sense/kites']);
    expect(found.flatMap(({ body }) => body)).toEqual([]);
  });
});
