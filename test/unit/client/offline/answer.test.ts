import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../../src/client/offline/answer.ts';
import { belongsTo } from '../../../../src/client/offline/storage.ts';
import type { Manifest } from '../../../../src/search/manifest.ts';

describe('the service worker has to do with', () => {
  test.each([
    ['', 'page'],
    ['de/', 'page'],
    ['de-simple/angebote/sprachcafe/', 'page'],
    ['ar/merkliste/', 'page'],
    ['search/de/manifest.json', 'manifest'],
    ['search/de/near.json', 'manifest'],
    ['de/woche/brinkenau/woche.json', 'manifest'],
    ['de/angebote/cafe/termine.ics', 'manifest'],
    ['search/de/terms-12345678-0.bin', 'hashed'],
    ['assets/site.12345678.css', 'hashed'],
    ['media/haus.jpg', 'picture'],
  ])('%s as %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  test.each([
    'admin/',
    'admin/index.html',
    'inbox/offers',
    'galerie/',
    'data/catalogue.json',
    'de/offline/brinkenau.json',
    'de/feed.xml',
    'de/angebote/sprachcafe/termin.ics',
    'media/antrag.pdf',
    'service-worker.js',
  ])('nothing of %s', (path) => {
    expect(kindOf(path)).toBeUndefined();
  });
});

test('a file of the search belongs to the manifest that names its hash', () => {
  const manifest = {
    language: 'de',
    hashes: { terms: 'aaaaaabbbbbb', cards: 'cccccc' },
  } as unknown as Manifest;
  expect(belongsTo(manifest, 'search/de/terms-bbbbbb-1.bin')).toBe(true);
  expect(belongsTo(manifest, 'search/de/cards-cccccc-31.bin')).toBe(true);
  expect(belongsTo(manifest, 'search/de/cards-bbbbbb-31.bin')).toBe(false);
  expect(belongsTo(manifest, 'search/de/terms-dddddd-1.bin')).toBe(false);
  expect(belongsTo(manifest, 'search/de/near-monday-aaaaaa.bin')).toBe(false);
  expect(belongsTo(manifest, 'search/ar/terms-aaaaaa-0.bin')).toBe(false);
});
