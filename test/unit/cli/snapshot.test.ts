import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { snapshot } from '../../../src/cli/snapshot.ts';
import type { Snapshot } from '../../../src/model/schema.generated.ts';
import { changedOffer, contentFolder, today, validFile } from '../../support/content-folder.ts';
import { runCommand, wrongCalls } from './run-command.ts';

// Whole commands on whole folders, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 });

const run = (folder: string, ...args: string[]) => runCommand(snapshot, folder, args);
const fileOf = (folder: string, date: string): string => join(folder, 'snapshots', `${date}.yml`);
const read = (folder: string, date: string): Snapshot => parse(readFileSync(fileOf(folder, date), 'utf8')) as Snapshot;

/** A repository with one commit a day; the content folder in it. */
function repository(days: Readonly<Record<string, Readonly<Record<string, string>>>>): {
  root: string;
  folder: string;
} {
  const root = mkdtempSync(join(tmpdir(), 'snapshot-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'content');
  const git = (date: string, ...args: string[]): void => {
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    execFileSync('git', ['-C', root, '-c', 'user.name=R', '-c', 'user.email=r@example.org', ...args], {
      env,
      stdio: 'pipe',
    });
  };
  git('', 'init', '--quiet', '--initial-branch=main');
  writeFileSync(join(root, 'README'), 'Noch keine Inhalte.');
  git('2025-01-01T12:00:00Z', 'add', '--all');
  git('2025-01-01T12:00:00Z', 'commit', '--quiet', '--message=x');
  for (const [date, files] of Object.entries(days)) {
    cpSync(contentFolder(undefined, files), folder, { recursive: true });
    git(`${date}T12:00:00Z`, 'add', '--all');
    git(`${date}T12:00:00Z`, 'commit', '--quiet', '--message=x');
  }
  return { root, folder };
}

describe('snapshot', () => {
  it('writes the state of today where the site finds it', async () => {
    const folder = contentFolder();
    const { code, out } = await run(folder);
    expect([code, out]).toEqual([0, `Wrote ${fileOf(folder, today)}: 2 offers.\n`]);
    const { value, problems } = await loadCatalogue({ contentDir: folder, today });
    expect(problems).toEqual([]);
    expect(value!.snapshots.map(({ date }) => date)).toContain(today);
    expect(value!.snapshots.at(-1)!.offers['sprachcafe']).toMatchObject({ standing: 'active' });
    // One line an offer: what changed between two snapshots can be read from their difference.
    expect(readFileSync(fileOf(folder, today), 'utf8')).toMatch(/^ {2}sprachcafe: \{ title: .*text: .* \}$/m);
  });

  it('writes the same bytes for the same content, and leaves a file alone that is right', async () => {
    const folder = contentFolder();
    await run(folder);
    const first = readFileSync(fileOf(folder, today));
    utimesSync(fileOf(folder, today), 1, 1);
    const { code, out } = await run(folder);
    expect(code).toBe(0);
    expect(out).toContain('is like that already');
    expect(statSync(fileOf(folder, today)).mtimeMs).toBe(1000);
    expect(readFileSync(fileOf(folder, today))).toEqual(first);
  });

  it('keeps titles whatever is in them', async () => {
    const folder = contentFolder(undefined, changedOffer('title: Sprachcafé Ziegelhof', `title: '{a}: "b", # c'`));
    await run(folder);
    expect(read(folder, today).offers['sprachcafe']?.title).toBe('{a}: "b", # c');
  });

  it('reads an earlier day from the history and touches nothing else', async () => {
    const { root, folder } = repository({
      '2026-02-05': changedOffer('title: Sprachcafé Ziegelhof', 'title: Alter Titel'),
      '2026-02-20': { ...changedOffer('kleinen', 'runden'), 'offers/neu.md': validFile('offers/sprachcafe.md') },
    });
    const before = execFileSync('git', ['-C', root, 'status', '--porcelain'], { encoding: 'utf8' });
    expect((await run(folder, '--date', '2026-02-10')).code).toBe(0);
    expect((await run(folder, '--date', '2026-02-20')).code).toBe(0);
    expect(read(folder, '2026-02-10').offers['sprachcafe']?.title).toBe('Alter Titel');
    expect(Object.keys(read(folder, '2026-02-10').offers)).not.toContain('neu');
    expect(Object.keys(read(folder, '2026-02-20').offers)).toContain('neu');
    const after = execFileSync('git', ['-C', root, 'status', '--porcelain'], { encoding: 'utf8' });
    expect(before).toBe('');
    expect(after).toBe('?? content/snapshots/2026-02-10.yml\n?? content/snapshots/2026-02-20.yml\n');
  });

  it('says what to do where the history has no such day', async () => {
    const { root, folder } = repository({ '2026-02-05': {}, '2026-02-20': changedOffer('kleinen', 'runden') });
    const nothing = await run(folder, '--date', '2024-12-31');
    expect([nothing.code, nothing.err]).toEqual([1, 'On 2024-12-31 there was nothing in this repository yet.\n']);
    expect((await run(folder, '--date', '2026-01-15')).err).toContain('there was no folder');

    const shallow = mkdtempSync(join(tmpdir(), 'snapshot-shallow-'));
    onTestFinished(() => rmSync(shallow, { recursive: true, force: true }));
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${root}`, shallow], { stdio: 'pipe' });
    const cut = await run(join(shallow, 'content'), '--date', '2026-02-10');
    expect([cut.code, cut.err]).toEqual([1, expect.stringContaining('git fetch --unshallow')]);

    const alone = await run(contentFolder(), '--date', '2026-02-10');
    expect([alone.code, alone.err]).toEqual([1, expect.stringContaining('is in no Git repository')]);
  });

  it('shows what keeps the content of a day from being read', async () => {
    const { folder } = repository({ '2026-02-05': changedOffer('status: active', 'status: aktiv') });
    const { code, err } = await run(folder, '--date', '2026-02-10');
    expect(code).toBe(1);
    expect(err).toContain(
      'The content as it was on 2026-02-10 does not pass today’s checks:\noffers/sprachcafe.md:5: “aktiv”',
    );
  });

  it.each([...wrongCalls, ['--date', '2025-02-30'], ['--date', 'gestern'], ['--date', '2027-01-01'], ['wort']])(
    'refuses %s %s',
    async (...args) => {
      const { code, err } = await run(contentFolder(), ...args.filter((arg) => arg !== undefined));
      expect(code).toBe(2);
      expect(err).toMatch(/--help\n$/);
    },
  );

  it('explains itself in both languages', async () => {
    expect((await run(contentFolder(), '--help', '--lang', 'de')).out).toContain('Treffen');
    expect((await run(contentFolder(), '--help')).out).toContain('meeting');
  });
});
