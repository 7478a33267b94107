import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../../src');

/** Files that keep something between two pages by themselves, and why that is right. */
const allowed: Readonly<Record<string, string>> = {
  'exports/hsds/schedules.ts': 'known by what it is reckoned from alone',
  'exports/time-zone.ts': 'known by what it is reckoned from alone',
  'model/entry-digest.ts': 'says of an entry that it is the same; no page asks for it',
  'model/translation.ts': 'known by what it is reckoned from alone',
  'pages/feedback-mail.ts': 'known by what it is reckoned from alone',
  'pages/kept-card.tsx': 'known by the card that is shown',
  'pages/life-situations/fitting-offers.ts': 'holds reckoned values',
  'pages/offer-card.ts': 'holds reckoned values; without them only in tests',
  'pages/offer-code.ts': 'known by what it is drawn from alone',
  'pages/output.ts': 'equal names of files, kept once',
  'pages/page-bytes.ts': 'known by the part that is looked through',
  'pages/related-offers.ts': 'holds reckoned values',
  'views/kept-markup.tsx': 'holds kept values',
  'views/render-markup.ts': 'known by what it is reckoned from alone',
  'views/whole-address.ts': 'known by what it is reckoned from alone',
};

/** Files that read files while pages are made, and why that is right. */
const allowedToRead: Readonly<Record<string, string>> = {
  'pages/booklet/booklets-page.tsx': 'its files are given with size and time',
  'pages/booklet/printed-booklets.ts': 'before pages are listed',
  'pages/design/design-page.tsx': 'part of the program',
  'pages/list-outputs.ts': 'its files are given with size and time',
};

const files = (['pages', 'exports', 'insight', 'views', 'model'] as const).flatMap((folder) =>
  readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(generated|examples)\./.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((name) => !['model/reads.ts', 'model/track-catalogue.ts', 'pages/ledger.ts'].includes(name)),
);
const that = (pattern: RegExp): string[] =>
  files.filter((name) => pattern.test(readFileSync(join(src, name), 'utf8'))).sort();

test('what pages have in common is kept where its reading is noted (model/reads.ts), or is listed here with the reason', () => {
  // A page that got a value from elsewhere would not know what it is made from, and stay as it is when that changes.
  expect(that(/new WeakMap|^(?:export )?let |^const \w+ = new (?:Map|Set)(?:<.*>)?\(\);/m)).toEqual(
    Object.keys(allowed).sort(),
  );
});

test('no page is made from files that nobody notes', () => {
  expect(that(/from 'node:fs/)).toEqual(Object.keys(allowedToRead).sort());
});
