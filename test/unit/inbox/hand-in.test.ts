import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { fileHash } from '../../../src/inbox/hand-in.ts';
import { today } from '../../support/content-folder.ts';
import { git, repositoryWithContent, runInbox, temporaryFolder, validOffer } from './run-inbox.ts';

const handInBranches = (repository: string): string[] =>
  git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/hand-in').split('\n').filter(Boolean);

const lines = (text: string): string[] => text.split('\n');

async function localInbox(env: Record<string, string> = {}) {
  const { repository, contentDir } = repositoryWithContent();
  const inbox = await runInbox(contentDir, { INBOX_REPOSITORY: repository, ...env });
  return { repository, contentDir, inbox };
}

const body = 'Wir üben auf dem **Schulhof**. Räder sind da.';

describe('into a local repository', () => {
  it('takes a new offer as a branch that passes the check, and leaves the work tree alone', async () => {
    const { repository, contentDir, inbox } = await localInbox();
    const before = git(repository, 'status', '--porcelain', '--branch');
    const { status, json } = await inbox.hand({ kind: 'offer', lang: 'ar', data: validOffer, body });
    expect({ status, key: json.key, id: json.id, lang: json.lang }).toEqual({
      status: 202,
      key: 'inbox.accepted',
      id: 'fahrradkurs-fuer-frauen',
      lang: 'ar',
    });
    expect(json.text.de).toMatch(/angekommen/);
    await inbox.logged(/^opened offer fahrradkurs-fuer-frauen$/);

    const [branch, ...others] = handInBranches(repository);
    expect(others).toEqual([]);
    expect(branch).toMatch(/^hand-in\/fahrradkurs-fuer-frauen-2026-03-01-[0-9a-f]{8}$/);
    expect(git(repository, 'diff', '--name-status', 'main', branch!)).toBe(
      'A\tcontent/offers/fahrradkurs-fuer-frauen.md\n',
    );
    expect(git(repository, 'status', '--porcelain', '--branch')).toBe(before);
    expect(existsSync(join(contentDir, 'offers/fahrradkurs-fuer-frauen.md'))).toBe(false);

    const message = git(repository, 'log', '-1', '--format=%an <%ae>%n%cn <%ce>%n%B', branch!);
    expect(message).toMatch(
      /^Angebotslotse Inbox <inbox@example.org>\nAngebotslotse Inbox <inbox@example.org>\nNew offer: fahrradkurs-fuer-frauen\n\nHand-in: [0-9a-f]{32}\n/,
    );
    expect(message).not.toContain('4710125');

    git(repository, 'checkout', '--quiet', branch!);
    const { value, problems } = await loadCatalogue({ contentDir, today });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const offer = value!.offers.get('fahrradkurs-fuer-frauen')!;
    expect([offer.data.title, offer.data.reviewed, offer.body.trim()]).toEqual([validOffer.title, today, body]);
  });

  it('changes only what a correction changes: comments and what the form does not know stay', async () => {
    const { repository, contentDir, inbox } = await localInbox();
    const file = join(contentDir, 'offers/sprachcafe.md');
    const text = readFileSync(file, 'utf8').replace('delivery:', '# bleibt\ndelivery:');
    writeFileSync(file, text);
    git(repository, 'commit', '--quiet', '-am', 'Anmerkung');
    const { status } = await inbox.hand({
      kind: 'correction',
      id: 'sprachcafe',
      of: fileHash(text),
      data: { summary: 'Jetzt auch am Donnerstag. Alle sind willkommen.', schedule: null },
    });
    expect(status).toBe(202);
    await inbox.logged(/^opened correction sprachcafe$/);
    const changed = git(repository, 'show', `${handInBranches(repository)[0]}:content/offers/sprachcafe.md`);
    expect(lines(changed).filter((line) => !lines(text).includes(line))).toEqual([
      'summary: Jetzt auch am Donnerstag. Alle sind willkommen.',
      'reviewed: 2026-03-01',
    ]);
    expect(lines(text).filter((line) => !lines(changed).includes(line))).toEqual([
      'summary: Deutsch sprechen bei Kaffee und Tee. Alle sind willkommen.',
      'schedule:',
      '  - days: [tuesday]',
      '    from: 16:00',
      '    to: 18:00',
      '    note: Im ersten Stock',
      'reviewed: 2026-02-01',
    ]);
  });

  it.each([
    ['gone', 'status: ended'],
    ['still-correct', 'reviewed: 2026-03-01'],
  ])('takes %s with one changed line', async (kind, line) => {
    const { repository, inbox } = await localInbox();
    expect((await inbox.hand({ kind, id: 'sprachcafe' })).status).toBe(202);
    await inbox.logged(new RegExp(`^opened ${kind} sprachcafe$`));
    const diff = git(repository, 'diff', '--unified=0', 'main', handInBranches(repository)[0]!);
    expect(diff.split('\n').filter((some) => /^\+[^+]/.test(some))).toEqual([`+${line}`]);
  });

  it('takes a need into concept/needs', async () => {
    const { repository, inbox } = await localInbox();
    const data = {
      title: 'Deutschkurs am Abend',
      where: ['lindenau'],
      topics: ['learn-german'],
      whom: ['newcomers'],
      how_many: 4,
    };
    const { status, json } = await inbox.hand({ kind: 'need', lang: 'uk', data, body: 'Tagsüber arbeiten wir.' });
    expect([status, json.file]).toEqual([202, 'concept/needs/deutschkurs-am-abend.md']);
    await inbox.logged(/^opened need/);
    const text = git(
      repository,
      'show',
      `${handInBranches(repository)[0]}:content/concept/needs/deutschkurs-am-abend.md`,
    );
    expect(text).toContain('title: Deutschkurs am Abend\n');
    expect(text).toContain("date: '2026-03-01'\n---\n\nTagsüber arbeiten wir.\n");
  });

  it('gives a new offer whose title is taken another id', async () => {
    const { inbox } = await localInbox();
    const { json } = await inbox.hand({ kind: 'offer', id: 'sprachcafe', data: validOffer });
    expect(json.id).toBe('sprachcafe-2');
  });

  it('says so when nothing would change', async () => {
    const { contentDir, repository, inbox } = await localInbox();
    writeFileSync(
      join(contentDir, 'offers/sprachcafe.md'),
      readFileSync(join(contentDir, 'offers/sprachcafe.md'), 'utf8').replace(
        'reviewed: 2026-02-01',
        'reviewed: 2026-03-01',
      ),
    );
    git(repository, 'commit', '--quiet', '-am', 'Geprüft');
    const { status, json } = await inbox.hand({ kind: 'still-correct', id: 'sprachcafe' });
    expect([status, json.key]).toEqual([200, 'inbox.unchanged']);
  });

  it('tells the reviewer when the offer was changed after the form was opened', async () => {
    const spool = temporaryFolder();
    const { inbox } = await localInbox({ INBOX_SPOOL: spool, INBOX_RETRY_SECONDS: '3600', INBOX_RETRY_LIMIT: '3600' });
    await inbox.close();
    const { repository, contentDir } = repositoryWithContent();
    git(repository, 'branch', 'release');
    const second = await runInbox(contentDir, {
      INBOX_REPOSITORY: repository,
      INBOX_BASE: 'release',
      INBOX_SPOOL: spool,
      INBOX_RETRY_SECONDS: '3600',
      INBOX_RETRY_LIMIT: '3600',
    });
    // Without its base branch the repository takes nothing, so that the entry can be looked at.
    git(repository, 'branch', '-D', 'release');
    await second.hand({ kind: 'correction', id: 'sprachcafe', of: '000000000000', data: { title: 'Neuer Titel' } });
    await second.logged(/^retry/);
    const [entry] = readdirSync(join(spool, 'waiting'));
    expect(JSON.parse(readFileSync(join(spool, 'waiting', entry!), 'utf8'))).toMatchObject({
      stale: true,
      id: 'sprachcafe',
    });
  });
});

describe('what is not valid', () => {
  it('is refused with every diagnostic of the check, as data and in words', async () => {
    const { repository, inbox } = await localInbox();
    const data = { ...validOffer, titel: 'x', place: 'ziegelhoff', contacts: [{ person: 'Ayla Demir', phone: '12' }] };
    const { status, json } = await inbox.hand({ kind: 'offer', data: { ...data, cost: undefined } });
    expect([status, json.key]).toEqual([422, 'inbox.invalid']);
    const codes = json.problems.map(({ code }) => code).toSorted();
    expect(codes).toEqual([
      'bad-phone',
      'body-empty',
      'consent-missing',
      'missing-field',
      'unknown-field',
      'unknown-reference',
    ]);
    const phone = json.problems.find(({ code }) => code === 'bad-phone');
    expect(phone!.path).toEqual(['contacts', 0, 'phone']);
    expect(phone!.severity).toBe('error');
    expect(phone!.text.de.message).toMatch(/contacts\[0\]\.phone/);
    expect(phone!.text.en.fix).not.toBe('');
    const place = json.problems.find(({ code }) => code === 'unknown-reference');
    expect(place!.args.suggestion).toBe('ziegelhof');
    expect(handInBranches(repository)).toEqual([]);
  });

  it('points into the description by line', async () => {
    const { inbox } = await localInbox();
    const { json } = await inbox.hand({
      kind: 'offer',
      data: validOffer,
      body: 'Gut.\n\n[Klick](javascript:alert(1))',
    });
    expect(json.problems).toMatchObject([{ code: 'unsafe-link', path: null, line: 3 }]);
  });

  it('does not hold an old mistake against who says that the offer is over', async () => {
    const { contentDir, inbox } = await localInbox();
    const file = join(contentDir, 'offers/sprachcafe.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('place: ziegelhof', 'place: nirgends'));
    expect((await inbox.hand({ kind: 'correction', id: 'sprachcafe', data: { title: 'Anders' } })).status).toBe(422);
    expect((await inbox.hand({ kind: 'gone', id: 'sprachcafe' })).status).toBe(202);
  });

  it('does not let a mistake in another file stop a good offer', async () => {
    const { contentDir, inbox } = await localInbox();
    writeFileSync(join(contentDir, 'offers/kaputt.md'), '---\ntitle: [\n---\n');
    expect((await inbox.hand({ kind: 'offer', data: validOffer, body })).status).toBe(202);
  });

  it('knows content that came after the start', async () => {
    const { contentDir, inbox } = await localInbox();
    expect((await inbox.hand({ kind: 'gone', id: 'neu' })).status).toBe(404);
    writeFileSync(join(contentDir, 'offers/neu.md'), readFileSync(join(contentDir, 'offers/sprachcafe.md')));
    expect((await inbox.hand({ kind: 'gone', id: 'neu' })).status).toBe(202);
  });

  it('lists what is wrong with a need', async () => {
    const { inbox } = await localInbox();
    const { status, json } = await inbox.hand({
      kind: 'need',
      data: { title: 'x', where: ['atlantis'], whom: 'alle', how_many: 0, phone: '1', languages: ['Deutsch!'] },
      body: 'x'.repeat(6000),
    });
    expect(status).toBe(422);
    expect(json.problems.map(({ code }) => code).toSorted()).toEqual([
      'bad-language',
      'out-of-range',
      'too-long',
      'too-short',
      'unknown-field',
      'unknown-reference',
      'wrong-type',
    ]);
  });
});

describe('text that means harm', () => {
  it('comes out as the text that it is', async () => {
    const { repository, contentDir, inbox } = await localInbox();
    const title = '---\n!!js/function "x": &a *a';
    const summary = '{{ 7*7 }} {% raw %} <script>alert(1)</script> \u202e umgedreht';
    const { status } = await inbox.hand({
      kind: 'offer',
      id: 'harmlos',
      data: { ...validOffer, title, summary, languages: [{ code: 'de', kind: 'spoken', note: 'no' }] },
      body: '---\nstatus: draft\n---\n\nText',
    });
    expect(status).toBe(202);
    await inbox.logged(/^opened offer harmlos$/);
    git(repository, 'checkout', '--quiet', handInBranches(repository)[0]!);
    const { value } = await loadCatalogue({ contentDir, today });
    const offer = value!.offers.get('harmlos')!;
    expect(offer.data.title).toBe(title);
    expect(offer.data.summary).toBe(summary);
    expect(offer.data.languages[0]!.note).toBe('no');
    expect(offer.data.status).toBe('active');
    expect(offer.body.trim()).toBe('---\nstatus: draft\n---\n\nText');
  });

  it.each(['../../etc/passwd', 'a/b', '..', '.git', 'A', 'a--b', 'café', 'a\0b', 'a\n', 'a'.repeat(81), '', 'a%2fb'])(
    'refuses the id %j',
    async (id) => {
      const { repository, inbox } = await localInbox();
      const { status, json } = await inbox.hand({ kind: 'offer', id, data: validOffer });
      expect([status, json.reason]).toEqual([400, 'bad-id']);
      expect(handInBranches(repository)).toEqual([]);
    },
  );

  it.each([
    [
      '__proto__',
      '{"kind":"offer","lang":"de","data":{"__proto__":{"polluted":true}},"proof":{"challenge":"","nonce":""}}',
    ],
    ['constructor', '{"kind":"offer","lang":"de","data":{"cost":{"constructor":{"prototype":{"polluted":true}}}}}'],
    ['__proto__', '{"__proto__":{"kind":"offer"}}'],
  ])('refuses a key %s and pollutes nothing', async (key, text) => {
    const { inbox } = await localInbox();
    const { status, json } = await inbox.post(text);
    expect([status, json.reason, json.field]).toEqual([400, 'forbidden-key', key]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses nesting that would exhaust the stack', async () => {
    const { inbox } = await localInbox();
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    const { status, json } = await inbox.post(`{"kind":"offer","lang":"de","data":{"tags":${deep}}}`);
    expect([status, json.reason]).toEqual([400, 'too-deep']);
  });

  it('refuses a key that no kind knows', async () => {
    const { inbox } = await localInbox();
    const { status, json } = await inbox.hand({ kind: 'gone', id: 'sprachcafe', path: '../../x' });
    expect([status, json.field]).toEqual([400, 'path']);
  });
});
