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
    hashes: { terms: 'aaaaaaaa', cards: ['bbbbbbbb', 'cccccccc'] },
    cards: { perFile: 4, filesPerBlock: 32 },
  } as unknown as Manifest;
  expect(belongsTo(manifest, 'search/de/terms-aaaaaaaa-3.bin')).toBe(true);
  expect(belongsTo(manifest, 'search/de/cards-cccccccc-40.bin')).toBe(true);
  expect(belongsTo(manifest, 'search/de/cards-bbbbbbbb-40.bin')).toBe(false);
  expect(belongsTo(manifest, 'search/de/terms-dddddddd-3.bin')).toBe(false);
  expect(belongsTo(manifest, 'search/ar/terms-aaaaaaaa-3.bin')).toBe(false);
});
