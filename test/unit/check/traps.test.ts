import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { renderMarkdown } from '../../../src/content/markdown.ts';
import { changedOffer, contentFolder, today, validFile } from '../../support/content-folder.ts';

const file = 'offers/sprachcafe.md';

const load = (files: Readonly<Record<string, string | Uint8Array | undefined>>) =>
  loadCatalogue({ contentDir: contentFolder(undefined, files), today });

const codesOf = async (files: Readonly<Record<string, string | Uint8Array | undefined>>): Promise<string[]> =>
  (await load(files)).problems.filter((problem) => problem.file === file).map(({ code }) => code);

describe('nothing in a data sheet is ever executed', () => {
  it.each(['js', 'javascript', 'json', 'coffee', 'coffeescript', 'cson', 'toml', 'yaml', ' js '])(
    '---%s is refused',
    async (language) => {
      const evil = `---${language}\n{ get title() { globalThis.wasExecuted = true; return 'x' } }\n---\n\nText\n`;
      expect(await codesOf({ [file]: evil })).toEqual(['front-matter-language']);
      expect(globalThis).not.toHaveProperty('wasExecuted');
    },
  );

  it('template signs are just letters', async () => {
    const { value } = await load(
      changedOffer('title: Sprachcafé Ziegelhof', 'title: \'{{ 7 * 7 }} {% include "/etc/passwd" %}\''),
    );
    const title = value!.offers.get('sprachcafe')!.data.title;
    expect(title).toBe('{{ 7 * 7 }} {% include "/etc/passwd" %}');
    expect(renderMarkdown('{{ 7 * 7 }} {% raw %} ${x}')).toBe('<p>{{ 7 * 7 }} {% raw %} ${x}</p>\n');
  });

  it('keys that JavaScript treats specially are unknown fields like any other', async () => {
    expect(
      await codesOf(changedOffer('status: active', 'status: active\n__proto__: { protected: true }\nconstructor: x')),
    ).toEqual(['unknown-field', 'unknown-field']);
    expect(({} as { protected?: unknown }).protected).toBeUndefined();
  });
});

describe('a hostile file holds nobody up', () => {
  it('an anchor bomb', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) {
      const [name, previous] = [level, level - 1].map((index) => String.fromCharCode(97 + index));
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${previous}`).join(', ')}]`);
    }
    expect(await codesOf({ [file]: `---\n${bomb.join('\n')}\n---\n` })).toEqual(['yaml-alias']);
  });

  it('a file of 5 MB', async () => {
    expect(await codesOf({ [file]: `---\ntitle: ${'x'.repeat(5_000_000)}\n---\n` })).toEqual(['file-too-large']);
  });

  it.each([
    ['brackets', '['.repeat(60_000)],
    ['braces', '{a: '.repeat(45_000)],
    ['dashes', '- '.repeat(60_000)],
    ['brackets over many lines, with closing ones in quotes', "[ ']',\n ".repeat(22_000)],
    ['indentation', Array.from({ length: 600 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('nesting by %s', async (_, nested) => {
    expect(await codesOf({ [file]: `---\ntitle:\n  ${nested}\n---\n` })).toEqual(['yaml-too-deep']);
  });

  it('twenty thousand unknown fields', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n');
    const found = await codesOf({ [file]: `---\n${keys}\n---\n` });
    expect(new Set(found)).toEqual(new Set(['missing-field', 'unknown-field', 'body-empty']));
    expect(found.length).toBeLessThan(60);
  });

  it('the same field twenty thousand times', async () => {
    const found = await codesOf({ [file]: `---\n${'a: 1\n'.repeat(20_000)}---\n` });
    expect(new Set(found)).toEqual(new Set(['duplicate-key']));
  });

  it('many blank lines and comments', async () => {
    expect(await codesOf({ [file]: `---\n${'\n'.repeat(90_000)}#${' '.repeat(90_000)}\n---\nText\n` })).toContain(
      'missing-field',
    );
  });
});

describe('odd bytes', () => {
  it('BOM and CRLF make no difference, not even to translations', async () => {
    const text = `\uFEFF${validFile(file).replaceAll('\n', '\r\n')}`;
    const { value, problems } = await load({ [file]: text });
    expect(problems).toEqual([]);
    expect(value!.offers.get('sprachcafe')!.body).not.toContain('\r');
  });

  it('a NUL byte', async () => {
    expect(await codesOf({ [file]: validFile(file).replace('Ziegelhof', 'Ziegel\0hof') })).toEqual(['nul-byte']);
  });

  it('Latin-1 and UTF-16', async () => {
    expect(await codesOf({ [file]: Buffer.from(validFile(file), 'latin1') })).toEqual(['not-utf8']);
    expect(
      await codesOf({ [file]: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(validFile(file), 'utf16le')]) }),
    ).toEqual(['not-utf8']);
  });

  it('duplicate keys, on every level', async () => {
    expect(await codesOf(changedOffer('cost: { kind: free }', 'cost: { kind: free, kind: paid }'))).toEqual([
      'duplicate-key',
    ]);
    expect(await codesOf(changedOffer('status: active', 'status: active\nstatus: ended'))).toEqual(['duplicate-key']);
  });

  it('tabs as indentation', async () => {
    expect(await codesOf(changedOffer('  groups:', '\tgroups:'))).toEqual(['yaml-tab']);
  });
});

describe('values that YAML likes to read as something else', () => {
  it('no, 12:30 and dates stay what was written', async () => {
    const files = changedOffer('note: Im ersten Stock', 'note: no');
    const { data } = (await load({ ...files, 'offers/sprachcafe.en.md': undefined })).value!.offers.get('sprachcafe')!;
    expect(data.schedule![0]).toMatchObject({ note: 'no', from: '16:00', to: '18:00' });
    expect(data.reviewed).toBe('2026-02-01');
    expect(data.accessibility.step_free).toBe('yes');
  });

  it('12:30 is a time', async () => {
    expect(await codesOf(changedOffer('from: 16:00', 'from: 12:30'))).toEqual([]);
  });

  it('0123 is told to be put in quotation marks', async () => {
    expect(await codesOf(changedOffer('title: Sprachcafé Ziegelhof', 'title: 0123'))).toEqual(['wrong-type']);
  });

  it('2026-02-30 is no date', async () => {
    expect(await codesOf(changedOffer('reviewed: 2026-02-01', 'reviewed: 2026-02-30'))).toEqual(['bad-date']);
  });

  it('an empty value is said to be empty, once', async () => {
    expect(await codesOf(changedOffer('type: meeting-point', 'type:'))).toEqual(['wrong-type']);
  });
});
