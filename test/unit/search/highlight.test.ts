import { describe, expect, it } from 'vitest';
import { highlight } from '../../../src/search/highlight.ts';
import { openTown } from './town.ts';

const marked = (sentence: string, terms: readonly string[]): string[] =>
  highlight(sentence, terms).map(({ start, end }) => sentence.slice(start, end));

describe('highlight', () => {
  it('marks whole words as they are written, whatever their accents and endings', () => {
    expect(marked('Ärzte und Ärztinnen', ['arzt'])).toEqual(['Ärzte', 'Ärztinnen']);
    expect(marked('في المَدْرَسَة', ['مدرس'])).toEqual(['المَدْرَسَة']);
    expect(marked('Ein Sprachkurs, kein Kursbuch.', ['kurs'])).toEqual(['Sprachkurs', 'Kursbuch']);
    expect(marked('İş ve iş', ['is'])).toEqual(['İş', 'iş']);
  });

  it('does not mark short terms inside other words', () => {
    expect(marked('Amtlich verwaltet, das Amt', ['amt'])).toEqual(['Amtlich', 'Amt']);
    expect(marked('Vertrag', ['rag'])).toEqual([]);
    expect(marked('beraten', ['be'])).toEqual([]);
  });

  it('marks what a query found, by the terms of its answer', async () => {
    const { search } = await openTown();
    const { terms, hits } = await search.query('kursen deutsh');
    const card = hits[0]?.card as { title: string } | undefined;
    expect(marked(card?.title ?? '', terms)).toEqual(['Deutschkurs']);
  });
});
