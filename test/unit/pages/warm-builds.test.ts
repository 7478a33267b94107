import {
  appendFileSync as appendTo,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { buildCold, differences, listFiles, WarmSite } from '../../support/warm-site.ts';

/** WARM_EDITS=2000 tries as many; in the usual run there are few enough to wait for. */
const edits = Number(process.env.WARM_EDITS ?? 50);
const seed = process.env.WARM_SEED === undefined ? 20261122 : Number(process.env.WARM_SEED);

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A small town in two languages that has something of everything. */
function town(): string {
  const folder = mkdtempSync(join(tmpdir(), 'warm-'));
  folders.push(folder);
  cpSync(join(import.meta.dirname, '../../fixtures/valid'), folder, { recursive: true });
  return folder;
}

const word = fc.constantFrom('Haus', 'Kaffee', 'Zimmer', 'abends', 'Übung', 'لقاء', '<b>', '&', 'Ä"b\'c', '42');
const index = fc.nat({ max: 10_000 });

type Edit = (folder: string, original: string) => void;

const pick = <Item>(list: readonly Item[], number: number): Item | undefined => list[number % list.length];
const isText = (file: string): boolean => /\.(md|ya?ml)$/.test(file);
const change = (folder: string, number: number, edit: (text: string, file: string) => string, of = isText): void => {
  const file = pick(listFiles(folder).filter(of), number);
  if (file !== undefined) writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8'), file));
};
const isSource = (file: string): boolean => /^[a-z/-]+\/[a-z0-9-]+\.md$/.test(file) && !file.startsWith('pages/');
const put = (folder: string, file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
/** Adds a field to the top of a file's front matter or to a YAML file, in place of one that is there already. */
const withField = (text: string, name: string, value: string): string => {
  const other = text.replace(new RegExp(`^${name}:.*(\\n[ -].*)*\\n`, 'm'), '');
  return other.startsWith('---\n') ? `---\n${name}: ${value}\n${other.slice(4)}` : `${name}: ${value}\n${other}`;
};
const replaceWord = (text: string, number: number, by: string): string => {
  const words = [...text.matchAll(/(?<=[:>] .*|^[^:\n]* )[A-ZÄÖÜ]\p{L}{3,}/gmu)];
  const found = pick(words, number);
  return found ? text.slice(0, found.index) + by + text.slice(found.index + found[0].length) : text;
};

const edit: fc.Arbitrary<readonly [name: string, apply: Edit]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constant('word'),
      fc.tuple(index, index, word).map(
        ([file, at, by]): Edit =>
          (folder) =>
            change(folder, file, (text) => replaceWord(text, at, by)),
      ),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('sentence'),
      fc.tuple(index, word).map(
        ([file, by]): Edit =>
          (folder) =>
            change(
              folder,
              file,
              (text) => `${text}\nEin Satz mehr: ${by}.\n`,
              (name) => name.endsWith('.md'),
            ),
      ),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constant('field'),
      fc
        .tuple(
          index,
          fc.constantFrom(
            ['status', 'active'],
            ['status', 'ended'],
            ['status', 'draft'],
            ['type', 'course'],
            ['type', 'volunteering'],
            ['topics', '[health]'],
            ['topics', '[german, work]'],
            ['reviewed', '2025-01-01'],
            ['tags', '[Nadel]'],
            ['delivery', '[online]'],
            ['valid', '{ until: 2026-01-01 }'],
            ['valid', '{ from: 2027-01-01 }'],
            ['capacity', '{ state: full, as_of: 2026-02-20 }'],
            ['languages', '[{ code: fa, kind: spoken }]'],
            ['title', 'Aaa'],
            ['title', 'Zzz'],
            ['paused', '{ until: 2026-06-01 }'],
          ),
        )
        .map(
          ([file, [field, value]]): Edit =>
            (folder) =>
              change(
                folder,
                file,
                (text) => withField(text, field, value),
                (name) => /^offers\/[a-z-]+\.md$/.test(name),
              ),
        ),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constant('copy'),
      fc.tuple(index, fc.constantFrom('neu', 'auch-neu', 'aaa')).map(([file, id]): Edit => (folder) => {
        const from = pick(listFiles(folder).filter(isSource), file);
        if (from !== undefined) put(folder, join(dirname(from), `${id}.md`), readFileSync(join(folder, from), 'utf8'));
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('translate'),
      fc.tuple(index, word).map(([file, by]): Edit => (folder) => {
        const from = pick(
          listFiles(folder).filter((name) => /^(offers|organisations|places)\/[a-z-]+\.md$/.test(name)),
          file,
        );
        const field = from?.startsWith('offers/') ? 'title' : 'name';
        if (from !== undefined)
          put(
            folder,
            from.replace(/\.md$/, '.en.md'),
            `---\n${field}: In English ${by.replace(/[<&"']/g, '')}\ntranslation: { of: "0123456789ab", by: human }\n---\n`,
          );
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('delete'),
      index.map((file): Edit => (folder) => {
        const gone = pick(
          listFiles(folder).filter((name) => name !== 'site.yml'),
          file,
        );
        if (gone !== undefined) rmSync(join(folder, gone));
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('rename'),
      fc.tuple(index, fc.constantFrom('anders', 'zuletzt')).map(([file, id]): Edit => (folder) => {
        const from = pick(
          listFiles(folder).filter((name) => /^offers\/[a-z-]+\.md$/.test(name)),
          file,
        );
        if (from === undefined) return;
        const text = readFileSync(join(folder, from), 'utf8');
        rmSync(join(folder, from));
        put(folder, `offers/${id}.md`, text);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('break'),
      index.map(
        (file): Edit =>
          (folder) =>
            change(folder, file, (text) => text.replace(/:/, ': [')),
      ),
    ),
  },
  {
    weight: 9,
    arbitrary: fc.tuple(
      fc.constant('mend'),
      index.map((): Edit => (folder, original) => {
        for (const file of listFiles(folder)) if (!existsSync(join(original, file))) rmSync(join(folder, file));
        for (const file of listFiles(original)) {
          const text = readFileSync(join(original, file));
          if (!existsSync(join(folder, file)) || !readFileSync(join(folder, file)).equals(text)) {
            mkdirSync(dirname(join(folder, file)), { recursive: true });
            writeFileSync(join(folder, file), text);
          }
        }
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('texts'),
      fc
        .tuple(
          fc.constantFrom('de', 'en'),
          fc.constantFrom('menu.offers', 'card.online', 'offer.about', 'gaps.title'),
          fc.constantFrom('Ganz anders', 'Noch anders'),
        )
        .map(
          ([lang, key, text]): Edit =>
            (folder) =>
              put(folder, `texts/${lang}.yml`, `${key}: ${text}\n`),
        ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('vocabulary'),
      fc.constantFrom('Wörter', 'Arbeit neu').map(
        (label): Edit =>
          (folder) =>
            put(folder, 'vocabularies/topics.yml', `terms:\n  - id: work\n    label: { de: ${label}, en: ${label} }\n`),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('site'),
      fc
        .constantFrom(
          ['page_size', '12'],
          ['status_page', 'false'],
          ['offline', 'false'],
          ['offline', 'true'],
          ['title', '{ de: Neuer Name, en: New name }'],
          ['notice', '{ de: Heute zu, en: Closed today }'],
          ['languages', '[de]'],
          ['languages', '[de, en, ar]'],
          ['review_grace', '1'],
        )
        .map(
          ([name, value]): Edit =>
            (folder) =>
              change(
                folder,
                0,
                (text) => withField(text, name, value),
                (file) => file === 'site.yml',
              ),
        ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('media'),
      word.map(
        (text): Edit =>
          (folder) =>
            put(folder, 'media/bild.png', text),
      ),
    ),
  },
);

test(
  `after each of ${edits} random edits the site is what a build without memory makes, byte for byte`,
  { timeout: 3_600_000 },
  async () => {
    const original = town();
    const folder = town();
    const site = new WarmSite(folder);
    let today = '2026-03-01';
    expect(await site.build(today)).toBe(true);
    let built = 0;
    let made = 0;
    let files = 0;
    let last = '';
    const steps = fc.sample(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 2 }), fc.nat({ max: 30 })), {
      numRuns: edits,
      seed,
    });
    for (const [step, [changes, luck]] of steps.entries()) {
      for (const [, apply] of changes) apply(folder, original);
      if (luck === 0) today = today === '2026-03-01' ? '2026-03-02' : '2026-03-01';
      if (luck === 1) site.restart((saved) => structuredClone(saved));
      const basePath = luck === 2 ? '/base/' : '/';
      if (luck === 3 && (await site.build(today, '/', true))) for (const [, apply] of changes) apply(folder, original);
      const worked = await site.build(today, basePath);
      const cold = await buildCold(folder, today, basePath);
      last = `edit ${step}: ${changes.map(([name]) => name).join(' and ')}`;
      expect(worked, last).toBe(cold !== undefined);
      if (!cold) continue;
      expect(differences(site.files, cold), last).toEqual([]);
      built++;
      made += site.made.length;
      files += cold.size;
    }
    // Enough of the edits left the content sound, and what did not depend on them was not made again.
    if (process.env.WARM_EDITS) console.log(`${built} of ${edits} built, ${made} of ${files} files made`);
    expect(built).toBeGreaterThan(edits / 3);
    expect(made).toBeLessThan(files);
  },
);

/** An edit of the site of four fields of action, and what the build after it made. */
async function afterEdit(apply: (folder: string) => void): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'warm-'));
  folders.push(folder);
  cpSync(join(import.meta.dirname, '../../sites/four-fields'), folder, { recursive: true });
  const site = new WarmSite(folder);
  expect(await site.build('2026-11-22')).toBe(true);
  apply(folder);
  expect(await site.build('2026-11-22')).toBe(true);
  expect(differences(site.files, (await buildCold(folder, '2026-11-22'))!)).toEqual([]);
  return site.made;
}

const isPage = (path: string): boolean => path.endsWith('.html');
const offer = 'offers/chor.md';

test('nothing is made where nothing has changed but what nobody can know', async () => {
  expect((await afterEdit(() => {})).filter(isPage).filter((path) => /^(de|en|ar)\//.test(path))).toEqual([]);
});

test('a sentence in the text of an offer changes its pages, and no list', async () => {
  const made = await afterEdit((folder) => appendTo(join(folder, offer), '\nEin Satz mehr.\n'));
  const pages = made.filter(isPage);
  expect(pages).toEqual(expect.arrayContaining(['de/angebote/chor/index.html', 'ar/angebote/chor/index.html']));
  expect(
    pages.filter((path) => /^..\/(angebote\/index|angebote\/(?!chor)|themen|orte|zielgruppen)/.test(path)),
  ).toEqual([]);
  expect(made).toContain('data/offers/chor.json');
});

test('an offer that is gone is gone from everything that showed it', async () => {
  const made = await afterEdit((folder) => rmSync(join(folder, offer)));
  expect(made.filter(isPage)).toContain('de/angebote/index.html');
});
