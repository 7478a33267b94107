import { expect, it } from 'vitest';
import { embedCode } from '../../../../src/client/embed/embed-code.ts';

const site = 'https://angebote.example.org/';

it('is an element with what was chosen, and a link where no script runs', () => {
  const code = embedCode({ lang: 'ar', topic: 'german', town: '', limit: '3', way: 'element' }, site, 'Wegweiser');
  expect(code).toContain('<script src="https://angebote.example.org/einbetten/angebotslotse-list.js" defer></script>');
  expect(code).toContain('<angebotslotse-list lang="ar" topic="german" limit="3">');
  expect(code).toContain('<a href="https://angebote.example.org/ar/angebote/">Wegweiser</a>');
});

it('is a frame whose address says the same', () => {
  expect(embedCode({ lang: 'de', topic: 'german', heading: 'Deutsch & mehr', way: 'frame' }, site, 'W')).toContain(
    'src="https://angebote.example.org/de/einbetten/liste/?thema=german&amp;titel=Deutsch+%26+mehr"',
  );
});

it('cannot be broken out of by a headline', () => {
  const code = embedCode({ lang: 'de', heading: '"><script>alert(1)</script>', way: 'element' }, site, '<b>');
  expect(code).not.toMatch(/<script>alert|<b>/);
});
