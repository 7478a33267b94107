import { describe, expect, it } from 'vitest';
import { readPart } from '../../../src/model/part.ts';
import { listingHash, shareOf } from '../../../src/pages/part.ts';
import { makeModel, makeOffer } from './small-catalogue.ts';

const { catalogue } = makeModel(Array.from({ length: 9 }, (_, index) => makeOffer(`offer-${index}`)));
const paths = catalogue.languages.flatMap((lang) => [
  `${lang}/index.html`,
  `${lang}/angebote/index.html`,
  `${lang}/angebote/seite/2/index.html`,
  ...[...catalogue.offers.keys()].flatMap((id) => [
    `${lang}/angebote/${id}/index.html`,
    `${lang}/angebote/${id}/termine.ics`,
  ]),
  ...[...catalogue.places.keys()].flatMap((id) => [`${lang}/orte/${id}/index.html`, `${lang}/offline/${id}.json`]),
  `search/${lang}/manifest.json`,
]);
const all = [...paths, 'index.html', '404.html', 'data/catalogue.json', 'assets/site.css', 'sitemap.xml'];

describe('the parts of a site', () => {
  it.each([1, 2, 3, 5, 8, 50])('write every file once, also %i of them', (of) => {
    const owners = Array.from({ length: of }, (_, index) => shareOf({ number: index + 1, of }, catalogue));
    for (const path of all) expect([path, owners.filter((share) => share.owns(path)).length]).toEqual([path, 1]);
    for (const lang of catalogue.languages) {
      const search = owners.filter((share) => share.ownsSearch(lang));
      expect(search).toHaveLength(1);
      expect(search[0]!.owns(`search/${lang}/manifest.json`)).toBe(true);
      expect(search[0]!.needsSearch(lang)).toBe(true);
    }
  });

  it('know the search of a language wherever its lists for offline use are written', () => {
    for (let number = 1; number <= 9; number += 1) {
      const share = shareOf({ number, of: 9 }, catalogue);
      for (const lang of catalogue.languages) {
        const lists = [...catalogue.places.keys()].some((id) => share.owns(`${lang}/offline/${id}.json`));
        if (lists) expect(share.needsSearch(lang)).toBe(true);
      }
    }
  });

  it('are named as the third of eight', () => {
    expect(readPart('3/8')).toEqual({ number: 3, of: 8 });
    for (const text of ['0/8', '9/8', '3', '3/', '-1/2', '3/8/9', 'a/b', '']) expect(readPart(text)).toBeUndefined();
  });
});

describe('the list of what a site consists of', () => {
  it('does not depend on order, and leaves the search out, which no part knows as a whole', () => {
    expect(listingHash(['b', 'a', 'search/de/x.bin'])).toBe(listingHash(['a', 'b']));
    expect(listingHash(['a'])).not.toBe(listingHash(['a', 'b']));
  });
});
