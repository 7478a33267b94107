import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { joinParts } from '../../../src/cli/join-parts.ts';
import { readWish, usage } from '../../../src/cli/build-wish.ts';
import { listingHash, type PartManifest } from '../../../src/pages/part.ts';

const files = {
  1: ['de/index.html', 'de/angebote/a/index.html', 'search/de/manifest.json', 'sitemap.xml'],
  2: ['ar/index.html', 'ar/angebote/a/index.html', 'search/ar/manifest.json'],
};

const state: PartManifest['state'] = {
  content: 'c',
  program: 'p',
  booklets: '',
  date: '2026-11-22',
  siteUrl: '',
  basePath: '/',
  settings: '',
  icu: '75',
  languages: ['de', 'ar'],
  listing: listingHash([...files[1], ...files[2]]),
};

interface Setup {
  readonly first: string;
  readonly second: string;
  readonly target: string;
}

/** Two parts of a small site, the second one changed. */
function setUp(change: Partial<PartManifest> = {}): Setup {
  const folder = mkdtempSync(join(tmpdir(), 'parts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, manifest: PartManifest): string => {
    mkdirSync(join(folder, name));
    for (const path of manifest.paths) {
      mkdirSync(join(folder, name, dirname(path)), { recursive: true });
      writeFileSync(join(folder, name, path), path);
    }
    writeFileSync(join(folder, name, 'part.json'), JSON.stringify(manifest));
    return join(folder, name);
  };
  const first = write('1', { version: 1, number: 1, of: 2, state, search: ['de'], paths: files[1] });
  const second = write('2', { version: 1, number: 2, of: 2, state, search: ['ar'], paths: files[2], ...change });
  mkdirSync(join(folder, 'site'));
  return { first, second, target: join(folder, 'site') };
}

describe('joining parts', () => {
  it('puts all files of all parts together, and nothing else', () => {
    const { first, second, target } = setUp();
    expect(joinParts([second, first], target, 'en')).toEqual([]);
    for (const path of [...files[1], ...files[2]]) expect(readFileSync(join(target, path), 'utf8')).toBe(path);
    expect(() => readFileSync(join(target, 'part.json'))).toThrow();
  });

  it.each([
    ['a part is missing', ({ first }: Setup) => [first], /Of 2 parts these are missing: 2/],
    ['a part is there twice', ({ first, second }: Setup) => [first, second, second], /Part 2 is there twice/],
    ['a folder is no part', ({ first, target }: Setup) => [first, target], /is no part of a site/],
  ])('is refused where %s', (_, foldersOf, message) => {
    const made = setUp();
    expect(joinParts(foldersOf(made), made.target, 'en').join('\n')).toMatch(message);
  });

  it.each([
    ['comes from other content', { state: { ...state, content: 'x' } }, /content is x, for the others it is c/],
    ['was built on another day', { state: { ...state, date: '2026-11-23' } }, /date is 2026-11-23/],
    ['was built by another version', { state: { ...state, program: 'x' } }, /program is x/],
    ['is for another address', { state: { ...state, siteUrl: 'https://example.org' } }, /siteUrl is https/],
    ['is cut in another way', { of: 3 }, /one of 3 parts/],
    ['holds a page of another part, too', { paths: [...files[2], 'de/index.html'] }, /de\/index\.html is in two parts/],
    ['lacks a page', { paths: ['ar/index.html', 'search/ar/manifest.json'] }, /not the whole site/],
    ['has no search', { search: [] }, /exactly one search: ar/],
    ['has the search of another part, too', { search: ['ar', 'de'] }, /exactly one search: de/],
    ['names a file outside', { paths: ['../evil'] }, /is no part of a site/],
  ] satisfies [string, Partial<PartManifest>, RegExp][])('is refused where one %s', (_, change, message) => {
    const { first, second, target } = setUp(change);
    expect(joinParts([first, second], target, 'en').join('\n')).toMatch(message);
    expect(() => readFileSync(join(target, 'de/index.html'))).toThrow();
  });

  it('is refused where a file got lost on the way, or lay there before', () => {
    const { first, second, target } = setUp();
    writeFileSync(join(second, 'alt.html'), '');
    rmSync(join(first, 'sitemap.xml'));
    const problems = joinParts([first, second], target, 'de').join('\n');
    expect(problems).toMatch(/fehlt sitemap\.xml/);
    expect(problems).toMatch(/liegt alt\.html/);
  });
});

describe('the call of the build', () => {
  it('names a part, or folders to join', () => {
    expect(readWish([], 'de')).toEqual({});
    expect(readWish(['--part', '3/8'], 'de')).toEqual({ part: { number: 3, of: 8 } });
    expect(readWish(['--join', 'a', 'b'], 'de')).toEqual({ join: ['a', 'b'] });
    expect(readWish(['--help'], 'de')).toBe(usage.de);
  });

  it.each([[['--part', '9/8']], [['--join']], [['--teil', '1/2']], [['content']]])(
    'is explained where it is %j',
    (args) => {
      expect(readWish(args, 'en')).toMatch(/npm run build -- --help/);
    },
  );
});
