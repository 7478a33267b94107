import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/cli/check.ts';
import { contentFolder, today } from '../../support/content-folder.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(
  contentDir: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  isTty = false,
): Promise<Run> {
  let out = '';
  let err = '';
  const code = await check(args, {
    env: { CONTENT_DIR: contentDir, BUILD_DATE: today, LANG: 'en_GB.UTF-8', ...env },
    isTty,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

describe('exit code', () => {
  it('0 when all is well', async () => {
    expect(await run(contentFolder())).toEqual({ code: 0, out: 'Everything is in order.\n', err: '' });
  });

  it('0 with warnings only', async () => {
    const { code, out } = await run(contentFolder('review-due'));
    expect(code).toBe(0);
    expect(out).toContain('0 errors and 1 warning in 1 file.');
  });

  it('1 with errors', async () => {
    expect((await run(contentFolder('bad-date'))).code).toBe(1);
  });

  it('0 with a gap in the offers, 1 where --targets asks for it, in every format', async () => {
    const folder = contentFolder('target-unmet');
    const plain = await run(folder);
    expect([plain.code, plain.out]).toEqual([0, expect.stringContaining('0 errors and 1 warning in 1 file.')]);
    expect(plain.out).toContain('Türkisch” is not met in 2 of 3 cases: Lindenau (ar), Lindenau (tr).');
    const { code, out } = await run(folder, ['--targets']);
    expect([code, out]).toEqual([1, expect.stringContaining('1 error')]);
    const github = await run(folder, ['--targets', '--format', 'github']);
    expect([github.code, github.out]).toEqual([1, expect.stringMatching(/^::error .*targets\.yml,line=5/)]);
    for (const format of ['json', 'gitlab']) {
      const other = await run(folder, ['--targets', '--format', format]);
      expect([other.code, JSON.parse(other.out)]).toEqual([1, [expect.anything()]]);
    }
    expect((await run(contentFolder(), ['--targets'])).code).toBe(0);
    expect((await run(folder, ['--targets', 'offers'])).code).toBe(0);
  });

  it.each([
    [['--targets', '--changed', 'main'], '--targets and --changed do not go together'],
    [['--format', 'xml'], 'There is no format “xml”. Possible are: text, json, github, gitlab.'],
    [['--lang', 'fr'], 'The language “fr” is not available here. Possible are: de, en.'],
    [['--colour'], 'I do not understand this call'],
    [['offers/gibt-es-nicht.md'], 'There is no file or folder “offers/gibt-es-nicht.md”.'],
  ])('2 for %j, with a hint', async (args, reason) => {
    const { code, out, err } = await run(contentFolder(), args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
    expect(err).toContain('npm run check -- --help');
  });

  it('2 for a folder that does not exist', async () => {
    const { code, err } = await run('/gibt/es/nicht', [], { LANG: 'de_DE.UTF-8' });
    expect([code, err]).toEqual([2, 'Den Ordner „/gibt/es/nicht“ gibt es nicht.\nHilfe: npm run check -- --help\n']);
  });
});

describe('paths', () => {
  it('limit what is shown, not what is known', async () => {
    const folder = contentFolder('protected-leak');
    expect((await run(folder, [join(folder, 'offers/frauenberatung.md')])).code).toBe(1);
    expect((await run(folder, ['offers/frauenberatung.md'])).code).toBe(1);
    expect((await run(folder, ['offers'])).code).toBe(1);
    expect(await run(folder, ['offers/sprachcafe.md'])).toEqual({ code: 0, out: 'Everything is in order.\n', err: '' });
    expect((await run(folder, ['places', 'pages/de'])).code).toBe(0);
  });
});

describe('language and colour', () => {
  it('follows the environment, and --lang before it', async () => {
    const folder = contentFolder();
    expect((await run(folder, [], { LANG: 'de_AT.UTF-8' })).out).toBe('Alles in Ordnung.\n');
    expect((await run(folder, [], { LANG: 'C' })).out).toBe('Everything is in order.\n');
    expect((await run(folder, [], { LANG: 'de_DE', LC_ALL: 'en_GB' })).out).toBe('Everything is in order.\n');
    expect((await run(folder, ['--lang', 'de'])).out).toBe('Alles in Ordnung.\n');
  });

  it('helps in both', async () => {
    expect(await run(contentFolder(), ['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Checks all content') as string,
    });
    expect((await run(contentFolder(), ['-h', '--lang', 'de'])).out).toContain('Prüft alle Inhalte');
  });

  it('colours a terminal unless NO_COLOR is set', async () => {
    const folder = contentFolder('bad-date');
    expect((await run(folder, [], {}, true)).out).toContain('\u001b[');
    expect((await run(folder, [], { NO_COLOR: '1' }, true)).out).not.toContain('\u001b[');
    expect((await run(folder)).out).not.toContain('\u001b[');
  });
});

it('knows the texts of the interface that may be replaced', async () => {
  const { code, out } = await run(contentFolder('unknown-text-key'));
  expect([code, out]).toEqual([0, expect.stringContaining('Did you mean `app.home`?')]);
});

it('prints valid reports when there is nothing to say', async () => {
  const folder = contentFolder();
  expect((await run(folder, ['--format', 'json'])).out).toBe('[]\n');
  expect((await run(folder, ['--format', 'gitlab'])).out).toBe('[]\n');
  expect((await run(folder, ['--format', 'github'])).out).toBe('');
});
