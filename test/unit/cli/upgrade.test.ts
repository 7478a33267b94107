import childProcess, { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Terminal } from '../../../src/cli/check.ts';
import { upgrade } from '../../../src/cli/upgrade.ts';
import { newsIn, releasesIn } from '../../../src/cli/upgrade/releases.ts';

// Whole programs run in whole repositories.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const root = join(import.meta.dirname, '../../..');
let base: string;

function git(folder: string, ...args: readonly string[]): string {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const env = {
    ...clean,
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.org',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.org',
  };
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

function write(folder: string, files: Readonly<Record<string, string | undefined>>): void {
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    if (text === undefined) rmSync(path, { recursive: true });
    else writeFileSync(path, text);
  }
}

function commit(folder: string, message: string, files: Readonly<Record<string, string | undefined>>): void {
  write(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', message);
}

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

const offer = (title: string): string =>
  read(root, 'test/fixtures/valid/offers/sprachcafe.md').replace(/^title: .*$/m, `title: ${title}`);

/** The project at its first release, with a small demo. */
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'upgrade-test-'));
  const project = join(base, 'project');
  mkdirSync(project);
  for (const part of [
    'src',
    'schemas',
    '.github/CODEOWNERS',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    '.gitignore',
    '.eleventy.js',
  ])
    cpSync(join(root, part), join(project, part), { recursive: true });
  cpSync(join(root, 'test/fixtures/valid'), join(project, 'content'), { recursive: true });
  write(project, { 'CHANGELOG.md': '# Changelog\n\n## 1.0.0\n\nThe first one.\n' });
  git(project, 'init', '--quiet', '--initial-branch', 'main');
  git(project, 'add', '--all');
  git(project, 'commit', '--quiet', '-m', 'First release');
  git(project, 'tag', 'v1.0.0');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A project of its own for one test, and a town's fork of it. */
function forkOf(): { project: string; fork: string } {
  const folder = mkdtempSync(join(base, 'case-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [project, fork] = [join(folder, 'project'), join(folder, 'fork')];
  git(base, 'clone', '--quiet', join(base, 'project'), project);
  git(base, 'clone', '--quiet', project, fork);
  symlinkSync(join(root, 'node_modules'), join(fork, 'node_modules'));
  for (const one of [project, fork]) writeFileSync(join(one, '.git/info/exclude'), 'node_modules\n');
  return { project, fork };
}

/** The same with a project of a few files, where nothing of the program itself is run. */
function smallForkOf(): { project: string; fork: string } {
  const folder = mkdtempSync(join(base, 'small-'));
  const [project, fork] = [join(folder, 'project'), join(folder, 'fork')];
  mkdirSync(project);
  git(project, 'init', '--quiet', '--initial-branch', 'main');
  commit(project, 'First release', {
    'package-lock.json': '{}\n',
    'src/settings.ts': 'export {};\n',
    'content/offers/sprachcafe.md': offer('Sprachcafé'),
    'CHANGELOG.md': '# Changelog\n\n## 1.0.0\n\nThe first one.\n',
  });
  git(project, 'tag', 'v1.0.0');
  git(base, 'clone', '--quiet', project, fork);
  return { project, fork };
}

function run(fork: string, ...args: readonly string[]): { code: number; out: string; err: string } {
  let out = '';
  let err = '';
  const env = { CONTENT_DIR: join(fork, 'content'), LANG: 'en' };
  const terminal = { env, out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const code = upgrade(args, terminal as unknown as Terminal, fork);
  return { code, out, err };
}

/** Nothing has been changed, and nothing is left lying about. */
function expectUntouched(fork: string, before: string): void {
  expect(git(fork, 'rev-parse', 'HEAD')).toBe(before);
  expect(git(fork, 'status', '--porcelain')).toBe('');
  expect(git(fork, 'worktree', 'list').split('\n')).toHaveLength(1);
}

const migration = `import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  {
    to: 2,
    describe: { de: 'Schlagwörter klein geschrieben', en: 'Tags in small letters' },
    run(files) {
      for (const path of files.list().filter((file) => /^offers\\/[^.]+\\.md$/.test(file))) {
        const text = files.read(path) ?? '';
        files.write(path, text.replace(/^tags: .*$/m, (line) => line.toLowerCase()));
      }
    },
  },
];

export const contentVersion = 2;
`;

/** What a town may have of its own beside its offers. */
const ownThings = {
  'content/theme/theme.css': ':root { --action: #7a2513; }\n',
  'content/texts/de.yml': 'app.home: Anfang\n',
  'content/vocabularies/topics.yml': `mode: replace
terms:
  - id: learn-german
    label: { de: Deutsch lernen, en: Learn German }
  - id: allotments
    label: { de: Gärten, en: Gardens }
`,
  'content/extensions.ts': `import { defineExtension, h } from 'angebotslotse/extension';
import { count } from './extensions/count.ts';

export default defineExtension({
  checks: [
    {
      code: 'own-title',
      message: { de: '„{title}“ heißt nicht Angebot', en: '“{title}” is not called Angebot' },
      fix: { de: 'Umbenennen', en: 'Rename it' },
      find: ({ catalogue }) =>
        [...catalogue.offers.values()]
          .filter(({ data }) => !data.title.startsWith('Angebot'))
          .map(({ file, data }) => ({ file, at: ['title'], values: { title: data.title } })),
    },
  ],
  exports: [{ path: 'count.txt', text: { de: 'Wie viele Angebote' }, make: count }],
  slots: { footer: ({ catalogue }) => h('p', {}, \`\${catalogue.offers.size} Angebote\`) },
});
`,
  'content/extensions/count.ts': `import type { ExportContext } from 'angebotslotse/extension';

export const count = ({ offers }: ExportContext): string => String(offers.length);
`,
};

/** Builds a fork with its own program; path → content of every file. */
function build(fork: string): Map<string, string> {
  const folder = join(fork, '_site');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/build.ts'], {
    cwd: fork,
    env: { ...process.env, CONTENT_DIR: 'content', OUTPUT_DIR: '_site', LANG: 'en' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path), readFileSync(path, 'latin1')] as const;
    }),
  );
}

describe('a town with its own content', () => {
  test('takes a release: no conflict, its own things stay as they are, and its site is built as before or better', () => {
    const { project, fork } = forkOf();
    const own: Record<string, string | undefined> = {
      ...ownThings,
      'content/offers/sprachcafe.md': undefined,
      'content/site.yml': read(fork, 'content/site.yml').replace(/^languages: .*$/m, 'languages: [de]'),
    };
    for (let number = 1; number <= 100; number += 1)
      own[`content/offers/eigenes-${number}.md`] = offer(`Angebot ${number}`)
        .replace('---\n', '---\ntags: [Kaffee]\n')
        .replace(/^topics: .*$/m, 'topics: [allotments]');
    for (const file of readdirSync(join(fork, 'content/offers'))) own[`content/offers/${file}`] ??= undefined;
    commit(fork, 'Our own offers', own);
    const before = new Map(
      Object.keys(own)
        .filter((file) => own[file] !== undefined)
        .map((file) => [file, read(fork, file)]),
    );
    const siteBefore = build(fork);

    const texts = 'src/i18n/texts/de.yml';
    const exportList = 'src/exports/list-exports.ts';
    commit(project, 'Engine, schemas, texts, demo', {
      'src/settings.ts': `${read(project, 'src/settings.ts')}\n/** New. */\nexport const news = 1;\n`,
      'src/migrations/migrations.ts': migration,
      'schemas/offer.schema.json': read(project, 'schemas/offer.schema.json').replace(
        '"properties": {',
        '"properties": { "neighbourly": { "title": "Neighbourly", "type": "boolean" }, ',
      ),
      [texts]: read(project, texts)
        .replace(/^app\.home: .*$/m, 'app.home: Los geht es')
        .replace(/^menu\.offers: .*$/m, 'menu.offers: Alle Hilfen'),
      [exportList]: read(project, exportList).replace(
        'offersGeoJson(exporting),',
        "offersGeoJson(exporting),\n    { path: 'data/news.txt', make: () => 'new' },",
      ),
      'content/offers/sprachcafe.md': offer('Neues Beispiel'),
      'content/offers/noch-ein-beispiel.md': offer('Noch eins'),
      'content/places/verlegt.md': '---\nname: Verlegt\nkind: venue\npart_of: nirgends\n---\n',
      'content/theme/theme.css': ':root { --action: #123456; }\n',
      'content/extensions.ts': 'export default {};\n',
      'CHANGELOG.md': '# Changelog\n\n## 1.1.0\n\n**What a fork must do:** nothing.\n\n## 1.0.0\n\nThe first one.\n',
    });
    git(project, 'tag', 'v1.1.0');

    const { code, out, err } = run(fork, '--from', project);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('v1.1.0 has been taken.');
    expect(out).toContain('**What a fork must do:** nothing.');
    expect(out).not.toContain('The first one.');
    expect(read(fork, 'src/settings.ts')).toContain('export const news = 1;');
    for (const [file, text] of before) {
      const expected = text.replace('tags: [Kaffee]', 'tags: [kaffee]');
      if (file === 'content/site.yml') expect(read(fork, file)).toBe(`${expected}content_version: 2\n`);
      else expect(read(fork, file), file).toBe(expected);
    }
    for (const file of ['offers/sprachcafe.md', 'offers/noch-ein-beispiel.md', 'places/verlegt.md'])
      expect(existsSync(join(fork, 'content', file)), file).toBe(false);
    expect(git(fork, 'status', '--porcelain')).toBe('');
    expect(git(fork, 'worktree', 'list').split('\n')).toHaveLength(1);

    const siteAfter = build(fork);
    expect(siteBefore.get('data/own/count.txt')).toBe('100');
    expect(siteAfter.get('data/news.txt')).toBe('new');
    // The one word that the release changed; the one that the town had changed before stays the town's.
    const known = (text = ''): string => text.replaceAll('Alle Hilfen', 'Alle Angebote');
    const different = [...siteBefore].filter(([path, text]) => known(siteAfter.get(path)) !== known(text));
    // The form shows the new field; indexes hold other words; the rest must be as it was, byte by byte.
    const mayDiffer =
      /^search\/|^de\/(offline|mitmachen)\/|^assets\/datasheet|^data\/(?!own\/|offers\.csv)|^service-worker|\.webmanifest$/;
    expect(different.map(([path]) => path).filter((path) => !mayDiffer.test(path))).toEqual([]);
    expect(siteBefore.size).toBeGreaterThan(250);
    const page = siteAfter.get('de/angebote/eigenes-7/index.html');
    for (const words of ['Anfang', '100 Angebote', Buffer.from('Gärten').toString('latin1')])
      expect(page).toContain(words);
    expect(page).not.toContain('Los geht es');

    // Once more: nothing to do.
    expect(run(fork, '--from', project)).toEqual({
      code: 0,
      out: 'v1.1.0 is included already. There is nothing to do.\n',
      err: '',
    });
  });

  test('that has deleted all of the demo takes a release that changes, moves and deletes parts of it', () => {
    const { project, fork } = forkOf();
    rmSync(join(fork, 'content'), { recursive: true });
    commit(fork, 'Nothing of the demo', {
      '.github/CODEOWNERS': '* it@eichsiel.example.org\n',
      'content/site.yml':
        'title: { de: Eichsiel }\nlanguages: [de]\nregion: eichsiel\npublisher: { name: Stadt Eichsiel }\n',
      'content/places/eichsiel.md': "---\nname: Eichsiel\nkind: town\nags: '05999092'\n---\n",
    });
    const ours = git(fork, 'ls-files', '--', 'content');

    for (const file of git(project, 'ls-files', '--', 'content')
      .split('\n')
      .filter((one) => one.endsWith('.md')))
      write(project, { [file]: `${read(project, file)}\nMehr.\n` });
    write(project, { 'content/pages/de/impressum.md': undefined });
    git(project, 'mv', 'content/organisations', 'content/bodies');
    commit(project, 'Another demo', {
      '.github/CODEOWNERS': read(project, '.github/CODEOWNERS').replace('redaktion@', 'team@'),
      'content/offers/neu.md': offer('Neu'),
      'src/settings.ts': `${read(project, 'src/settings.ts')}\n/** New. */\nexport const news = 1;\n`,
    });
    git(project, 'tag', 'v1.1.0');

    const head = git(fork, 'rev-parse', 'HEAD');
    const look = run(fork, '--from', project, '--dry-run');
    expect([look.code, look.out]).toEqual([0, expect.stringContaining('v1.1.0 can be taken.')]);
    expectUntouched(fork, head);

    const { code, err } = run(fork, '--from', project);
    expect([err, code]).toEqual(['', 0]);
    expect(git(fork, 'ls-files', '--', 'content')).toBe(ours);
    expect(read(fork, '.github/CODEOWNERS')).toBe('* it@eichsiel.example.org\n');
    expect(readdirSync(join(fork, 'content')).sort()).toEqual(['places', 'site.yml']);
    expect(read(fork, 'src/settings.ts')).toContain('export const news = 1;');
    expect(git(fork, 'status', '--porcelain')).toBe('');
  });

  test('whose code no longer fits learns it before anything is changed', () => {
    const { project, fork } = forkOf();
    commit(fork, 'Code of our own', ownThings);
    const head = git(fork, 'rev-parse', 'HEAD');
    const shape = 'src/extensions/check-shape.ts';
    commit(project, 'Slots have other names', { [shape]: read(project, shape).replaceAll("'footer'", "'foot'") });
    git(project, 'tag', 'v2.0.0');
    const { code, err } = run(fork, '--from', project);
    expect([code, err]).toEqual([1, expect.stringContaining('extension-broken')]);
    expect(err).toContain('slots.footer');
    expectUntouched(fork, head);
  });
});

/** Calls as if the process were killed before its `step`th program; the checks of the new release are taken as passed. */
function runKilledAt(step: number, fork: string, project: string): { readonly wasKilled: boolean } {
  const real = childProcess.spawnSync;
  let left = step;
  childProcess.spawnSync = ((command: string, ...rest: readonly unknown[]) => {
    left -= 1;
    if (left <= 0) throw new Error('killed');
    if (command === process.execPath) return { status: 0, stdout: '', stderr: '' };
    return (real as (...args: readonly unknown[]) => unknown)(command, ...rest);
  }) as typeof real;
  syncBuiltinESMExports();
  try {
    run(fork, '--from', project);
    return { wasKilled: false };
  } catch {
    return { wasKilled: true };
  } finally {
    childProcess.spawnSync = real;
    syncBuiltinESMExports();
  }
}

test('an upgrade that is killed leaves the fork as it was or has it whole, and the next one does it', () => {
  const { project, fork } = smallForkOf();
  // Where killed processes leave their copies.
  vi.stubEnv('TMPDIR', base);
  onTestFinished(() => void vi.unstubAllEnvs());
  const head = git(fork, 'rev-parse', 'HEAD');
  commit(project, 'Next', { 'src/new.ts': 'export {};\n', 'content/offers/neu.md': offer('Neu') });
  git(project, 'tag', 'v1.0.1');
  let before = 0;
  let step = 1;
  for (; runKilledAt(step, fork, project).wasKilled; step += 2) {
    expect(git(fork, 'status', '--porcelain'), `killed at ${step}`).toBe('');
    const isTaken = existsSync(join(fork, 'src/new.ts'));
    if (!isTaken) before += 1;
    expect(git(fork, 'rev-parse', 'HEAD') === head, `killed at ${step}`).toBe(!isTaken);
  }
  expect(before).toBeGreaterThan(4);
  expect(existsSync(join(fork, 'src/new.ts'))).toBe(true);
  expect(existsSync(join(fork, 'content/offers/neu.md'))).toBe(false);
});

describe('nothing is changed at all', () => {
  test('where the town edited the project itself, the content fails the new checks, or the call is wrong', () => {
    const { project, fork } = forkOf();
    commit(fork, 'Quick fix', { 'src/settings.ts': `${read(fork, 'src/settings.ts')}// ours\n` });
    const before = git(fork, 'rev-parse', 'HEAD');
    expect(run(fork, '--from', join(base, 'nowhere')).err).toContain('Nothing can be fetched from');
    expect(run(fork).err).toContain('I do not know where new versions come from.');
    expect(run(fork, '--from', project, '--to', 'v9.9.9').err).toContain(
      'There is no version v9.9.9 there. There are: v1.0.0',
    );

    commit(project, 'Stricter', {
      'schemas/offer.schema.json': read(project, 'schemas/offer.schema.json').replace(
        '"required": [',
        '"required": ["tags", ',
      ),
      'content/offers/sprachcafe.md': offer('Mit Schlagwörtern').replace('---\n', '---\ntags: [a]\n'),
    });
    git(project, 'tag', 'v2.0.0');
    const strict = run(fork, '--from', project);
    expect([strict.code, strict.err]).toEqual([1, expect.stringContaining('missing-field')]);

    commit(project, 'Theirs', { 'src/settings.ts': `${read(project, 'src/settings.ts')}// theirs\n` });
    git(project, 'tag', 'v2.1.0');
    const { code, err } = run(fork, '--from', project);
    expect([code, err]).toEqual([1, expect.stringMatching(/ {2}src\/settings\.ts\nNothing was changed\.\n$/)]);
    expectUntouched(fork, before);

    write(fork, { 'content/offers/halb.md': 'half' });
    expect(run(fork, '--from', project).err).toContain('content/offers/halb.md');
  });

  test('where the repository was begun without the project’s history', () => {
    const { project, fork } = smallForkOf();
    rmSync(join(fork, '.git'), { recursive: true });
    git(fork, 'init', '--quiet');
    git(fork, 'add', '--all');
    git(fork, 'commit', '--quiet', '-m', 'Copy');
    commit(project, 'Next', { 'src/new.ts': 'export {};\n' });
    git(project, 'tag', 'v1.0.1');
    expect(run(fork, '--from', project).err).toContain('shares no history');
  });
});

test('releases come newest first, by number and not by letter; what is still tried out is none', () => {
  expect(releasesIn(['v1.9.0', 'v1.10.0', 'v1.10.0-beta.1', 'latest', 'v2.0.0'])).toEqual([
    'v2.0.0',
    'v1.10.0',
    'v1.9.0',
  ]);
});

test('the news of a release end where the town’s own begins', () => {
  const changelog = '# Changelog\n\n## 1.2.0\n\nc\n\n## 1.1.0\n\nb\n\n## 1.0.0\n\na\n';
  expect(newsIn(changelog, 'v1.0.0')).toBe('## 1.2.0\n\nc\n\n## 1.1.0\n\nb');
  expect(newsIn(changelog, undefined)).toContain('a');
});
