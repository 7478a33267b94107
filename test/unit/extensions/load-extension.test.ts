import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cmsConfig } from '../../../src/admin/cms-config.ts';
import { check } from '../../../src/cli/check.ts';
import { readOwnCatalogue } from '../../../src/datasheet/own-catalogue.ts';
import { loadExtension } from '../../../src/extensions/load-extension.ts';
import { filesOf } from '../../../src/inbox/apply-hand-in.ts';
import { contentFolder, validFile } from '../../support/content-folder.ts';
import { fieldContext } from '../admin/field-context.ts';
import { runCommand } from '../cli/run-command.ts';

/** A folder with this extension; each test has its own, because a module is loaded once a process. */
const folderWith = (code: string, more: Readonly<Record<string, string>> = {}): string =>
  contentFolder(undefined, { 'extensions.ts': code, ...more });

const wordsOf = async (code: string): Promise<string[]> => {
  const { value, problems } = await loadExtension({ contentDir: folderWith(code) });
  expect(value).toBeUndefined();
  for (const { file, severity } of problems) expect([file, severity]).toEqual(['extensions.ts', 'error']);
  return problems.map(({ words }) => `${words!.en.message} ${words!.en.fix}`);
};

describe('a town’s own code', () => {
  test('need not be there', async () => {
    expect(await loadExtension({ contentDir: contentFolder() })).toEqual({ value: undefined, problems: [] });
  });

  test('may keep more files beside it', async () => {
    const contentDir = folderWith(
      `import { find } from './extensions/find.ts';\nexport default { slots: { start: find } };`,
      {
        'extensions/find.ts': 'export const find = (): string => "here";',
      },
    );
    const { value, problems } = await loadExtension({ contentDir });
    expect(problems).toEqual([]);
    expect(value?.slots?.start?.({} as never)).toBe('here');
  });

  test.each([
    ['throws while it is loaded', `throw new TypeError('no such town');`, 'cannot be loaded: TypeError: no such town'],
    ['cannot be read', 'export default {', 'cannot be loaded'],
    ['imports what is not there', `import './nothing.ts';`, 'cannot be loaded'],
    ['gives nothing', 'export const checks = [];', 'is not right at `default`'],
    ['has a part that is unknown', 'export default { pages: [] };', 'is not right at `pages`'],
    ['has no list', 'export default { checks: {} };', 'is not right at `checks`. A list'],
    [
      'has a code like ours',
      `export default { checks: [{ code: 'Bad Code', message: { de: 'a', en: 'a' }, fix: { de: 'a', en: 'a' }, find: () => [] }] };`,
      '`checks[0] (Bad Code)`',
    ],
    [
      'speaks one language',
      `export default { checks: [{ code: 'a', message: { de: 'a' }, fix: { de: 'a' }, find: () => [] }] };`,
      'a text in de and in en',
    ],
    [
      'finds nothing',
      `export default { checks: [{ code: 'a', message: { de: 'a', en: 'a' }, fix: { de: 'a', en: 'a' } }] };`,
      '`checks[0] (a).find`. A function',
    ],
    [
      'leaves its folder',
      `export default { exports: [{ path: '../index.html', text: { de: 'a' }, make: () => '' }] };`,
      '`exports[0] (../index.html)`',
    ],
    [
      'gives what a browser runs',
      `export default { exports: [{ path: 'map.svg', text: { de: 'a' }, make: () => '' }] };`,
      '`exports[0] (map.svg)`',
    ],
    [
      'says not who needs a file',
      `export default { exports: [{ path: 'a.csv', make: () => '' }] };`,
      '`text` says by language',
    ],
    ['fills a place that is not there', `export default { slots: { header: () => null } };`, '`slots.header`'],
  ])('that %s is named with its file and part, and stops nothing else', async (_, code, said) => {
    const found = await wordsOf(code);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });

  test('two checks of one code, two files of one name', async () => {
    const one = `{ code: 'a', message: { de: 'a', en: 'a' }, fix: { de: 'a', en: 'a' }, find: () => [] }`;
    const file = `{ path: 'a.csv', text: { de: 'a' }, make: () => '' }`;
    const found = await wordsOf(`export default { checks: [${one}, ${one}], exports: [${file}, ${file}] };`);
    expect(found.map((words) => /`([^`]+)`/.exec(words)?.[1])).toEqual(['checks[1] (a)', 'exports[1] (a.csv)']);
  });

  test('is no link to somewhere else', async () => {
    const contentDir = folderWith('globalThis.wasRunThroughLink = true;\nexport default {};');
    renameSync(join(contentDir, 'extensions.ts'), join(contentDir, 'elsewhere.ts'));
    symlinkSync(join(contentDir, 'elsewhere.ts'), join(contentDir, 'extensions.ts'));
    const { problems } = await loadExtension({ contentDir });
    expect(problems.map(({ words }) => words?.de.message)).toEqual([expect.stringContaining('Verweis')]);
    expect(globalThis).not.toHaveProperty('wasRunThroughLink');
  });
});

/** A repository whose town has a check, and a branch on which a stranger works. */
function repository(): {
  contentDir: string;
  git: (...args: string[]) => void;
  write: (file: string, text: string) => void;
} {
  const contentDir = folderWith(`export default { checks: [{
    code: 'no-summary', message: { de: 'Kurz', en: '“{title}” is short' }, fix: { de: 'Länger', en: 'Write more' },
    find: ({ catalogue }) => [...catalogue.offers.values()].map(({ file, data }) => ({ file, at: ['title'], values: { title: data.title } })),
  }] };`);
  const git = (...args: string[]): void =>
    void execFileSync(
      'git',
      ['-C', contentDir, '-c', 'user.name=Redaktion', '-c', 'user.email=redaktion@example.org', ...args],
      { stdio: 'ignore' },
    );
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x');
  git('checkout', '--quiet', '-b', 'change');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(contentDir, file)), { recursive: true });
    writeFileSync(join(contentDir, file), text);
  };
  return { contentDir, git, write };
}

describe('what a stranger proposes', () => {
  const offer = validFile('offers/sprachcafe.md');

  test('is checked by the town’s own code as it was before, in the files that are touched', async () => {
    const { contentDir, write } = repository();
    write('offers/neu.md', offer);
    const { out, code } = await runCommand(check, contentDir, ['--changed', 'main']);
    expect(out).toContain('own/no-summary');
    expect(out.match(/own\/no-summary/g)).toHaveLength(1);
    expect(out).toContain('offers/neu.md:2:8');
    expect(code).toBe(0);
  });

  test.each([
    ['extensions.ts', 'globalThis.wasRunByStranger = true;\nexport default {};'],
    ['extensions/more.ts', 'globalThis.wasRunByStranger = true;'],
  ])('is never run: %s', async (file, evil) => {
    const { contentDir, git, write } = repository();
    write(file, evil);
    const asWritten = await runCommand(check, contentDir, ['--changed', 'main']);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'harmless');
    const asCommitted = await runCommand(check, contentDir, ['--changed', 'main']);
    const whole = await runCommand(check, contentDir, [], { TRUSTED_REF: 'main' });
    const unknown = await runCommand(check, contentDir, [], { TRUSTED_REF: 'no-such-branch' });
    for (const { out, code } of [asWritten, asCommitted, whole, unknown]) {
      expect(out).toContain('extension-unreviewed');
      expect(out).not.toContain('own/');
      expect(code).toBe(0);
    }
    expect(globalThis).not.toHaveProperty('wasRunByStranger');
  });

  test('is named even where the content is wrong, too', async () => {
    const { contentDir, write } = repository();
    write('extensions.ts', 'export default {};');
    write('offers/neu.md', offer.replace('status: active', 'status: aktiv'));
    const { out, code } = await runCommand(check, contentDir, ['--changed', 'main']);
    expect(out).toMatch(/wrong-value[\s\S]*extension-unreviewed|extension-unreviewed[\s\S]*wrong-value/);
    expect(code).toBe(1);
  });
});

describe('no way in for strangers writes it', () => {
  test('not the editor in the browser', () => {
    const config = cmsConfig({
      ...fieldContext('', 'de'),
      title: 'x',
      folder: 'content',
      access: { repository: { kind: 'github', url: 'https://github.com/kreis/angebote' } },
      siteUrl: 'https://example.org',
    });
    for (const { folder, files, ...more } of config.collections) {
      // The root of the content is open to single files alone, all of them YAML.
      expect(folder).not.toBe('content');
      expect(JSON.stringify(more)).not.toMatch(/"extension":"(?!md|yml)/);
      for (const one of files ?? []) expect(one.file).toMatch(/\.yml$/);
    }
    expect(JSON.stringify(config)).not.toContain('content/extensions');
  });

  test('not the inbox, whatever the hand-in is called', () => {
    const handIn = { kind: 'offer', data: {}, body: '' } as unknown as Parameters<typeof filesOf>[0];
    for (const id of ['../extensions.ts', 'extensions.ts', '..', 'a/../../extensions'])
      expect(() => filesOf(handIn, id, '2026-11-22')).toThrow('Not an id');
    expect(filesOf(handIn, 'extensions', '2026-11-22').map(({ path }) => path)).toEqual(['offers/extensions.md']);
  });

  test('not an import', () => {
    const { files, unusable } = readOwnCatalogue({
      version: 1,
      scope: 'full',
      site: { source_language: 'de' },
      offers: [{ id: '../extensions', language: 'de', data: {} }],
      files: { 'extensions.ts': { default: {} }, 'extensions/a.ts': {}, '../package.json': {} },
    });
    expect(files).toEqual([]);
    expect(unusable).toEqual(['extensions.ts', 'extensions/a.ts', '../package.json', 'offers/../extensions']);
  });
});
