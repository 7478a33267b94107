import { expect, test } from 'vitest';
import { writeFeed, writeFeedEntry } from '../../../src/exports/feed.ts';
import { childrenNamed, readXml } from '../../../src/translation/read-xml.ts';

const feed = {
  id: 'urn:uuid:1f0c6a52-0000-5000-8000-000000000001',
  title: 'Termine & mehr',
  language: 'de',
  author: 'Kreis <Merletal>',
  self: 'https://example.org/de/termine/feed.xml?a=1&b="2"',
  page: 'https://example.org/de/termine/',
  updated: '2026-11-22',
  entries: [
    {
      id: 'urn:uuid:1f0c6a52-0000-5000-8000-000000000002',
      title: { value: 'Herbst\u0000treffen' },
      updated: '2026-10-01',
      href: 'https://example.org/de/termine/a/',
      summary: { value: 'لقاء', lang: 'ar' },
    },
    {
      id: 'urn:uuid:1f0c6a52-0000-5000-8000-000000000003',
      title: { value: 'Frühjahrstreffen' },
      updated: '2026-04-01',
      href: 'https://example.org/de/termine/b/',
    },
  ].map(writeFeedEntry),
};

const read = (xml: string) => {
  const root = readXml(xml);
  if (!root) throw new Error('not well-formed');
  return root;
};

test('a feed is well-formed and says what went in', () => {
  const root = read(writeFeed(feed));
  const text = (name: string, of = root): string =>
    (childrenNamed(of, name)[0]?.children ?? []).filter((child) => typeof child === 'string').join('');
  expect(root.name).toBe('feed');
  expect(text('title')).toBe('Termine & mehr');
  expect(text('updated')).toBe('2026-10-01T00:00:00Z');
  expect(childrenNamed(root, 'link')[0]?.attributes.get('href')).toBe(feed.self);
  const [first, second] = childrenNamed(root, 'entry');
  expect(text('title', first)).toBe('Herbsttreffen');
  expect(text('summary', first)).toBe('لقاء');
  expect(childrenNamed(first!, 'summary')[0]?.attributes.get('lang')).toBe('ar');
  expect(text('updated', second)).toBe('2026-04-01T00:00:00Z');
});

test('a feed without entries counts as of the day of the build', () => {
  expect(writeFeed({ ...feed, entries: [] })).toContain('<updated>2026-11-22T00:00:00Z</updated>');
});
