import { describe, expect, test } from 'vitest';
import { editFilePage, forgeName, mailPage, newFilePage, repositoryOf } from '../../../src/datasheet/forge-address.ts';

const at = (kind: 'github' | 'gitlab' | 'forgejo', folder = 'content') => ({
  kind,
  url: 'https://forge.example.org/kreis/angebote',
  branch: 'main',
  folder,
});
const text = '---\ntitle: "Café & Tee #1"\n---\n';

describe('a new file', () => {
  test.each([
    ['github', 'https://forge.example.org/kreis/angebote/new/main', 'filename', true],
    ['forgejo', 'https://forge.example.org/kreis/angebote/_new/main', 'filename', true],
    ['gitlab', 'https://forge.example.org/kreis/angebote/-/new/main', 'file_name', false],
  ] as const)('%s: opens with its name, and with the text where the forge takes one', (kind, page, name, hasText) => {
    const made = newFilePage(at(kind), 'offers/cafe.md', text);
    const url = new URL(made.href);
    expect(url.origin + url.pathname).toBe(page);
    expect(url.searchParams.get(name)).toBe('content/offers/cafe.md');
    expect(url.searchParams.get('value')).toBe(hasText ? text : null);
    expect(made.hasText).toBe(hasText);
  });

  test('a text that is too long for an address has to be pasted', () => {
    const made = newFilePage(at('github'), 'offers/cafe.md', 'ä'.repeat(2000));
    expect(made.hasText).toBe(false);
    expect(made.href.length).toBeLessThan(300);
  });

  test('content in the root of the repository has no folder', () => {
    expect(newFilePage(at('gitlab', ''), 'offers/cafe.md', text).href).toContain('file_name=offers%2Fcafe.md');
  });
});

test.each([
  ['github', '/edit/main/content/offers/cafe.md'],
  ['gitlab', '/-/edit/main/content/offers/cafe.md'],
  ['forgejo', '/_edit/main/content/offers/cafe.md'],
] as const)('%s: an existing file is edited', (kind, path) => {
  expect(editFilePage(at(kind), 'offers/cafe.md')).toEqual({
    href: `https://forge.example.org/kreis/angebote${path}`,
    hasText: false,
  });
});

test('a forge is called as people call it', () => {
  expect(forgeName(at('gitlab'))).toBe('forge.example.org');
});

describe('a mail', () => {
  test('carries subject and text, whatever stands in them', () => {
    const { href, hasText } = mailPage('a@example.org', 'Neu: Café & Tee', 'a&b\nc?d');
    expect(href).toBe('mailto:a@example.org?subject=Neu%3A%20Caf%C3%A9%20%26%20Tee&body=a%26b%0D%0Ac%3Fd');
    expect(hasText).toBe(true);
  });
  test('is opened without the text where that is too long for a mail program', () => {
    expect(mailPage('a@example.org', 'Neu', 'y'.repeat(3000))).toEqual({
      href: 'mailto:a@example.org?subject=Neu',
      hasText: false,
    });
  });
});

test('settings that say little have what most repositories have', () => {
  expect(repositoryOf({ kind: 'github', url: 'https://forge.example.org/a/b/' })).toEqual({
    kind: 'github',
    url: 'https://forge.example.org/a/b',
    branch: 'main',
    folder: 'content',
  });
  expect(repositoryOf({ kind: 'github', url: 'https://forge.example.org/a/b', folder: '.' }).folder).toBe('');
});
