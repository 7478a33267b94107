import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { bookletFiles, federationFiles, writeFiles } from './edited-town.ts';
import { listFiles } from './warm-site.ts';

/** Changes a content folder; `original` is what it was at first. */
export type Edit = (folder: string, original: string) => void | Promise<void>;

const word = fc.constantFrom('Haus', 'Kaffee', 'Zimmer', 'abends', 'Übung', 'لقاء', '<b>', '&', 'Ä"b\'c', '42');
const index = fc.nat({ max: 10_000 });

const pick = <Item>(list: readonly Item[], number: number): Item | undefined => list[number % list.length];
const isText = (file: string): boolean => /\.(md|ya?ml)$/.test(file);
const change = (folder: string, number: number, edit: (text: string, file: string) => string, of = isText): void => {
  const file = pick(listFiles(folder).filter(of), number);
  if (file !== undefined) writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8'), file));
};
const isSource = (file: string): boolean => /^[a-z/-]+\/[a-z0-9-]+\.md$/.test(file) && !file.startsWith('pages/');
export const put = (folder: string, file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const shape = (west: number, south: number, east: number, north: number): string => {
  const corners = [west, south, east, south, east, north, west, north, west, south];
  const ring = [0, 2, 4, 6, 8].map((at) => corners.slice(at, at + 2));
  const geometry = { type: 'Polygon', coordinates: [ring] };
  return JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] });
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

/** Brings every file back to what it was at first. */
export const mend: Edit = (folder, original) => {
  for (const file of listFiles(folder)) if (!existsSync(join(original, file))) rmSync(join(folder, file));
  for (const file of listFiles(original)) {
    const text = readFileSync(join(original, file));
    if (!existsSync(join(folder, file)) || !readFileSync(join(folder, file)).equals(text)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
  }
};

/** Files of every kind that is neither an offer nor a text: others in place of those that are there, new ones, broken ones. */
export const otherFiles: readonly (readonly [file: string, text: string])[] = [
  // Shapes of the map: another, one more, one that cannot be read.
  ['map/lindenau.geojson', shape(6.2, 54.4, 6.4, 54.6)],
  ['map/water.geojson', shape(6.1, 54.4, 6.2, 54.5)],
  ['map/lindenau.geojson', '{ "type": '],
  // Emergency numbers: others, none of the country's, half a file.
  ['emergency.yml', 'numbers:\n  - { id: police, text: { de: Immer. } }\n'],
  [
    'emergency.yml',
    'mode: replace\nnumbers:\n  - { id: rat, kind: helpline, phone: +49 221 4710193, name: { de: Rat } }\n',
  ],
  ['emergency.yml', 'numbers:\n  - { id: poi'],
  ['guides/ankommen.md', '---\ntitle: Da sein\nsummary: Kurz.\nsteps: [{ title: Eins, text: Zwei. }]\n---\n'],
  ['guides/ankommen.en.md', '---\ntitle: Arriving\ntranslation: { of: "0123456789ab", by: human }\n---\n'],
  [
    'guides/neu.md',
    '---\ntitle: Neu\nsummary: S.\norder: 1\nsteps: [{ title: T, text: X., find: { types: [counselling] } }]\n---\n',
  ],
  [
    'snapshots/2026-02-15.yml',
    'version: 1\ndate: 2026-02-15\noffers: {}\nmeasures: {}\nmatrices: []\ntargets: {}\nneeds: {}\n',
  ],
  ['concept/searches.yml', 'searches: []\n'],
  ['concept/targets.yml', 'targets: []\n'],
  ['theme/theme.css', ':root { --deep: #402020; }\n'],
  ['theme/theme.css', 'a {'],
  ['media/bild.png', 'x'],
  ['media/protokoll.pdf', '%PDF-1.4 anders'],
  ['media/Schlecht benannt.exe', 'x'],
];

/** One change as editors, their programs and their mistakes make it, with its name. */
export const randomEdit: fc.Arbitrary<readonly [name: string, apply: Edit]> = fc.oneof(
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
    arbitrary: fc.tuple(fc.constant('mend'), fc.constant(mend)),
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
          ['preview_images', '[de, en]'],
          ['preview_images', '[]'],
          ['sources', '[]'],
          ['url', 'https://anders.example.org'],
          ['region', 'lindenau'],
          ['featured_topics', '[]'],
          ['publisher', '{ name: Anders }'],
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
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constant('steering'),
      fc
        .tuple(
          index,
          fc.constantFrom(
            ['events', 'status', 'cancelled'],
            ['events', 'date', '2026-03-05'],
            ['events', 'title', 'Anders'],
            ['events', 'access', 'public'],
            ['concept/measures', 'status', 'established'],
            ['concept/measures', 'towns', '[]'],
            ['concept/needs', 'how_many', '4'],
            ['concept/needs', 'status', 'met'],
            ['concept/goals', 'title', 'Anders'],
            ['networks', 'name', 'Anders'],
            ['funding', 'name', 'Anders'],
            ['places', 'name', 'Anders'],
            ['organisations', 'name', 'Anders'],
          ),
        )
        .map(
          ([file, [where, field, value]]): Edit =>
            (folder) =>
              change(
                folder,
                file,
                (text) => withField(text, field, value),
                (name) => new RegExp(`^${where}/[a-z0-9-]+\\.md$`).test(name),
              ),
        ),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constant('rest'),
      fc.constantFrom(...otherFiles).map(
        ([file, text]): Edit =>
          (folder) =>
            put(folder, file, text),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('federation'),
      fc.tuple(fc.constantFrom('Formulare', 'Papiere'), fc.boolean()).map(([title, isNoted]): Edit => (folder) => {
        const { 'federation/copies.yml': note = '', ...copy } = federationFiles(title);
        writeFiles(folder, isNoted ? { ...copy, 'federation/copies.yml': note } : copy);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('booklets'),
      fc.constantFrom('PDF 2', '%PDF').map(
        (text): Edit =>
          async (folder) =>
            writeFiles(folder, await bookletFiles(folder, text)),
      ),
    ),
  },
);
