import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFolder, validFile } from '../../support/content-folder.ts';
import { startFakeForge, type FakeForge, type ForgeKind } from './fake-forge.ts';
import { git, repositoryWithContent, runInbox, temporaryFolder, validOffer } from './run-inbox.ts';

const kinds: readonly ForgeKind[] = ['github', 'gitlab', 'forgejo'];
const sheet = validFile('offers/sprachcafe.md');
const file = 'content/offers/sprachcafe.md';

const settingsFor = (kind: ForgeKind, forge: FakeForge): Record<string, string> => ({
  INBOX_FORGE: kind,
  INBOX_FORGE_URL: forge.url,
  INBOX_PROJECT: 'kreis/angebote',
  INBOX_TOKEN: 'secret-token',
  INBOX_SPOOL: temporaryFolder(),
});

describe.each(kinds)('%s', (kind) => {
  it('gets a branch, a commit and a pull request for a new offer', async () => {
    const forge = await startFakeForge(kind, { [file]: sheet });
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    await inbox.hand({ kind: 'offer', data: validOffer, body: 'Räder sind da. 🚲' });
    await inbox.logged(/^opened offer/);
    const [pull, ...others] = forge.pulls;
    expect(others).toEqual([]);
    expect(pull).toMatchObject({ base: 'main', title: 'Neues Angebot: fahrradkurs-fuer-frauen' });
    expect(pull!.head).toMatch(/^hand-in\/fahrradkurs-fuer-frauen-2026-03-01-[0-9a-f]{8}$/);
    expect(pull!.body).not.toMatch(/Räder|4710125/);
    const text = forge.branches.get(pull!.head)!.get('content/offers/fahrradkurs-fuer-frauen.md');
    expect(text).toMatch(/^---\ntitle: Fahrradkurs für Frauen\n[^]*---\n\nRäder sind da\. 🚲\n$/);
    expect(forge.branches.get('main')!.size).toBe(1);
    expect(forge.commits).toHaveLength(1);
    expect(forge.commits[0]!.author).toBe('Angebotslotse Inbox <inbox@example.org>');
  });

  it('gets a new organisation and its offer in one commit and one pull request', async () => {
    const forge = await startFakeForge(kind, { [file]: sheet });
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    const organisation = { id: 'radtreff', data: { name: 'Radtreff Lindenau', kind: 'volunteer-group' } };
    await inbox.hand({ kind: 'offer', organisation, data: { ...validOffer, organisation: 'radtreff' } });
    await inbox.logged(/^opened offer/);
    expect([forge.pulls.length, forge.commits.length]).toEqual([1, 1]);
    const files = forge.branches.get(forge.pulls[0]!.head)!;
    expect([...files.keys()].toSorted()).toEqual([
      'content/offers/fahrradkurs-fuer-frauen.md',
      file,
      'content/organisations/radtreff.md',
    ]);
    expect(files.get('content/organisations/radtreff.md')).toBe(
      '---\nname: Radtreff Lindenau\nkind: volunteer-group\n---\n',
    );
    expect(files.get('content/offers/fahrradkurs-fuer-frauen.md')).toContain('organisation: radtreff\n');
    expect(forge.pulls[0]!.body).toContain('Der Träger ist neu');
    expect(forge.pulls[0]!.body).not.toContain('Radtreff');
  });

  it('gives a new organisation another id when the forge already has one of that name', async () => {
    const path = 'content/organisations/radtreff.md';
    const forge = await startFakeForge(kind, { [path]: 'somebody else' });
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    const organisation = { id: 'radtreff', data: { name: 'Radtreff Lindenau', kind: 'volunteer-group' } };
    await inbox.hand({ kind: 'offer', organisation, data: { ...validOffer, organisation: 'radtreff' } });
    await inbox.logged(/^opened offer/);
    const files = forge.branches.get(forge.pulls[0]!.head)!;
    expect(files.get(path)).toBe('somebody else');
    const [own] = [...files.keys()].filter((name) => name.startsWith('content/organisations/radtreff-'));
    expect(own).toMatch(/radtreff-[0-9a-f]{6}\.md$/);
    expect(files.get('content/offers/fahrradkurs-fuer-frauen.md')).toContain(
      `organisation: ${own!.slice('content/organisations/'.length, -3)}\n`,
    );
  });

  it('tells the reviewer when the forge has a newer text than the one that was checked', async () => {
    const newer = sheet.replace('title: Sprachcafé Ziegelhof', 'title: Sprachcafé im Ziegelhof');
    const forge = await startFakeForge(kind, { [file]: newer });
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    await inbox.hand({ kind: 'correction', id: 'sprachcafe', data: { title: 'Café der Sprachen' } });
    await inbox.logged(/^opened correction/);
    expect(forge.pulls[0]!.body).toMatch(/Achtung[^]*Attention/);
  });

  it('changes what the forge has now, not what was on disk', async () => {
    const newer = sheet.replace('title: Sprachcafé Ziegelhof', 'title: Sprachcafé im Ziegelhof');
    const forge = await startFakeForge(kind, { [file]: newer });
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    await inbox.hand({ kind: 'gone', id: 'sprachcafe' });
    await inbox.logged(/^opened gone/);
    expect(forge.branches.get(forge.pulls[0]!.head)!.get(file)).toBe(newer.replace('status: active', 'status: ended'));
  });

  it('loses nothing while the forge is down, and sends in the end', async () => {
    const forge = await startFakeForge(kind, { [file]: sheet });
    const down = new Set([503, 'lost-before'] as const);
    let number = 0;
    forge.mishap = () => [...down][(number += 1) % down.size];
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    await inbox.hand({ kind: 'gone', id: 'sprachcafe' });
    await inbox.hand({ kind: 'offer', data: validOffer });
    await inbox.logged(/^retry/, 5);
    expect((await inbox.get('/health')).json).toMatchObject({ waiting: 2, failed: 0 });
    forge.mishap = () => undefined;
    await inbox.logged(/^opened/, 2);
    expect(forge.pulls).toHaveLength(2);
    expect((await inbox.get('/health')).json).toMatchObject({ waiting: 0, failed: 0 });
  });

  it.each([401, 403, 404, 429, 500])('waits when the forge says %i to everything', async (status) => {
    const forge = await startFakeForge(kind, { [file]: sheet });
    // 404 is an answer to some questions; here the whole project has gone.
    forge.mishap = () => status;
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    await inbox.hand({ kind: 'offer', data: validOffer });
    await inbox.hand({ kind: 'gone', id: 'sprachcafe' });
    await inbox.logged(/^retry/, 8);
    expect((await inbox.get('/health')).json).toMatchObject({ waiting: 2, failed: 0 });
  });

  it('does the same work once, whichever answer gets lost on the way', async () => {
    const probe = await startFakeForge(kind, { [file]: sheet });
    const first = await runInbox(contentFolder(), settingsFor(kind, probe));
    await first.hand({ kind: 'gone', id: 'sprachcafe' });
    await first.logged(/^opened/);
    const steps = probe.requests.length;
    expect(steps).toBeGreaterThan(3);
    for (let step = 1; step <= steps; step += 1) {
      const forge = await startFakeForge(kind, { [file]: sheet });
      forge.mishap = (_, number) => (number === step ? 'lost-after' : undefined);
      const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
      await inbox.hand({ kind: 'gone', id: 'sprachcafe' });
      await inbox.logged(/^(opened|already-there) gone/);
      expect([forge.pulls.length, forge.commits.length, forge.branches.size], `step ${step}`).toEqual([1, 1, 2]);
      await inbox.close();
    }
  }, 30_000);

  it('finds what it had sent when it ended before it could note that', async () => {
    const forge = await startFakeForge(kind, { [file]: sheet });
    const env = settingsFor(kind, forge);
    const first = await runInbox(contentFolder(), env);
    forge.mishap = () => 500;
    await first.hand({ kind: 'still-correct', id: 'sprachcafe' });
    await first.logged(/^retry/);
    const waiting = join(env['INBOX_SPOOL']!, 'waiting');
    const [name] = readdirSync(waiting);
    const entry = readFileSync(join(waiting, name!), 'utf8');
    forge.mishap = () => undefined;
    await first.logged(/^opened/);
    await first.close();
    // As if the power had gone between the pull request and the receipt.
    writeFileSync(join(waiting, name!), entry);
    const receipt = join(env['INBOX_SPOOL']!, 'done', name!);
    rmSync(receipt);
    const second = await runInbox(contentFolder(), env);
    await second.logged(/^already-there still-correct sprachcafe$/);
    expect([forge.pulls.length, forge.commits.length]).toEqual([1, 1]);
  });

  it('puts aside what the forge refuses for good, with the reason, and goes on with the rest', async () => {
    const forge = await startFakeForge(kind, { [file]: sheet });
    const [refused, status] = {
      github: [/^POST .*\/git\/refs$/, 422] as const,
      gitlab: [/^POST .*\/commits$/, 400] as const,
      forgejo: [/^POST .*\/contents$/, 422] as const,
    }[kind];
    let attempts = 0;
    forge.mishap = (request) => (refused.test(request) && (attempts += 1) <= 3 ? status : undefined);
    const env = settingsFor(kind, forge);
    const inbox = await runInbox(contentFolder(), env);
    await inbox.hand({ kind: 'offer', data: validOffer });
    await inbox.logged(/^failed fahrradkurs-fuer-frauen/);
    await inbox.hand({ kind: 'gone', id: 'sprachcafe' });
    await inbox.logged(/^opened gone/);
    const failed = join(env['INBOX_SPOOL']!, 'failed');
    const [name] = readdirSync(failed);
    const { reason, entry } = JSON.parse(readFileSync(join(failed, name!), 'utf8'));
    expect(reason).toMatch(/: 4\d\d$/);
    expect(JSON.parse(entry).handIn.data.title).toBe(validOffer.title);
    expect((await inbox.get('/health')).json).toMatchObject({ waiting: 0, failed: 1 });
  });

  it('gives a new offer another id when the forge already has one of that name', async () => {
    const path = 'content/offers/fahrradkurs-fuer-frauen.md';
    const forge = await startFakeForge(kind, { [path]: 'something else' });
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    await inbox.hand({ kind: 'offer', data: validOffer });
    await inbox.logged(/^opened offer/);
    const files = [...forge.branches.get(forge.pulls[0]!.head)!.keys()];
    expect(files).toEqual([path, expect.stringMatching(/^content\/offers\/fahrradkurs-fuer-frauen-[0-9a-f]{6}\.md$/)]);
    expect(forge.branches.get(forge.pulls[0]!.head)!.get(path)).toBe('something else');
  });

  it('keeps its token to itself', async () => {
    const forge = await startFakeForge(kind);
    forge.mishap = () => 401;
    const inbox = await runInbox(contentFolder(), settingsFor(kind, forge));
    await inbox.hand({ kind: 'offer', data: validOffer });
    await inbox.logged(/^retry/);
    expect(inbox.lines.join('\n')).not.toContain('secret-token');
  });
});

describe('the spool', () => {
  const offline = { INBOX_BASE: 'main', INBOX_RETRY_SECONDS: '3600', INBOX_RETRY_LIMIT: '3600' };

  it('recognises the same hand-in: while it waits, when it was sent, and when the keys come in another order', async () => {
    const { repository, contentDir } = repositoryWithContent();
    const inbox = await runInbox(contentDir, { INBOX_REPOSITORY: repository });
    const reversed = Object.fromEntries(Object.entries(validOffer).toReversed());
    const [one, two] = await Promise.all([
      inbox.hand({ kind: 'offer', data: validOffer }),
      inbox.hand({ kind: 'offer', data: reversed }),
    ]);
    expect([one.status, two.status].every((status) => status === 200 || status === 202)).toBe(true);
    expect(one.json.receipt).toBe(two.json.receipt);
    await inbox.logged(/^opened/);
    const third = await inbox.hand({ kind: 'offer', data: validOffer });
    expect([third.status, third.json.key]).toEqual([200, 'inbox.known']);
    expect(git(repository, 'for-each-ref', 'refs/heads/hand-in').trim().split('\n')).toHaveLength(1);
  });

  it('goes on after a restart with what was waiting, half-written files and damaged ones included', async () => {
    const { repository, contentDir } = repositoryWithContent();
    const spool = temporaryFolder();
    const first = await runInbox(contentDir, { INBOX_REPOSITORY: repository, INBOX_SPOOL: spool, ...offline });
    git(repository, 'branch', '-m', 'main', 'away');
    await first.hand({ kind: 'gone', id: 'sprachcafe' });
    await first.logged(/^retry/);
    await first.close();
    git(repository, 'branch', '-m', 'away', 'main');
    mkdirSync(join(spool, 'waiting'), { recursive: true });
    const damaged = `${'a'.repeat(32)}.json`;
    writeFileSync(join(spool, 'waiting', damaged), '{"version":1,"key":');
    writeFileSync(
      join(spool, 'waiting', `${'b'.repeat(32)}.json`),
      `{"version":1,"key":"${'b'.repeat(32)}","id":"../../x","date":"2026-03-01","handIn":{"kind":"offer"}}`,
    );
    writeFileSync(join(spool, 'waiting', `${'c'.repeat(32)}.json.1.1.tmp`), '{');
    const second = await runInbox(contentDir, { INBOX_REPOSITORY: repository, INBOX_SPOOL: spool });
    await second.logged(/^opened gone sprachcafe$/);
    await second.logged(/^failed - unreadable$/, 2);
    expect(readdirSync(join(spool, 'waiting'))).toEqual([]);
    expect(readdirSync(join(spool, 'failed')).sort()).toEqual([damaged, `${'b'.repeat(32)}.json`]);
  });

  it('finds its own commit in the local repository, on its branch or merged', async () => {
    const { repository, contentDir } = repositoryWithContent();
    const spool = temporaryFolder();
    const env = { INBOX_REPOSITORY: repository, INBOX_SPOOL: spool };
    const first = await runInbox(contentDir, { ...env, ...offline });
    git(repository, 'branch', '-m', 'main', 'away');
    await first.hand({ kind: 'offer', data: validOffer });
    await first.logged(/^retry/);
    await first.close();
    git(repository, 'branch', '-m', 'away', 'main');
    const [name] = readdirSync(join(spool, 'waiting'));
    const entry = readFileSync(join(spool, 'waiting', name!), 'utf8');
    const again = async (): Promise<void> => {
      writeFileSync(join(spool, 'waiting', name!), entry);
      rmSync(join(spool, 'done', name!), { force: true });
      const inbox = await runInbox(contentDir, env);
      await inbox.logged(/^(opened|already-there) offer/);
      await inbox.close();
    };
    await again();
    const branches = (): string =>
      git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/hand-in').trim();
    const branch = branches();
    const commit = git(repository, 'rev-parse', branch);
    await again();
    expect([branches(), git(repository, 'rev-parse', branch)]).toEqual([branch, commit]);
    git(repository, 'merge', '--quiet', branch);
    git(repository, 'branch', '--quiet', '-d', branch);
    await again();
    expect(branches()).toBe('');
  });

  it('keeps running when the folder of the offers has become a link out of the repository', async () => {
    const { repository, contentDir } = repositoryWithContent();
    const inbox = await runInbox(contentDir, { INBOX_REPOSITORY: repository });
    git(repository, 'rm', '-r', '--quiet', 'content/offers');
    const target = temporaryFolder();
    symlinkSync(target, join(contentDir, 'offers'));
    git(repository, 'add', 'content/offers');
    git(repository, 'commit', '--quiet', '-m', 'Verweis');
    await inbox.hand({ kind: 'offer', data: validOffer });
    await inbox.logged(/^(failed|retry)/);
    expect(readdirSync(target)).toEqual([]);
    expect(git(repository, 'for-each-ref', 'refs/heads/hand-in')).toBe('');
  });
});
