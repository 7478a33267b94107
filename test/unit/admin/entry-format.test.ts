import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryFormat, sourceKey, yamlFormat } from '../../../src/admin/entry-format.ts';
import { cmsFields } from '../../../src/admin/cms-fields.ts';
import type { CmsField } from '../../../src/admin/cms-types.ts';
import { readMarkdown } from '../../../src/content/read-document.ts';
import { schemas, textFields, type Collection } from '../../../src/content/schemas.ts';
import { textHash } from '../../../src/content/text-hash.ts';
import { placeOf } from '../../../src/datasheet/write-offer.ts';
import { fieldContext } from './field-context.ts';

type Data = Record<string, unknown>;

const content = join(import.meta.dirname, '../../../content');
const offerFields = cmsFields(placeOf('offers'), fieldContext('offers'));
const nobody = (): undefined => undefined;
const offers = entryFormat('offers', 'unreadable', nobody);

/** As the CMS hands over a file: without white space at its ends. */
const open = (format: { fromFile(text: string): unknown }, text: string): Data => format.fromFile(text.trim()) as Data;

/** The CMS fills in every field that a form has before it gives back what was edited. */
function filledIn(form: Data, fields: readonly CmsField[]): Data {
  const filled: Data = { ...form };
  for (const { name, widget, multiple, default: standard, fields: inner } of fields) {
    const value = filled[name];
    if (value === undefined)
      filled[name] =
        widget === 'boolean' ? standard : widget === 'list' || multiple ? [] : widget === 'number' ? null : '';
    else if (inner && widget === 'object') filled[name] = filledIn(value as Data, inner);
    else if (inner && widget === 'list') filled[name] = (value as Data[]).map((item) => filledIn(item, inner));
  }
  return filled;
}

const offer = `---
# Was auf dem Plakat steht
title: 'Sprachcafé Brinkenau'
summary: Deutsch sprechen bei Kaffee und Tee.   # nicht ändern
type: meeting-point
status: active
organisation: sprachbruecke
fields_of_action: [language]
topics: [german]
audience:
  groups: [newcomers]
languages:
  - { code: de, kind: spoken }
cost: { kind: free }
registration: { kind: none }
delivery: [on-site]
place: ziegelhof # immer dort
service_area: [brinkenau]
accessibility:
  step_free: yes
  toilet: unknown
  sign_language: no
  plain_language: yes
childcare: { available: no }
contacts:
  - role: Anmeldung
    phone: '+49 221 4710123' # Festnetz
reviewed: 2026-10-01
review_every: 6
---

Kommen Sie einfach vorbei.
`;

const changedLines = (before: string, after: string): { removed: string[]; added: string[] } => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { removed: old.filter((line) => !now.includes(line)), added: now.filter((line) => !old.includes(line)) };
};

describe('what the form gives back', () => {
  test('changes only the lines that were edited, with comments and the order of keys', async () => {
    const form = filledIn(open(offers, offer), offerFields);
    const edited = {
      ...form,
      title: 'Sprachcafé am Ziegelhof',
      contacts: [...(form['contacts'] as Data[]), { role: 'Empfang', phone: '+49 221 4710999', email: '' }],
    };
    expect(changedLines(offer, await offers.toFile(edited))).toEqual({
      removed: ["title: 'Sprachcafé Brinkenau'"],
      added: ["title: 'Sprachcafé am Ziegelhof'", '  - role: Empfang', "    phone: '+49 221 4710999'"],
    });
  });

  test('takes a field out that was emptied', async () => {
    const text = offer.replace('reviewed:', 'capacity: { state: few, as_of: 2026-10-01 }\nreviewed:');
    const form = open(offers, text);
    expect(await offers.toFile({ ...form, capacity: '' })).toBe(offer);
  });

  test('says a known place by its id and another one in full', async () => {
    const form = open(offers, offer);
    expect(form['place']).toEqual({ $kind: 'known', id: 'ziegelhof' });
    const elsewhere = {
      ...form,
      place: { $kind: 'own', name: 'Gemeindesaal', street: '', town: 'brinkenau', protected: false },
    };
    expect(changedLines(offer, await offers.toFile(elsewhere))).toEqual({
      removed: ['place: ziegelhof # immer dort'],
      added: ['place:', '  name: Gemeindesaal', '  town: brinkenau # immer dort'],
    });
    const back = { ...form, place: { $kind: 'known', id: 'rathaus' } };
    expect(changedLines(offer, await offers.toFile(back))).toEqual({
      removed: ['place: ziegelhof # immer dort'],
      added: ['place: rathaus # immer dort'],
    });
  });

  test('names pictures without the folder that the form shows them in', async () => {
    const form = open(offers, offer);
    const written = await offers.toFile({
      ...form,
      image: { src: '/media/cafe.webp', alt: 'Menschen am Tisch', credit: '' },
      body: '![Plan](/media/plan.png)',
    });
    expect(readMarkdown('a.md', written).value?.data['image']).toEqual({ src: 'cafe.webp', alt: 'Menschen am Tisch' });
    expect(written).toContain('![Plan](plan.png)');
    expect(open(offers, written)['image']).toMatchObject({ src: '/media/cafe.webp' });
  });

  test('keeps what no field of the form is for', async () => {
    const text = offer.replace('reviewed:', 'zzz: { a: [1] }\nreviewed:');
    const form = open(offers, text);
    expect(await offers.toFile({ ...form, title: 'Anders' })).toContain('zzz: { a: [1] }');
  });

  test('writes a new entry in the order of the schema, without what is empty', async () => {
    const { [sourceKey]: _, ...form } = filledIn(open(offers, offer), offerFields);
    const written = await offers.toFile({ ...form, tags: [], capacity: null });
    const read = readMarkdown('a.md', written);
    expect(read.problems).toEqual([]);
    expect(read.value?.data).toEqual(readMarkdown('b.md', offer).value?.data);
    expect(Object.keys(read.value!.data)[0]).toBe('title');
  });

  test('comes back as plain text, whatever was typed', async () => {
    const hostile = [
      '--- \n---js\n{}',
      '<script>alert(1)</script>',
      "x: 'y\n- z",
      '*alias &anchor !!js/function',
      '{{ title }}',
      '\u202egnp.exe',
      '😀'.repeat(50),
    ];
    for (const title of hostile) {
      const written = await offers.toFile({ ...open(offers, offer), title });
      expect(readMarkdown('a.md', written)).toMatchObject({
        problems: [],
        value: { data: { title, type: 'meeting-point' } },
      });
    }
  });
});

test.each(['---\ntitle: [\n---\n', 'ohne Kopf', '---\ntitle: &a x\nsummary: *a\n---\n', '---js\n{}\n---\n'])(
  'a file that could not be changed without loss is not opened: %j',
  (text) => {
    expect(() => open(offers, text)).toThrow('unreadable');
  },
);

describe('translations', () => {
  const arabic = `---
title: مقهى اللغة
contacts:
  - role: التسجيل
translation:
  of: 000000000000
  by: machine # noch lesen
---

أهلا
`;
  const source = open(offers, offer);
  const format = entryFormat('offers', 'unreadable', () => source);
  const hash = textHash(readMarkdown('a.md', offer).value!, textFields.offers);

  test('a changed one is one of the source as it is now', async () => {
    const written = await format.toFile({ ...open(format, arabic), title: 'مقهى' });
    expect(changedLines(arabic, written)).toEqual({
      removed: ['title: مقهى اللغة', '  of: 000000000000'],
      added: ['title: مقهى', expect.stringMatching(new RegExp(`^  of: '?${hash}'?$`))],
    });
    expect(written).toContain('by: machine # noch lesen');
  });

  test('one that nobody touched stays as it is, and becomes outdated with its source', async () => {
    expect(await format.toFile(open(format, arabic))).toBe(arabic);
  });

  test('a new one says what it translates and that a person did', async () => {
    const written = await format.toFile({
      title: 'Language café',
      contacts: [{ role: '' }, { role: 'Office' }, {}],
      body: '',
    });
    expect(readMarkdown('a.en.md', written).value?.data).toEqual({
      title: 'Language café',
      contacts: [{}, { role: 'Office' }],
      translation: { of: hash, by: 'human' },
    });
  });

  test('a changed source is never taken for a translation', async () => {
    expect(await format.toFile({ ...open(format, offer), title: 'Anders' })).not.toContain('translation:');
  });
});

describe('every file of the demo', () => {
  const markdown = (folder: string): string[] =>
    readdirSync(join(content, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(content, folder, name));

  test.each(['offers', 'organisations', 'places', 'pages'] as const)(
    '%s come back as they were',
    async (collection: Collection) => {
      const format = entryFormat(collection, 'unreadable', nobody);
      const fields = cmsFields(placeOf(collection), fieldContext(collection));
      const files = markdown(collection);
      expect(files.length).toBeGreaterThan(3);
      for (const file of files) {
        const text = readFileSync(file, 'utf8');
        const isSource = !/\.[a-z-]+\.md$/.test(file);
        const form = open(format, text);
        const back = await format.toFile(isSource ? filledIn(form, fields) : form);
        expect(back, file).toBe(text);
      }
    },
    60_000,
  );

  test('site.yml changes only where it was edited', async () => {
    const format = yamlFormat(schemas['site.schema.json']!, 'unreadable');
    const text = readFileSync(join(content, 'site.yml'), 'utf8');
    const schema = schemas['site.schema.json']!;
    const form = filledIn(open(format, text), cmsFields({ node: schema, root: schema }, fieldContext('site')));
    expect(await format.toFile(form)).toBe(text);
    const edited = await format.toFile({ ...form, review_grace: 3 });
    expect(changedLines(text, edited)).toEqual({ removed: ['review_grace: 2'], added: ['review_grace: 3'] });
  });
});

test('a vocabulary that is not there yet is written', async () => {
  const format = yamlFormat(schemas['vocabulary.schema.json']!, 'unreadable');
  const written = await format.toFile({
    mode: 'extend',
    title: { de: '' },
    terms: [{ id: 'gardening', label: { de: 'Garten', en: '' }, hidden: false, synonyms: { de: [] } }],
  });
  expect(written).toBe('terms:\n  - id: gardening\n    label: { de: Garten }\n');
});
