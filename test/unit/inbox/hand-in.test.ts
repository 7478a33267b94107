import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { readMarkdown } from '../../../src/content/read-document.ts';
import { offerRevision } from '../../../src/datasheet/offer-revision.ts';
import { today, validFile } from '../../support/content-folder.ts';
import { startFakeForge } from './fake-forge.ts';
import { git, repositoryWithContent, runInbox, validOffer } from './run-inbox.ts';

const handInBranches = (repository: string): string[] =>
  git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/hand-in').split('\n').filter(Boolean);

const revisionOf = (text: string): string => {
  const { data, body } = readMarkdown('x.md', text).value!;
  return offerRevision(data, body);
};

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
      of: revisionOf(text),
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
    const { repository, contentDir, inbox } = await localInbox();
    const data = {
      title: 'Deutschkurs am Abend',
      where: ['lindenau'],
      topics: ['learn-german'],
      whom: ['newcomers'],
      how_many: 4,
      // That is for the network to say.
      status: 'met',
      measures: ['abendkurs'],
    };
    const { status, json } = await inbox.hand({ kind: 'need', lang: 'uk', data, body: 'Tagsüber arbeiten wir.' });
    expect([status, json.file]).toEqual([202, expect.stringMatching(/^concept\/needs\/2026-03-01-[0-9a-f]{8}\.md$/)]);
    await inbox.logged(/^opened need/);
    const branch = handInBranches(repository)[0]!;
    // What somebody wrote stands in the file alone.
    expect(`${branch} ${git(repository, 'log', '-1', '--format=%B', branch)}`).not.toMatch(/abend/i);
    const text = git(repository, 'show', `${branch}:content/${json.file}`);
    expect(text).toContain('title: Deutschkurs am Abend\n');
    expect(text).toContain("source: form\ndate: '2026-03-01'\nstatus: open\n---\n\nTagsüber arbeiten wir.\n");
    git(repository, 'checkout', '--quiet', handInBranches(repository)[0]!);
    const { value, problems } = await loadCatalogue({ contentDir, today });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value!.needs.get(json.id)!.data).not.toHaveProperty('measures');
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

  it('takes a new organisation with its offer: checked together, both files in one branch that passes the check', async () => {
    const { repository, contentDir, inbox } = await localInbox();
    const organisation = { id: 'radtreff', data: { name: 'Radtreff Lindenau', kind: 'volunteer-group' } };
    const { status, json } = await inbox.hand({
      kind: 'offer',
      organisation,
      data: { ...validOffer, organisation: 'radtreff' },
      body,
    });
    expect([status, json.file]).toEqual([202, 'offers/fahrradkurs-fuer-frauen.md']);
    await inbox.logged(/^opened offer/);
    const branches = handInBranches(repository);
    expect(branches).toHaveLength(1);
    expect(git(repository, 'diff', '--name-status', 'main', branches[0]!)).toBe(
      'A\tcontent/offers/fahrradkurs-fuer-frauen.md\nA\tcontent/organisations/radtreff.md\n',
    );
    git(repository, 'checkout', '--quiet', branches[0]!);
    const { value, problems } = await loadCatalogue({ contentDir, today });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value!.organisations.get('radtreff')!.data.name).toBe('Radtreff Lindenau');
    expect(value!.offers.get('fahrradkurs-fuer-frauen')!.data.organisation).toBe('radtreff');
  });

  it('gives a new organisation whose id is taken another one, and the offer follows', async () => {
    const { repository, inbox } = await localInbox();
    const organisation = { id: 'sprachbruecke', data: { name: 'Die andere Sprachbrücke', kind: 'volunteer-group' } };
    const { status } = await inbox.hand({ kind: 'offer', organisation, data: validOffer, body });
    expect(status).toBe(202);
    await inbox.logged(/^opened offer/);
    const branch = handInBranches(repository)[0]!;
    expect(git(repository, 'show', `${branch}:content/organisations/sprachbruecke-2.md`)).toContain('Die andere');
    expect(git(repository, 'show', `${branch}:content/offers/fahrradkurs-fuer-frauen.md`)).toContain(
      'organisation: sprachbruecke-2\n',
    );
    expect(git(repository, 'diff', '--name-only', 'main', branch)).not.toContain('sprachbruecke.md');
  });

  it('takes a correction that names a new organisation', async () => {
    const { repository, inbox } = await localInbox();
    const organisation = { id: 'radtreff', data: { name: 'Radtreff Lindenau', kind: 'volunteer-group' } };
    const { status } = await inbox.hand({
      kind: 'correction',
      id: 'sprachcafe',
      organisation,
      data: { organisation: 'radtreff' },
    });
    expect(status).toBe(202);
    await inbox.logged(/^opened correction/);
    expect(git(repository, 'diff', '--name-status', 'main', handInBranches(repository)[0]!)).toBe(
      'M\tcontent/offers/sprachcafe.md\nA\tcontent/organisations/radtreff.md\n',
    );
  });

  describe('that was made from an older state of the offer', () => {
    const old = { of: '000000000000', id: 'sprachcafe' };

    it.each([{ kind: 'correction', data: { title: 'Neuer Titel' } }, { kind: 'still-correct' }])(
      'is refused where it would overwrite or confirm what the sender has not seen: $kind',
      async (handIn) => {
        const { repository, inbox } = await localInbox();
        const { status, json } = await inbox.hand({ ...old, ...handIn });
        expect([status, json.key]).toEqual([409, 'inbox.stale']);
        expect(json.text.en).toMatch(/changed in the meantime/);
        expect((await inbox.get('/health')).json).toMatchObject({ waiting: 0, failed: 0 });
        expect(handInBranches(repository)).toEqual([]);
      },
    );

    it('is taken where the offer is over, and the reviewer is told', async () => {
      const forge = await startFakeForge('github', {
        'content/offers/sprachcafe.md': validFile('offers/sprachcafe.md'),
      });
      const { inbox } = await localInbox({
        INBOX_FORGE: 'github',
        INBOX_FORGE_URL: forge.url,
        INBOX_PROJECT: 'kreis/angebote',
        INBOX_TOKEN: 'secret-token',
      });
      expect((await inbox.hand({ ...old, kind: 'gone' })).status).toBe(202);
      await inbox.logged(/^opened gone/);
      expect(forge.pulls[0]!.body).toMatch(/Achtung[^]*Attention/);
    });

    it('counts as such only when something that the public knows is different', async () => {
      const { contentDir, repository, inbox } = await localInbox();
      const file = join(contentDir, 'offers/sprachcafe.md');
      const of = revisionOf(readFileSync(file, 'utf8'));
      // Another way to write the same, and a comment.
      writeFileSync(file, readFileSync(file, 'utf8').replace('delivery:', '# intern\ndelivery:'));
      git(repository, 'commit', '--quiet', '-am', 'Anmerkung');
      const { status } = await inbox.hand({ kind: 'correction', id: 'sprachcafe', of, data: { title: 'Neuer Titel' } });
      expect(status).toBe(202);
    });
  });
});

describe('what is not valid', () => {
  it('names what is wrong with a new organisation by its file, and refuses both', async () => {
    const { repository, inbox } = await localInbox();
    const organisation = { id: 'radtreff', data: { name: '', kind: 'kreis', phone: '1' } };
    const { status, json } = await inbox.hand({
      kind: 'offer',
      organisation,
      data: { ...validOffer, organisation: 'radtreff' },
      body,
    });
    expect([status, json.key]).toEqual([422, 'inbox.invalid']);
    expect(new Set(json.problems.map(({ file }) => file))).toEqual(new Set(['organisations/radtreff.md']));
    expect(json.problems.map(({ path }) => String(path?.[0])).toSorted()).toEqual(['kind', 'name', 'phone']);
    expect(handInBranches(repository)).toEqual([]);
  });

  it.each([
    ['organisation', 'radtreff'],
    ['organisation', { id: 'radtreff' }],
    ['organisation', { id: 'radtreff', data: {}, path: 'x' }],
    ['organisation.id', { id: '../radtreff', data: {} }],
    ['data.organisation', { id: 'radtreff', data: {} }],
  ])('refuses a new organisation with a wrong %s', async (field, organisation) => {
    const { inbox } = await localInbox();
    const { status, json } = await inbox.hand({ kind: 'offer', organisation, data: validOffer });
    expect([status, json.field]).toEqual([400, field]);
  });

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
