import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { translate } from '../../../src/cli/translate.ts';
import {
  changedOffer,
  contentFolder as wholeFolder,
  guideOnly,
  today,
  validFile,
} from '../../support/content-folder.ts';

const contentFolder = (...content: Parameters<typeof wholeFolder>): string => guideOnly(wholeFolder(...content));

interface Run {
  readonly code: number;
  readonly out: string;
}

async function run(contentDir: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  let out = '';
  const all = { CONTENT_DIR: contentDir, LANG: 'en_GB', BUILD_DATE: today, ...env };
  const code = await translate(args, all, (text) => (out += text));
  return { code, out };
}

const outdated = (): string => contentFolder(undefined, changedOffer('kleinen Tischen', 'runden Tischen'));

/** Exports, lets a translator change the file, imports. */
async function roundTrip(
  folder: string,
  change: (text: string) => string,
  { format = 'csv', scope = 'all', options = [] }: { format?: string; scope?: string; options?: string[] } = {},
): Promise<Run> {
  const file = join(folder, `.out.${format}`);
  expect((await run(folder, ['export', '--format', format, '--lang', 'en', '--only', scope, '--out', file])).code).toBe(
    0,
  );
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return run(folder, ['import', file, ...options]);
}

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

/** Fills in the last column of the row that begins with these cells. */
const answer =
  (start: string, target: string) =>
  (csv: string): string => {
    const lines = csv.split('\r\n');
    const index = lines.findIndex((line) => line.startsWith(start));
    if (index === -1) throw new Error(`No row ${start} in ${csv}`);
    lines[index] = `${lines[index]!.slice(0, lines[index]!.lastIndexOf(';'))};${target}`;
    return lines.join('\r\n');
  };

const both =
  (...changes: ((text: string) => string)[]) =>
  (text: string): string =>
    changes.reduce((changed, change) => change(changed), text);

describe('stamp', () => {
  it('makes an outdated translation current, and leaves a current one alone', async () => {
    const folder = outdated();
    expect(await run(folder, ['stamp', join(folder, 'offers/sprachcafe.en.md')])).toEqual({
      code: 0,
      out: '1 translation(s) marked\n',
    });
    expect((await loadCatalogue({ contentDir: folder, today })).problems).toEqual([]);
    expect(await run(folder, ['stamp', '--all'])).toEqual({ code: 0, out: '0 translation(s) marked\n' });
  });

  it('touches only the files it is given', async () => {
    const folder = outdated();
    const before = read(folder, 'offers/sprachcafe.en.md');
    expect(await run(folder, ['stamp', 'offers/sprachcafe.md'])).toEqual({
      code: 1,
      out: 'offers/sprachcafe.md: not a translation of a readable source text\n0 translation(s) marked\n',
    });
    expect(read(folder, 'offers/sprachcafe.en.md')).toBe(before);
  });
});

describe('status', () => {
  it('counts by language and names what is outdated', async () => {
    // Two offers and a page have text, places and organisation do not; one of the three is translated.
    expect(await run(outdated(), ['status'])).toEqual({
      code: 0,
      out: 'Language  missing  outdated  machine  reviewed  up to date\nen              2         1        0         0           0\n\nOutdated:\n  offers/sprachcafe.en.md\n',
    });
    const german = await run(contentFolder(), ['status', '--messages', 'de']);
    expect(german.out).toBe(
      'Sprache  fehlt  veraltet  maschinell  gegengelesen  aktuell\nen           2         0           0             0        1\n',
    );
  });

  it('tells a machine’s work from what somebody has read', async () => {
    const english = validFile('offers/sprachcafe.en.md');
    const count = async (state: string): Promise<unknown> => {
      const folder = contentFolder(undefined, { 'offers/sprachcafe.en.md': english.replace('  by: human\n', state) });
      const { out } = await run(folder, ['status', '--lang', 'en', '--format', 'json']);
      return (JSON.parse(out) as { languages: { collections: { offers: unknown } }[] }).languages[0]?.collections
        .offers;
    };
    const none = { missing: 1, outdated: 0, machine: 0, reviewed: 0, current: 0 };
    expect(await count('  by: machine\n')).toEqual({ ...none, machine: 1 });
    expect(await count('  by: machine\n  reviewed_on: 2026-02-01\n')).toEqual({ ...none, reviewed: 1 });
    expect(await count('  by: human\n')).toEqual({ ...none, current: 1 });
  });

  it('says in detail what one language lacks and how much text that is', async () => {
    const { out } = await run(contentFolder(), ['status', '--lang', 'en']);
    expect(out).toMatch(/^ {2}offers +1 +0 +0 +0 +1$/m);
    // Kinds without any text are left out.
    expect(out).not.toMatch(/^ {2}(places|networks)/m);
    expect(out).toContain('  pages/en/impressum.md  (4 words)');
  });
});

describe.each(['xliff', 'csv'])('export and import as %s', (format) => {
  it('gives identical files', async () => {
    for (const folder of [contentFolder(), outdated()]) {
      const before = read(folder, 'offers/sprachcafe.en.md');
      const { code, out } = await roundTrip(folder, (text) => text, { format });
      expect(code).toBe(0);
      expect(out).toContain('0 file(s) written, 3 unchanged, 0 text(s) not taken over');
      expect(read(folder, 'offers/sprachcafe.en.md')).toBe(before);
    }
  });

  it('writes a new file that passes the checks', async () => {
    const folder = contentFolder(undefined, { 'offers/sprachcafe.en.md': undefined });
    const english: readonly (readonly [string, string])[] = [
      ['Sprachcafé Ziegelhof', 'Language café Ziegelhof'],
      [
        'Deutsch sprechen bei Kaffee und Tee. Alle sind willkommen.',
        'Speak German over coffee and tea. Everybody is welcome.',
      ],
      ['Im ersten Stock', 'On the first floor'],
      ['Anmeldung', 'Registration'],
      [
        'Wir sitzen an kleinen Tischen und reden Deutsch. **Kommen Sie einfach vorbei.**',
        'We sit at small tables and speak German. **Just drop in.**',
      ],
    ];
    const { code } = await roundTrip(
      folder,
      (text) =>
        format === 'csv'
          ? english.reduce((all, [from, to]) => all.replace(`;${from};`, `;${from};${to}`), text)
          : text.replace(/<source>(.*)<\/source>\n\s*<target (.*)><\/target>/g, (whole, source: string) => {
              const plain = source.replace(/<[^>]*>/g, '');
              const [, to] = english.find(([from]) => from === plain) ?? [];
              const marked = to?.replace(/\*\*(.*)\*\*/, '<bpt id="1"/>$1<ept id="1"/>');
              return marked === undefined
                ? whole
                : `<source>${source}</source><target state="translated">${marked}</target>`;
            }),
      { format },
    );
    expect(code).toBe(0);
    // What a person wrote by hand for the fixture, and what the import makes of the same words.
    expect(read(folder, 'offers/sprachcafe.en.md')).toBe(validFile('offers/sprachcafe.en.md'));
    expect((await loadCatalogue({ contentDir: folder, today })).problems).toEqual([]);
  });
});

describe('import', () => {
  const title = 'offers/sprachcafe.md;title;';

  it('changes only what the translator changed', async () => {
    const commented = validFile('offers/sprachcafe.en.md')
      .replace('title: Language', '# our café\ntitle: "Language')
      .replace('café Ziegelhof\n', 'café Ziegelhof" # keep\n');
    const folder = contentFolder(undefined, { 'offers/sprachcafe.en.md': commented });
    await roundTrip(folder, answer('offers/sprachcafe.md;schedule.0.note;', 'One flight up'));
    expect(read(folder, 'offers/sprachcafe.en.md')).toBe(commented.replace('On the first floor', 'One flight up'));
  });

  it('does not write a text whose source has changed since', async () => {
    const folder = contentFolder();
    const file = join(folder, '.out.csv');
    await run(folder, ['export', '--format', 'csv', '--lang', 'en', '--only', 'all', '--out', file]);
    writeFileSync(file, answer(title, 'Language café at Ziegelhof')(readFileSync(file, 'utf8')));
    writeFileSync(
      join(folder, 'offers/sprachcafe.md'),
      changedOffer('kleinen Tischen', 'runden Tischen')['offers/sprachcafe.md']!,
    );
    const before = read(folder, 'offers/sprachcafe.en.md');
    const refused = await run(folder, ['import', file]);
    expect(refused).toMatchObject({
      code: 1,
      out: expect.stringContaining('offers/sprachcafe.md  the source text has changed') as string,
    });
    expect(read(folder, 'offers/sprachcafe.en.md')).toBe(before);

    expect((await run(folder, ['import', file, '--accept-stale'])).out).toContain(
      'marked as outdated: offers/sprachcafe.en.md',
    );
    expect(read(folder, 'offers/sprachcafe.en.md')).toBe(before.replace('café Ziegelhof', 'café at Ziegelhof'));
    const { problems } = await loadCatalogue({ contentDir: folder, today });
    expect(problems.map(({ code }) => code)).toEqual(['translation-outdated']);
  });

  it('does not replace what somebody has written since', async () => {
    const folder = contentFolder();
    const file = join(folder, '.out.csv');
    await run(folder, ['export', '--format', 'csv', '--lang', 'en', '--only', 'all', '--out', file]);
    writeFileSync(file, answer(title, 'Language café at Ziegelhof')(readFileSync(file, 'utf8')));
    const edited = validFile('offers/sprachcafe.en.md').replace('On the first floor', 'Upstairs');
    writeFileSync(join(folder, 'offers/sprachcafe.en.md'), edited);
    const refused = await run(folder, ['import', file]);
    expect(refused).toMatchObject({
      code: 1,
      out: expect.stringContaining('somebody has changed the translation') as string,
    });
    expect(read(folder, 'offers/sprachcafe.en.md')).toBe(edited);
    expect((await run(folder, ['import', file, '--overwrite'])).code).toBe(0);
    expect(read(folder, 'offers/sprachcafe.en.md')).toContain('café at Ziegelhof');
  });

  it('takes the same file twice without writing twice', async () => {
    const folder = contentFolder();
    const change = answer(title, 'Language café at Ziegelhof');
    expect((await roundTrip(folder, change)).out).toContain('1 file(s) written');
    const { mtimeMs } = statSync(join(folder, 'offers/sprachcafe.en.md'));
    expect(await run(folder, ['import', join(folder, '.out.csv')])).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 file(s) written, 3 unchanged') as string,
    });
    expect(statSync(join(folder, 'offers/sprachcafe.en.md')).mtimeMs).toBe(mtimeMs);
  });

  it('keeps an outdated text outdated until every part of it was gone through', async () => {
    const body = 'offers/sprachcafe.md;body.1;';
    const partly = outdated();
    await roundTrip(partly, answer(body, 'We sit at round tables. **Just drop in.**'), { scope: 'outdated' });
    expect(read(partly, 'offers/sprachcafe.en.md')).toContain('round tables');
    expect((await loadCatalogue({ contentDir: partly, today })).problems.map(({ code }) => code)).toEqual([
      'translation-outdated',
    ]);

    const wholly = outdated();
    await roundTrip(
      wholly,
      both((csv) => csv.replaceAll(';outdated;', ';ok;'), answer(body, 'We sit at round tables. **Just drop in.**')),
      { scope: 'outdated' },
    );
    expect((await loadCatalogue({ contentDir: wholly, today })).problems).toEqual([]);
  });

  it('counts a machine’s text as a person’s only when all of it was gone through', async () => {
    const machine = validFile('offers/sprachcafe.en.md').replace('by: human', 'by: machine');
    const partly = contentFolder(undefined, { 'offers/sprachcafe.en.md': machine });
    await roundTrip(partly, answer(title, 'Language café at Ziegelhof'));
    expect(read(partly, 'offers/sprachcafe.en.md')).toContain('by: machine');
    const wholly = contentFolder(undefined, { 'offers/sprachcafe.en.md': machine });
    await roundTrip(wholly, (csv) => csv.replaceAll(';machine;', ';done;'), {
      options: ['--reviewed-by', 'Sprachmittlerpool'],
    });
    expect(read(wholly, 'offers/sprachcafe.en.md')).toContain(
      `  by: human\n  reviewed_by: Sprachmittlerpool\n  reviewed_on: '${today}'\n`,
    );
  });

  const contact = 'Anmeldung: 0221 4710123, [mehr](https://example.org/kurs), kurs@example.org';
  const withContact = (): string =>
    contentFolder(undefined, {
      ...changedOffer('Im ersten Stock', `'${contact}'`),
      'offers/sprachcafe.en.md': undefined,
    });
  const note = 'offers/sprachcafe.md;schedule.0.note;';
  it.each([
    [
      'a lost number',
      'Registration: [more](https://example.org/kurs), kurs@example.org',
      /missing that the source text has: 0221 4710123/,
    ],
    [
      'another number',
      'Registration: 0221 4710123, 0900 6666666, [more](https://example.org/kurs), kurs@example.org',
      /does not have: 0900 6666666/,
    ],
    [
      'another address',
      'Registration: 0221 4710123, [more](https://example.com/kurs), kurs@example.org',
      /missing that the source text has: https:\/\/example.org\/kurs/,
    ],
    [
      'a dangerous link',
      'Registration: 0221 4710123, [more](https://example.org/kurs), kurs@example.org, [x](javascript:alert(1))',
      /does not have: javascript/,
    ],
    ['HTML', 'Registration <script>: 0221 4710123, [more](https://example.org/kurs), kurs@example.org', /not allowed/],
    [
      'a sign that turns the direction',
      '\u202eRegistration: 0221 4710123, [more](https://example.org/kurs), kurs@example.org',
      /not allowed/,
    ],
    ['the source text', contact, undefined],
    [
      'a novel',
      `${'x'.repeat(760)}: 0221 4710123, [more](https://example.org/kurs), kurs@example.org`,
      /too long: 8\d\d > 750/,
    ],
  ])('rejects %s and says why', async (_, text, reason) => {
    const folder = withContact();
    const { code, out } = await roundTrip(folder, both(answer(note, `"${text}"`), answer(title, 'Language café')));
    expect(code).toBe(1);
    expect(out).toMatch(reason ?? /this is still the source text/);
    // The other text of the same file is good.
    expect(read(folder, 'offers/sprachcafe.en.md')).toMatch(/title: Language café\ntranslation:/);
  });

  it('publishes no half description and no half list', async () => {
    const two = changedOffer('**Kommen', '\n\n**Kommen')['offers/sprachcafe.md']!.replace(
      'reviewed:',
      'required_documents: [Ausweis, Foto]\nreviewed:',
    );
    const folder = contentFolder(undefined, { 'offers/sprachcafe.md': two, 'offers/sprachcafe.en.md': undefined });
    const { code, out } = await roundTrip(
      folder,
      both(
        answer(title, 'Language café'),
        answer('offers/sprachcafe.md;body.2;', '**Drop in.**'),
        answer('offers/sprachcafe.md;required_documents.0;', 'Identity card'),
      ),
    );
    expect(code).toBe(1);
    expect(out).toContain('offers/sprachcafe.md  body.2  another text that belongs to it is missing');
    expect(out).toContain('offers/sprachcafe.md  required_documents.0  another text that belongs to it is missing');
    expect(read(folder, 'offers/sprachcafe.en.md')).not.toMatch(/Drop in|Identity/);
  });

  it('writes nowhere but beside a source text', async () => {
    const folder = contentFolder();
    const { code, out } = await roundTrip(folder, (csv) =>
      csv
        .replaceAll('offers/sprachcafe.md', '../../evil.md')
        .replaceAll('offers/frauenberatung.md;title', 'offers/frauenberatung.md;status'),
    );
    expect(code).toBe(1);
    expect(out).toContain('../../evil.md  there is no such text');
    expect(out).toContain('0 file(s) written');
  });

  it('shows what it would do and writes nothing', async () => {
    const folder = contentFolder();
    const { out } = await roundTrip(folder, answer(title, 'Language café at Ziegelhof'), { options: ['--dry-run'] });
    expect(out).toContain('would be written: offers/sprachcafe.en.md');
    expect(read(folder, 'offers/sprachcafe.en.md')).toBe(validFile('offers/sprachcafe.en.md'));
  });

  it.each([
    ['nothing of ours', 'hello'],
    ['another XML', '<x/>'],
    ['a document type', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff version="1.2"/>'],
  ])('refuses %s', async (_, text) => {
    const folder = contentFolder(undefined, { '.x': text });
    expect(await run(folder, ['import', join(folder, '.x')])).toMatchObject({
      code: 2,
      out: expect.stringContaining('no translation file') as string,
    });
  });
});

describe('export', () => {
  it('hands out nothing that is not published', async () => {
    const folder = contentFolder(undefined, {
      ...changedOffer('status: active', 'status: draft'),
      'offers/sprachcafe.en.md': undefined,
    });
    const file = join(folder, '.out.xlf');
    await run(folder, ['export', '--format', 'xliff', '--lang', 'en', '--out', file]);
    expect(readFileSync(file, 'utf8')).toContain('Frauenberatung');
    expect(readFileSync(file, 'utf8')).not.toContain('Sprachcafé');
  });

  it('says what a field is, how long it may be, and what must stay', async () => {
    const folder = contentFolder(undefined, {
      'offers/sprachcafe.en.md': undefined,
      ...changedOffer('Im ersten Stock', '0221 4710123'),
    });
    const file = join(folder, '.out.xlf');
    await run(folder, ['export', '--format', 'xliff', '--lang', 'en', '--out', file, '--messages', 'de']);
    const xliff = readFileSync(file, 'utf8');
    expect(xliff).toContain('<note from="developer">Titel: Der Name des Angebots, so wie man es kennt.</note>');
    expect(xliff).toContain('resname="title" maxwidth="225" size-unit="char"');
    expect(xliff).toContain('<source><ph id="1" ctype="x-phone">0221 4710123</ph></source>');
  });
});

it.each([
  [[]],
  [['stamp']],
  [['status', 'x']],
  [['status', '--lang', 'de']],
  [['status', '--format', 'xml']],
  [['stamp', '--all', 'x.md']],
  [['stamp', '--all', '--by', 'robot']],
  [['export', '--lang', 'en']],
  [['export', '--format', 'csv']],
  [['export', '--format', 'csv', '--lang', 'en', '--only', 'some']],
  [['export', '--format', 'csv', '--lang', 'xx']],
  [['import']],
  [['import', 'no-such-file']],
  [['fill', '--lang', 'en']],
  [['fill', '--lang', 'en', '--provider', 'deepl']],
  [['fill', '--lang', 'en', '--provider', 'libretranslate']],
  [['fill', '--lang', 'en', '--provider', 'deepl', '--limit', '0']],
  [['status', '--provider', 'deepl']],
  [['--nope']],
  [['delete', 'x']],
])('%j is wrong use', async (args) => {
  const { code, out } = await run(contentFolder(), args);
  expect(code).toBe(2);
  expect(out).not.toBe('');
});

it('helps in both languages', async () => {
  expect(await run('.', ['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('mark them as up to date') as string,
  });
  expect((await run('.', ['--help', '--lang', 'de'])).out).toContain('Übersetzungen');
});
