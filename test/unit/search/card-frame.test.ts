import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/search/build-index.ts';
import { frameOf as frameOfJson } from '../../../src/search/card-frame.ts';
import { openCatalogueSearch } from '../../../src/search/query.ts';
import { document } from './town.ts';

const card = (number: number): object => ({
  href: `/de/angebote/offer-${number}/`,
  title: { value: `Treffen „Nr. ${number}“ 𐌰` },
  cost: number % 3 === 0 ? 'kostenlos' : `${number} €`,
  ...(number % 2 === 0 && { languages: 'Deutsch, Türkisch und Ukrainisch' }),
});
const cards = Array.from({ length: 60 }, (_, number) => card(number));

const frameOf = (list: readonly unknown[]): string => frameOfJson(list.map((one) => JSON.stringify(one) ?? ''));

describe('what cards have in common', () => {
  it('is their shape, with the beginnings that all have, and the commonest values', () => {
    const frame = frameOf(cards);
    expect(frame).toContain('"href":"/de/angebote/offer-');
    expect(frame).toContain('"title":{"value":"Treffen „Nr. ');
    expect(frame).toContain('"kostenlos"');
    expect(frame).toContain('"Deutsch, Türkisch und Ukrainisch"');
    expect(frame).not.toContain('17 €');
    expect(frameOf([...cards].reverse())).toBe(frame);
  });

  it('makes a file smaller by a third, and is nothing to speak of where there are no cards', () => {
    const content = Buffer.from(JSON.stringify([['offer-70', card(70)]]));
    const dictionary = Buffer.from(frameOf(cards));
    expect(deflateRawSync(content, { dictionary }).length).toBeLessThan((deflateRawSync(content).length * 2) / 3);
    expect(frameOf([]).length).toBeLessThan(10);
    expect(frameOf([undefined, null, 'text', 3]).length).toBeLessThan(20);
  });

  it('is the same as if each card were gone through as an object', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }), (list) => {
        const shapes = list.map((one) =>
          JSON.stringify(one, (_, value: unknown) => (typeof value === 'string' ? '' : value)),
        );
        for (const [index, one] of list.entries()) {
          // Of a single card the frame holds no value, only its shape with the whole strings as beginnings.
          const frame = frameOf([one]);
          expect(frame.startsWith(',')).toBe(true);
          if (!/"[^"]*":""/.test(shapes[index]!)) expect(frame).toBe(`,${shapes[index]!}],["`);
        }
        expect(frameOf(list)).toBe(frameOf([...list].reverse()));
      }),
    );
    expect(frameOf([{ a: ['x', { b: 'say "so" \\' }, 'y'], c: 'end' }])).toBe(
      `,{"a":["",{"b":"say \\"so\\" \\\\},""],"c":"end}],["`,
    );
  });

  it('is not changed by one more offer', () => {
    expect(frameOf([...cards, { ...card(61), cost: 'fünf Euro' }])).toBe(frameOf(cards));
  });

  it('is taken off again by who reads a card', async () => {
    const files = buildIndex({
      language: 'de',
      documents: cards.map((shown, number) => document(`offer-${number}`, `Treffen ${number}`, { card: shown })),
      concepts: [],
    });
    const search = await openCatalogueSearch({
      lang: 'de',
      fetchShard: (name) => Promise.resolve(files.get(name) ?? Promise.reject(new Error(name))),
    });
    const { hits } = await search.query('', {}, { limit: cards.length });
    expect(Object.fromEntries(hits.map((hit) => [hit.id, hit.card]))).toEqual(
      Object.fromEntries(cards.map((shown, number) => [`offer-${number}`, shown])),
    );
  });
});
