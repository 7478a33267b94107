import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { codeOf } from '../../../../src/check/changes/markdown-code.ts';
import { check } from '../../../../src/cli/check.ts';
import { contentFolder, today, validFile } from '../../../support/content-folder.ts';

interface Repository {
  readonly contentDir: string;
  readonly git: (...args: string[]) => string;
  readonly write: (file: string, text: string | undefined) => void;
  readonly commit: () => void;
  readonly check: (...args: string[]) => Promise<{ code: number; codes: string[]; out: string; err: string }>;
  readonly summary: () => Promise<string>;
}

/** A repository with the valid fixture on `main`, and a branch `change` that is checked out. */
function repository(folder = 'content'): Repository {
  const root = mkdtempSync(join(tmpdir(), 'changes-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const contentDir = join(root, folder);
  cpSync(contentFolder(), contentDir, { recursive: true });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const commit = (): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'x');
  };
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Redaktion');
  git('config', 'user.email', 'redaktion@example.org');
  commit();
  git('checkout', '--quiet', '-b', 'change');

  async function run(...args: string[]) {
    let out = '';
    let err = '';
    const env = { CONTENT_DIR: contentDir, BUILD_DATE: today };
    const code = await check(['--lang', 'en', ...args], {
      env,
      isTty: false,
      out: (text) => (out += text),
      err: (text) => (err += text),
    });
    const problems = args.includes('json') ? (JSON.parse(out) as { code: string; file: string }[]) : [];
    const codes = problems.map(
      (problem) => `${problem.file.slice(problem.file.indexOf(`${folder}/`) + folder.length + 1)} ${problem.code}`,
    );
    return { code, codes, out, err };
  }

  return {
    contentDir,
    git,
    commit,
    write(file, text) {
      const path = join(contentDir, file);
      mkdirSync(dirname(path), { recursive: true });
      if (text === undefined) rmSync(path);
      else writeFileSync(path, text);
    },
    check: (...args) => run('--changed', 'main', '--format', 'json', ...args),
    async summary() {
      const file = join(root, 'summary.md');
      await run('--changed', 'main', '--summary', file);
      const text = readFileSync(file, 'utf8');
      rmSync(file);
      return text;
    },
  };
}

const sheet = validFile('offers/sprachcafe.md');

describe('check --changed', () => {
  it('finds what is wrong in files that are committed, staged, edited or new', async () => {
    const { write, git, commit, check: run } = repository();
    write('offers/eins.md', sheet.replace('place: ziegelhof', 'place: eins'));
    commit();
    write('offers/zwei.md', sheet.replace('place: ziegelhof', 'place: zwei'));
    git('add', '.');
    write('offers/drei.md', sheet.replace('place: ziegelhof', 'place: drei'));
    write('offers/frauenberatung.md', validFile('offers/frauenberatung.md').replace('place: haus-rose', 'place: vier'));
    const { code, codes } = await run();
    expect(code).toBe(1);
    expect(codes).toEqual([
      'offers/drei.md unknown-reference',
      'offers/eins.md unknown-reference',
      'offers/frauenberatung.md unknown-reference',
      'offers/zwei.md unknown-reference',
    ]);
  });

  it('finds what a change breaks in files that nobody touched', async () => {
    const { write, check: run } = repository();
    write('organisations/sprachbruecke.md', undefined);
    write('offers/sprachcafe.md', sheet.replace('summary: Deutsch', 'summary: Gern Deutsch'));
    const { code, codes } = await run();
    expect(code).toBe(1);
    expect(codes.filter((line) => line.includes('unknown-reference'))).toEqual([
      'offers/frauenberatung.md unknown-reference',
      'offers/sprachcafe.md unknown-reference',
    ]);
    expect(codes).toContain('offers/sprachcafe.en.md translation-outdated');
  });

  it('says nothing about what was wrong before in files that nobody touched', async () => {
    const { write, git, commit, check: run } = repository();
    git('checkout', '--quiet', 'main');
    write('offers/alt.md', sheet.replace('place: ziegelhof', 'place: alt'));
    commit();
    git('checkout', '--quiet', '-B', 'change');
    write('offers/neu.md', sheet.replace('title: ', 'title: Neues '));
    expect(await run()).toMatchObject({ code: 0, codes: [] });
    // A second problem of the same kind is a new one.
    write('places/ziegelhof.md', undefined);
    const { codes } = await run();
    expect(codes.filter((line) => line.startsWith('offers/alt.md'))).toEqual([]);
    expect(codes).toContain('offers/sprachcafe.md unknown-reference');
  });

  it('does not count what the other side has got since the branch began', async () => {
    const { write, git, commit, check: run } = repository();
    write('offers/neu.md', sheet.replace('place: ziegelhof', 'place: neu'));
    commit();
    git('checkout', '--quiet', 'main');
    write('offers/sprachcafe.md', sheet.replace('title: Sprach', 'title: Deutsch'));
    write('offers/andere.md', sheet);
    commit();
    git('checkout', '--quiet', 'change');
    expect((await run()).codes).toEqual(['offers/neu.md unknown-reference']);
  });

  it('leaves work tree, index and branches as they are', async () => {
    const { contentDir, git, write, check: run } = repository();
    write('offers/neu.md', sheet);
    git('add', '.');
    write('offers/neu.md', `${sheet}\nMehr.`);
    const state = (): string =>
      git('status', '--porcelain=v2', '--branch') + git('for-each-ref') + git('ls-files', '--stage');
    const before = state();
    await run();
    expect(state()).toBe(before);
    expect(existsSync(join(contentDir, 'offers/neu.md'))).toBe(true);
  });

  it('narrows down to given paths, too', async () => {
    const { contentDir, write, check: run } = repository();
    write('offers/eins.md', sheet.replace('place: ziegelhof', 'place: eins'));
    write('offers/zwei.md', sheet.replace('place: ziegelhof', 'place: zwei'));
    expect((await run(join(contentDir, 'offers/zwei.md'))).codes).toEqual(['offers/zwei.md unknown-reference']);
  });

  it('works where the content is the whole repository', async () => {
    const { contentDir } = repository();
    rmSync(join(contentDir, '../.git'), { recursive: true });
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', contentDir, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args]);
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
    writeFileSync(join(contentDir, 'offers/neu.md'), sheet.replace('place: ziegelhof', 'place: neu'));
    let out = '';
    const code = await check(['--changed', 'HEAD', '--format', 'json'], {
      env: { CONTENT_DIR: contentDir, BUILD_DATE: today },
      isTty: false,
      out: (text) => (out += text),
      err: () => {},
    });
    expect([code, (JSON.parse(out) as unknown[]).length]).toEqual([1, 1]);
  });

  it('takes names with spaces, umlauts and line breaks for what they are', async () => {
    const { write, check: run } = repository();
    write('offers/Größe 1\n2.md', sheet);
    expect((await run()).codes).toEqual(['offers/Größe 1\n2.md bad-file-name']);
  });

  it.each(['nirgends', '--output=x', '', 'main:content'])('refuses the state %j', async (ref) => {
    const { contentDir } = repository();
    let err = '';
    const code = await check([`--changed=${ref}`, '--lang', 'de'], {
      env: { CONTENT_DIR: contentDir },
      isTty: false,
      out: () => {},
      err: (text) => (err += text),
    });
    expect(code).toBe(2);
    expect(err).toMatch(/kennt Git hier nicht/);
  });

  it('refuses a folder without git, and a summary of nothing', async () => {
    const { contentDir } = repository();
    rmSync(join(contentDir, '../.git'), { recursive: true });
    const run = (...args: string[]) =>
      check(args, { env: { CONTENT_DIR: contentDir }, isTty: false, out: () => {}, err: () => {} });
    expect(await run('--changed', 'main')).toBe(2);
    expect(await run('--summary', 'x.md')).toBe(2);
    expect(existsSync('x.md')).toBe(false);
  });
});

describe('the summary', () => {
  it('says field by field and in both languages what changes', async () => {
    const { write, summary } = repository();
    write(
      'offers/sprachcafe.md',
      sheet
        .replace('from: 16:00', 'from: 15:30')
        .replace('delivery: [on-site]', 'delivery: [on-site, online]')
        .replace('  - { code: ar, kind: interpreter }\n', '')
        .replace(/\n---\n\n/, '\n---\n\nBitte klingeln.\n\n'),
    );
    const text = await summary();
    const [german = '', english = ''] = text.split('\n\n---\n\n');
    expect(german).toMatch(/^## Zusammenfassung\n\nGeändert: 1\n/);
    expect(german).toContain('  - Wann 1 › Von: `16:00` → `15:30`');
    expect(german).toMatch(/ {2}- .*: dazu `online`/);
    expect(german).toMatch(/Sprachen 2: entfernt \(`code: ar, kind: interpreter`\)/);
    expect(german).toContain('Beschreibung: 1 Zeile dazu, 0 weg');
    expect(german).toContain('- `/de/angebote/sprachcafe/`');
    expect(english).toMatch(/^## Summary\n\nChanged: 1\n/);
    expect(english).toMatch(/[A-Z][a-z ]+ 1 › From: `16:00` → `15:30`/);
  });

  it('lists what is new and deleted, and the problems that come and go', async () => {
    const { write, summary } = repository();
    write('organisations/sprachbruecke.md', undefined);
    write(
      'offers/neu.md',
      sheet.replace('title: Sprachcafé', 'title: Tanzabend').replace('place: ziegelhof', 'place: saal'),
    );
    const text = await summary();
    expect(text).toMatch(/Neu: 1 · Gelöscht: 1\n\n❌ 4 Fehler/);
    expect(text).toMatch(
      /### Probleme in den geänderten Dateien\n\n- \*\*Fehler\*\* `[^`]*content\/offers\/neu\.md:\d+` `unknown-reference`/,
    );
    expect(text).toMatch(
      /### Problems that this causes elsewhere\n\n- \*\*error\*\* `[^`]*content\/offers\/frauenberatung\.md/,
    );
    expect(text).toMatch(
      /### Gelöscht\n\n- `[^`]*content\/organisations\/sprachbruecke\.md` `Sprachbrücke Musterland e\. V\.`/,
    );
  });

  it('notices an offer that may be there already', async () => {
    const { write, summary } = repository();
    write('offers/cafe-sprache.md', sheet.replace('title: Sprachcafé Ziegelhof', 'title: Ziegelhof-Sprachcafe'));
    write('offers/schach.md', sheet.replace('title: Sprachcafé Ziegelhof', 'title: Schachklub für Jugendliche'));
    const text = await summary();
    expect(text).toMatch(
      /### Gibt es das schon\?\n\n- `cafe-sprache` sieht aus wie `sprachcafe` \(`Sprachcafé Ziegelhof`, \d+ %\)\n\n/,
    );
    expect(text).not.toMatch(/- `schach` /);
  });

  it('repeats no names, no consent and no protected address', async () => {
    const { write, summary } = repository();
    const consent = 'consent: { given_on: 2026-01-01, scope: [name], valid_until: 2027-01-01, record: Ordner 7 }';
    write('offers/sprachcafe.md', sheet.replace('role: Anmeldung', `person: Ayla Demir\n    ${consent}`));
    write('places/haus-rose.md', validFile('places/haus-rose.md').replace('Rosenstraße 7', 'Dornenweg 9'));
    write(
      'offers/neu.md',
      sheet
        .replace('contacts:', `contacts:\n  - person: Ayla Demir\n    ${consent}`)
        .replace('place: ziegelhof', 'place: { town: lindenau, street: Dornenweg 9, protected: true }'),
    );
    const text = await summary();
    expect(text).toMatch(/Person: geändert \(wird hier nicht gezeigt\)/);
    expect(text).not.toMatch(/Ayla|Ordner 7|Dornenweg|Rosenstraße/);
  });

  it('leads to the pages of the network’s own work, and keeps the words of needs to itself', async () => {
    const { write, summary } = repository();
    const measure = 'concept/measures/abendkurs.md';
    const need = 'concept/needs/abendkurs-lindenau.md';
    write(measure, validFile(measure).replace('status: running', 'status: established'));
    write('networks/netzwerk-integration.md', validFile('networks/netzwerk-integration.md').replace('Vier', 'Drei'));
    write(need, validFile(need).replace('Abendkurs mit', 'Dringend, ein Abendkurs mit').replace('12', '15'));
    write('concept/needs/neu.md', validFile(need).replace('Abendkurs mit', 'Geheim, ein Kurs mit'));
    const text = await summary();
    expect(text).toContain('- `/de/konzept/massnahmen/abendkurs/`\n- `/de/netzwerke/netzwerk-integration/`');
    expect(text).toContain('Stand: `running` → `established`');
    expect(text).toContain('Wie viele: `12` → `15`');
    expect(text).not.toMatch(/Dringend|Geheim|\/needs\/abendkurs-lindenau\/`/);
  });

  it('lets nothing from the content become markup', async () => {
    const { write, summary } = repository();
    const nasty =
      '`` @everyone ![x](https://evil.example.org/p.png) <img src=x onerror=alert(1)> [a](javascript:alert(1)) https://evil.example.org #1 !2 \u202e';
    write(
      'offers/neu.md',
      sheet
        .replace(/title: .*/, `title: ${JSON.stringify(`# ${nasty}`)}`)
        .replace('place: ziegelhof', `place: ${JSON.stringify(nasty)}`)
        .replace('role: Anmeldung', `role: ${JSON.stringify(`a\n\n# ${nasty}\n\n\`\`\`\n`)}\n    "@team <b>": x`),
    );
    write('offers/a`@all`.md', sheet);
    write('texts/de.yml', `"@all <img>": "${'x'.repeat(10)}"\n`);
    const text = await summary();
    expect(text).toContain('@everyone');
    for (const line of text.split('\n')) {
      // What is left of a line without its inline code, found the way Markdown finds it.
      let rest = '';
      for (let at = 0; at < line.length;) {
        const run = /^`+/.exec(line.slice(at))?.[0];
        const close = run === undefined ? -1 : line.slice(at + run.length).search(new RegExp(`(?<!\`)${run}(?!\`)`));
        if (run === undefined) rest += line[at];
        at += run === undefined ? 1 : close === -1 ? run.length : run.length * 2 + close;
        if (run !== undefined && close === -1) rest += run;
      }
      expect(rest).not.toMatch(/[@<>[\]!`\u202e]|https?:|#\d|www\./);
    }
  });

  it('stays short enough for a comment, however much changes', async () => {
    const { write, summary } = repository();
    for (let number = 0; number < 120; number += 1)
      write(
        `offers/angebot-${number}.md`,
        sheet
          .replace('place: ziegelhof', `place: ${'x'.repeat(60)}`)
          .replace(/title: .*/, `title: ${'Langer Titel '.repeat(10)}${number}`),
      );
    const text = await summary();
    expect(text.length).toBeLessThan(65_000);
    expect(text).toMatch(/… und \d+ weitere/);
  });
});

describe('codeOf', () => {
  it.each([
    ['text', '`text`'],
    ['', '` `'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a```b``', '```` a```b`` ````'],
    ['two\nlines', '`two lines`'],
    ['\u0000', '`␀`'],
    ['مقهى', '`\u2068مقهى\u2069`'],
  ])('%j → %j', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('cuts between characters', () => {
    expect(codeOf('😀'.repeat(5), 3)).toBe('`😀😀😀…`');
  });
});
