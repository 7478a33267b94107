import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { themeContrast } from '../../../src/assets/theme-contrast.ts';
import { loadCatalogue } from '../../../src/catalogue.ts';
import type { Terminal } from '../../../src/cli/check.ts';
import { init } from '../../../src/cli/init.ts';
import { today } from '../../support/content-folder.ts';

const root = join(import.meta.dirname, '../../..');

/** A folder with what tells the demo from a town's own content. */
function demoFolder(region = 'kreis-merletal'): string {
  const folder = mkdtempSync(join(tmpdir(), 'init-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'content/offers'), { recursive: true });
  cpSync(join(root, 'content/site.yml'), join(folder, 'content/site.yml'));
  const site = readFileSync(join(folder, 'content/site.yml'), 'utf8');
  writeFileSync(join(folder, 'content/site.yml'), site.replace('region: kreis-merletal', `region: ${region}`));
  writeFileSync(join(folder, 'content/offers/beispiel.md'), 'x');
  return folder;
}

async function run(
  folder: string,
  args: readonly string[],
  lines: readonly string[] = [],
): Promise<{ code: number; out: string }> {
  let out = '';
  const left = [...lines];
  const env = { CONTENT_DIR: join(folder, 'content'), BUILD_DATE: today, LANG: 'en' };
  const terminal = { env, out: (text: string) => (out += text), err: (text: string) => (out += text) };
  const code = await init(args, terminal as unknown as Terminal, (prompt) => {
    out += prompt;
    return Promise.resolve(left.shift());
  });
  return { code, out };
}

const answers = [
  'Bad Merlingen',
  '',
  '059990',
  '05999045',
  'Stadt Bad Merlingen',
  '',
  'post@example.org',
  'de, klingon',
  'de, en, ar',
  '',
  'https://gitlab.example.org/stadt/lotse',
  '#ffd700',
  'floppy',
  'gitlab-pages',
];

describe('a town begins', () => {
  test('with answers that are asked again where they do not fit, and a site that passes the checks', async () => {
    const folder = demoFolder();
    const { code, out } = await run(folder, ['--force'], answers);
    expect(out).toContain('Publish           under Settings → CI/CD → Variables: DEPLOY = gitlab-pages');
    expect(code).toBe(0);
    expect(out.match(/That does not fit/g)).toHaveLength(3);
    expect(readdirSync(join(folder, 'content')).sort()).toEqual(['pages', 'places', 'site.yml', 'theme']);
    expect(readdirSync(folder)).toEqual(['content']);

    const { value, problems } = await loadCatalogue({ contentDir: join(folder, 'content'), today });
    expect(problems).toEqual([]);
    expect(value!.site).toMatchObject({
      region: 'bad-merlingen',
      languages: ['de', 'en', 'ar'],
      hand_in: { repository: { kind: 'gitlab' }, email: 'post@example.org' },
    });
    expect(value!.pages.get('impressum')!.data.placeholder).toBe(true);
  });

  test.each(['#ffd700', '#ffffff', '#000000', '#c8102e', '#7fdbca'])(
    'a colour like %s becomes one that can be read',
    async (colour) => {
      const folder = demoFolder();
      await run(folder, ['--force'], [...answers.slice(0, -3), colour, '']);
      const tokens = readFileSync(join(root, 'src/views/styles/tokens.css'), 'utf8');
      expect(themeContrast(tokens, readFileSync(join(folder, 'content/theme/theme.css'), 'utf8'))).toEqual([]);
    },
  );

  test('without questions, from a file', async () => {
    const folder = demoFolder();
    const file = join(folder, 'answers.yml');
    writeFileSync(file, 'name: Kreis Muster\nkind: district\nags: 05999\npublisher: Kreis Muster\nlanguages: [de]\n');
    expect((await run(folder, ['--force', '--answers', file])).code).toBe(0);
    const { value } = await loadCatalogue({ contentDir: join(folder, 'content'), today });
    expect(value!.places.get('kreis-muster')!.data).toEqual({ name: 'Kreis Muster', kind: 'district', ags: '05999' });
    writeFileSync(file, 'name: Kreis Muster\n');
    rmSync(join(folder, 'content/site.yml'));
    expect((await run(folder, ['--force', '--answers', file])).out).toContain('“ags” is missing');
    writeFileSync(file, 'name: [Kreis\n');
    expect((await run(folder, ['--force', '--answers', file])).out).toContain('A line looks like this');
    expect((await run(folder, ['--force', '--answers', `${file}.no`])).out).toContain(`There is no file “${file}.no”.`);
  });
});

describe('nothing is lost', () => {
  test('content of one’s own is never touched', async () => {
    const folder = demoFolder('stadt-x');
    expect(await run(folder, ['--force'], answers)).toMatchObject({
      code: 1,
      out: expect.stringContaining('content of your own'),
    });
    expect(existsSync(join(folder, 'content/offers/beispiel.md'))).toBe(true);
  });

  test('examples that Git could not bring back stay, and so they do where the questions are broken off', async () => {
    const folder = demoFolder();
    expect((await run(folder, [], answers)).out).toContain('not committed');
    expect((await run(folder, ['--force'], answers.slice(0, 3))).out).toContain('Nothing was changed.');
    expect(existsSync(join(folder, 'content/offers/beispiel.md'))).toBe(true);

    const git = (...args: string[]) =>
      spawnSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]);
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'x');
    expect((await run(folder, [], answers)).code).toBe(0);
  });
});
