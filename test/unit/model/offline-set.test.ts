import { expect, test } from 'vitest';
import { filesOfPage, filesOfStyle, isHashed } from '../../../src/model/offline-set.ts';

test('a page’s files are what it loads, also what only its data names, and nothing that it merely links to', () => {
  const html = `
    <link rel="stylesheet" href="/amt/assets/site.12345678.css"><script type="module" src="/amt/assets/search.12345678.js"></script>
    <script type="application/json">{"worker":"/amt/assets/search-worker.12345678.js","root":"/amt/"}</script>
    <img src="/amt/media/tisch.png"><a href="/amt/media/antrag.pdf">Antrag</a><a href="/amt/de/">Für „Sie“</a>
    <img src="https://elsewhere.example.org/amt/assets/x.js"><a href="/amt/assets/site.12345678.css#x">x</a>`;
  // The build looks through bytes, the service worker through text.
  expect(filesOfPage(Buffer.from(html), '/amt/')).toEqual(filesOfPage(html, '/amt/'));
  expect(filesOfPage(html, '/amt/').sort()).toEqual([
    'assets/search-worker.12345678.js',
    'assets/search.12345678.js',
    'assets/site.12345678.css',
    'media/tisch.png',
  ]);
});

test('a style sheet’s files are its fonts, which lie beside it', () => {
  expect(filesOfStyle('@font-face{src:url("font-arabic-400.12345678.woff2") format("woff2")}')).toEqual([
    'assets/font-arabic-400.12345678.woff2',
  ]);
});

test('only files whose names follow from their content never change', () => {
  expect(['assets/site.12345678.css', 'search/de/terms-12345678-0.bin'].every(isHashed)).toBe(true);
  expect(
    ['search/de/manifest.json', 'de/index.html', 'media/tisch.png', 'service-worker.js', 'admin/assets/x.js'].some(
      isHashed,
    ),
  ).toBe(false);
});
