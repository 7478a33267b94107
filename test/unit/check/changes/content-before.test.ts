import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { contentBefore } from '../../../../src/check/changes/content-before.ts';
import { changesSince, writeTree } from '../../../../src/check/changes/git-tree.ts';
import { readContent, type Content } from '../../../../src/content/read-content.ts';
import { collections } from '../../../../src/content/schemas.ts';
import { writeEditedTown } from '../../../support/edited-town.ts';

let original = '';
let repository = '';

beforeAll(async () => {
  repository = mkdtempSync(join(tmpdir(), 'content-before-'));
  original = join(repository, 'content');
  await writeEditedTown(original);
  // With two translations there is an order to them.
  for (const file of sheets(original).filter((name) => name.endsWith('.en.md')))
    cpSync(join(original, file), join(original, file.replace('.en.md', '.ar.md')));
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-C', repository, '-c', 'user.name=R', '-c', 'user.email=r@example.org', ...args]);
  git('init', '--quiet');
  git('add', 'content');
  git('commit', '--quiet', '--message', 'x');
  return () => rmSync(repository, { recursive: true, force: true });
});

const sheets = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();

type Edit = (folder: string, file: string) => void;

const rewrite =
  (change: (text: string) => string): Edit =>
  (folder, file) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));

const edits: Readonly<Record<string, Edit>> = {
  'another sentence': rewrite((text) => `${text}\nNeu ab Montag.\n`),
  'another title': rewrite((text) => text.replace(/^title: .*/m, 'title: Anders')),
  'not YAML any more': rewrite((text) => text.replace('---\n', '---\na: [\n')),
  deleted: (folder, file) => rmSync(join(folder, file)),
  'deleted with its translations': (folder, file) => {
    const stem = file.replace(/(?:\.[a-z]+)?\.md$/, '.');
    for (const other of sheets(folder)) if (other.startsWith(stem)) rmSync(join(folder, other));
  },
  'a copy': (folder, file) => cpSync(join(folder, file), join(folder, file.replace(/\.md$/, '').concat('-zwei.md'))),
  'a translation': (folder, file) => cpSync(join(folder, file), join(folder, file.replace(/(?:\.en)?\.md$/, '.en.md'))),
  'in capitals': (folder, file) =>
    cpSync(
      join(folder, file),
      join(
        folder,
        file.replace(/[a-z](?=[^/]*$)/, (letter) => letter.toUpperCase()),
      ),
    ),
};

/** In their order, as they would be read from files. */
const plain = (content: Omit<Content, 'sources'>) =>
  collections.map((name) =>
    [...content.entries[name]].map(([id, { file, source, translations }]) => [
      id,
      file,
      source && { ...source },
      [...translations].map(([language, document]) => [language, { ...document }]),
    ]),
  );

test('what is put together from the present state is what the commit says', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'content-before-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  writeTree(original, 'HEAD', scratch);
  const { value, problems } = readContent(scratch);
  let known = 0;
  let asked = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat({ max: 10_000 })), {
        minLength: 1,
        maxLength: 3,
      }),
      (steps) => {
        rmSync(original, { recursive: true });
        execFileSync('git', ['-C', repository, 'checkout', '--quiet', '--', 'content']);
        for (const [name, number] of steps) {
          const files = sheets(original);
          edits[name]!(original, files[number % files.length]!);
        }
        asked += 1;
        const before = contentBefore(original, changesSince(original, 'HEAD'), readContent(original));
        if (!before) return;
        known += 1;
        expect(plain(before.value)).toEqual(plain(value));
        for (const [file, text] of value.sources) expect(before.value.sources.get(file), file).toBe(text);
        expect(before.problems).toEqual(problems);
      },
    ),
    { numRuns: Number(process.env.CHANGES ?? 20), seed: 20261123 },
  );
  expect(known / asked).toBeGreaterThan(0.5);
});

test('it is read from the commit where there is more to it than sheets', () => {
  const cases: [string, string][] = [
    ['site.yml', 'title: { de: Anders }\n'],
    ['offers/Sprachcafe.md', '---\n---\n'],
  ];
  for (const [file, text] of cases) {
    execFileSync('git', ['-C', repository, 'checkout', '--quiet', '--', 'content']);
    writeFileSync(join(original, file), text);
    expect(contentBefore(original, changesSince(original, 'HEAD'), readContent(original)), file).toBeUndefined();
    execFileSync('git', ['-C', repository, 'clean', '--quiet', '-f', 'content']);
  }
});

test('files that git does not look at were not there before', () => {
  writeFileSync(join(repository, '.gitignore'), 'entwurf-*\n.DS_Store\n');
  onTestFinished(() => rmSync(join(repository, '.gitignore')));
  execFileSync('git', ['-C', repository, 'checkout', '--quiet', '--', 'content']);
  writeFileSync(join(original, 'offers/.DS_Store'), '');
  expect(changesSince(original, 'HEAD')).toMatchObject({ areAll: true });
  writeFileSync(join(original, 'offers/entwurf-eins.md'), '---\n---\n');
  expect(changesSince(original, 'HEAD')).toMatchObject({ areAll: false });
});
