import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Output } from '../../../src/pages/output.ts';
import type { RenderedPage } from '../../../src/production/page-thread.ts';
import type { PageThreads } from '../../../src/production/page-threads.ts';
import { Production } from '../../../src/production/production.ts';

/** Stands in for threads that have rendered these pages. */
function threadsWith(...paths: readonly string[]): PageThreads {
  const files = ['assets/a.css'];
  const rendered = paths.map((path) => ({
    path,
    bytes: Buffer.from('made'),
    measured: { bytes: 4, hash: 'h', files },
  }));
  return { isDone: false, take: () => Promise.resolve(rendered.splice(0)) } as unknown as PageThreads;
}

const page = (path: string): Output => new Output(path, () => `<p>${path}</p>`);

function open(
  pagesPerPass: number,
  forgets = false,
): { readonly folder: string; readonly made: string[]; readonly site: Production } {
  const folder = mkdtempSync(join(tmpdir(), 'production-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const made: string[] = [];
  const rankOf = ({ path }: Output): number => (path.startsWith('de/') ? 0 : 1);
  const site = new Production({ folder, pagesPerPass, made: ({ path }) => made.push(path), rankOf, forgets });
  return { folder, made, site };
}

test('Eleventy gets pages only, so many at a time, each in its group', async () => {
  const { site } = open(2);
  site.add('offer', [page('de/a/index.html'), page('de/b/index.html')]);
  site.add('town', [page('de/c/index.html'), new Output('de/c/termine.ics', () => 'ics')]);
  const passes: object[] = [];
  while (site.hasPages)
    passes.push(
      Object.fromEntries(
        Array.from(await site.nextPages(), ([group, outputs]) => [group, outputs.map(({ path }) => path)]),
      ),
    );
  expect(passes).toEqual([{ offer: ['de/a/index.html', 'de/b/index.html'] }, { town: ['de/c/index.html'] }]);
});

test('all other files are written into the folder, those that speak of pages last', () => {
  const { folder, made, site } = open(10);
  site.addLater(() => [new Output('de/offline/a.json', () => '[]')], true);
  site.addLater(() => [new Output('data/a.json', () => '{"a":1}'), new Output('data/b/c.csv', () => 'c')], false);
  site.add('assets', [Output.ofBytes('assets/a.css', Buffer.from('p{}'))]);
  site.writeFiles();
  expect(made).toEqual(['assets/a.css', 'data/a.json', 'data/b/c.csv', 'de/offline/a.json']);
  expect(readFileSync(join(folder, 'data/b/c.csv'), 'utf8')).toBe('c');
  expect(readFileSync(join(folder, 'assets/a.css'), 'utf8')).toBe('p{}');
});

test('a long file is written piece by piece, and is the same as in one', () => {
  const { folder, site } = open(10);
  const pieces = Array.from({ length: 3000 }, (_, number) => `${number} ${'ä€\u{1F600}'.repeat(number % 50)}\n`);
  const long = Output.inPieces('data/long.txt', () => pieces);
  site.add('exports', [long]);
  const given: number[] = [];
  long.renderTo(({ length }) => given.push(length));
  expect(given.length).toBeGreaterThan(1);
  expect(long.render().toString()).toBe(pieces.join(''));
  site.writeFiles();
  expect(readFileSync(join(folder, 'data/long.txt'), 'utf8')).toBe(pieces.join(''));
});

test('pieces may be bytes, and keep their order among texts', () => {
  const { folder, site } = open(10);
  const mixed = Output.inPieces('data/mixed.bin', () => ['a', 'b', Uint8Array.of(0, 255), Uint8Array.of(1), 'ä']);
  const bytes = Buffer.from([97, 98, 0, 255, 1, 0xc3, 0xa4]);
  expect(mixed.render()).toEqual(bytes);
  site.add('exports', [mixed]);
  site.writeFiles();
  expect(readFileSync(join(folder, 'data/mixed.bin'))).toEqual(bytes);
});

test('two files of one name are a mistake: one would overwrite the other', () => {
  const { site } = open(10);
  site.add('offer', [page('de/a/index.html')]);
  expect(() => site.add('town', [page('de/a/index.html')])).toThrow('Two files are called de/a/index.html');
});

test('pages come in the order that is asked for', async () => {
  const { site } = open(1);
  site.add('offer', [page('en/a/index.html'), page('de/b/index.html')]);
  site.arrangePages();
  const first = await site.nextPages();
  expect([...first.values()].flat().map(({ path }) => path)).toEqual(['de/b/index.html']);
});

test('what has been written is let go, and what is known of it stays', () => {
  const { folder, site } = open(10, true);
  const output = Output.ofBytes('search/a.bin', Buffer.from('aa'));
  site.addLater(() => [output], false);
  site.writeFiles();
  expect(readFileSync(join(folder, 'search/a.bin'), 'utf8')).toBe('aa');
  expect(output.measure()).toMatchObject({ bytes: 2, files: [] });
  expect(() => output.render()).toThrow('let go');
});

test.each([true, false])(
  'a page that a thread has rendered is never made again to measure it (gathered: %s)',
  async (isGathered) => {
    const folder = mkdtempSync(join(tmpdir(), 'production-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const gathered = isGathered ? new Map<string, Output>() : undefined;
    const site = new Production({ folder, pagesPerPass: 10, made: () => {}, rankOf: () => 0, forgets: true, gathered });
    let rendered = 0;
    const listed = new Output('de/a/index.html', () => `${(rendered += 1)}`);
    site.add('offer', [listed]);
    site.renderWith(threadsWith(listed.path), [listed], false);
    await site.nextPages();
    const asked = gathered ? gathered.get(listed.path) : listed;
    expect(asked?.measure()).toEqual({ bytes: 4, hash: 'h', files: ['assets/a.css'] });
    expect(rendered).toBe(0);
  },
);

test.each([true, false])(
  'a page is rendered here when all other files are made, unless that is not wanted (%s)',
  async (helps) => {
    const folder = mkdtempSync(join(tmpdir(), 'production-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const made: string[] = [];
    const gathered = new Map<string, Output>();
    const site = new Production({
      folder,
      pagesPerPass: 10,
      made: ({ path }) => made.push(path),
      rankOf: () => 0,
      forgets: true,
      gathered,
    });
    const listed = new Output(
      'de/a/index.html',
      () => '<p>a</p>',
      () => ['assets/a.css'],
    );
    site.add('offer', [listed]);
    site.addLater(() => [Output.ofBytes('data/a.json', Buffer.from('{}'))], false);
    const rendered: RenderedPage[] = [];
    const threads = {
      isDone: false,
      help: (render: (page: number) => RenderedPage) => rendered.length === 0 && rendered.push(render(0)) > 0,
      take: (_most: number, meanwhile: () => boolean) => {
        while (meanwhile());
        return Promise.resolve(rendered);
      },
    };
    site.renderWith(threads as unknown as PageThreads, [listed], helps);
    const pages = await site.nextPages();
    expect(made).toEqual(helps ? ['data/a.json', listed.path] : ['data/a.json']);
    const outputs = pages.get('offer') ?? [];
    expect(outputs.map((output) => site.render(output).toString())).toEqual(helps ? ['<p>a</p>'] : []);
    expect(gathered.get(listed.path)?.measure().files).toEqual(helps ? ['assets/a.css'] : undefined);
  },
);
