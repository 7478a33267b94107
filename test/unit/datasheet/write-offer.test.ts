import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readMarkdown } from '../../../src/content/read-document.ts';
import { tidyBody, writeOffer } from '../../../src/datasheet/write-offer.ts';
import { updateOffer } from '../../../src/datasheet/update-offer.ts';
import { anyText } from '../../support/any-text.ts';

const offers = readdirSync('content/offers')
  .filter((name) => /^[^.]+\.md$/.test(name))
  .map((name) => ({ name, text: readFileSync(`content/offers/${name}`, 'utf8') }));

function read(text: string): { data: Readonly<Record<string, unknown>>; body: string } {
  const { value, problems } = readMarkdown('offer.md', text);
  expect(problems).toEqual([]);
  return value!;
}

/** Texts in which YAML, Markdown, terminals or readers have been caught out. */
const hostile = [
  'no',
  'yes',
  'y',
  'on',
  'null',
  '~',
  '',
  ' ',
  '-',
  '- a',
  '---',
  '--- x',
  '...',
  '# x',
  'a #b',
  'a: b',
  'a:',
  ':a',
  '? x',
  '!x',
  '!!js/function x',
  '&a',
  '*a',
  '%TAG',
  '@x',
  '`x`',
  '"',
  "'",
  "it's",
  '[a',
  'a]',
  '{a',
  'a}',
  'a, b',
  '>',
  '|',
  '12:30',
  '1:2:3',
  '0o7',
  '0123',
  '1_000',
  '1e3',
  '.5',
  '0x1F',
  '2026-02-30',
  '2026-02-01',
  '.inf',
  '.nan',
  '<<',
  '=',
  '=cmd()',
  'true',
  'a\nb',
  '\na',
  'a\n',
  'a\n\n',
  ' a',
  'a ',
  'a\n b',
  'a\tb',
  '\t',
  'a\r\nb',
  '\u0085',
  '\u2028',
  '\ufeffa',
  '\u202eabc',
  'مرحبا',
  '👩‍👩‍👧',
  '\ud800',
  '{{ x }}',
  '---\ntitle: x\n---',
  `${'  '.repeat(40)}a:`,
  '- '.repeat(40),
  '['.repeat(40),
];

// The null character is refused by the check, wherever it stands.
const text = fc
  .oneof(fc.constantFrom(...hostile), anyText(), fc.string({ unit: 'grapheme' }))
  .map((some) => some.replaceAll('\0', ''));
const key = fc
  .oneof(
    fc.constantFrom('title', 'contacts', 'cost', 'languages', 'valid', 'tags'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .filter((name) => name !== '__proto__');
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const data = fc.dictionary(key, anything, { maxKeys: 5, noNullPrototype: true });

describe('writeOffer', () => {
  it('is read back as what was written, whatever it is', () => {
    fc.assert(
      fc.property(data, text, (wanted, body) => {
        const found = read(writeOffer(wanted, body));
        expect(found.data).toEqual(wanted);
        expect(tidyBody(found.body)).toBe(tidyBody(body));
      }),
      { numRuns: 400 },
    );
  });

  it.each(hostile)('keeps the text %j as the same text, in YAML 1.1 as well', (value) => {
    const wanted = { title: value, tags: [value, 'b'], audience: { age: { min: value } }, next_steps: [value] };
    const written = writeOffer(wanted, '');
    expect(read(written).data).toEqual(wanted);
    const yaml = written.slice(4, written.lastIndexOf('---'));
    expect(parse(yaml, { version: '1.1' })).toEqual(wanted);
  });

  it('shows what would be hidden in a review', () => {
    expect(writeOffer({ title: 'abc\u202edef' }, '')).toBe('---\ntitle: "abc\\u202edef"\n---\n');
  });

  it('writes keys in the order of the schema, codes on one line, sentences on a line each', () => {
    const written = writeOffer(
      {
        contacts: [{ phone: '+49 221 4710100', role: 'Büro' }],
        languages: [{ kind: 'spoken', code: 'de' }],
        next_steps: ['Rufen Sie an.', 'Kommen Sie vorbei.'],
        topics: ['german', 'meeting'],
        title: 'Café: neu',
        accessibility: { step_free: 'no' },
        valid: { from: '2026-01-01' },
        schedule: [{ from: '09:00', days: ['monday'], valid: { from: '2026-01-01' } }],
      },
      '\n\nText\r\nund mehr\n\n',
    );
    expect(written).toBe(`---
title: 'Café: neu'
topics: [german, meeting]
languages:
  - { code: de, kind: spoken }
next_steps:
  - Rufen Sie an.
  - Kommen Sie vorbei.
schedule:
  - days: [monday]
    from: '09:00'
    valid: { from: '2026-01-01' }
accessibility:
  step_free: 'no'
contacts:
  - role: Büro
    phone: '+49 221 4710100'
valid:
  from: '2026-01-01'
---

Text
und mehr
`);
  });

  it.each(offers)('writes the demo offer $name with the same content', ({ text: source }) => {
    const old = read(source);
    const found = read(writeOffer(old.data, old.body));
    expect(found.data).toEqual(old.data);
    expect(found.body).toBe(old.body);
  });
});

describe('updateOffer', () => {
  const source = `---
# Kopf
title: Sprachcafé # bleibt
summary: Deutsch sprechen bei Kaffee und Tee.

# Die Themen
topics: [ german,   meeting ]
cost:
  kind: free   # ja
contacts:
  # das Büro
  - role: Büro
    phone: '+49 221 4710100'
  - role: Telefon # zweites
    phone: '+49 221 4710101'
reviewed: 2026-01-01
review_every: 12
---
Text

  mit Absatz
`;

  it('changes one date and nothing else', () => {
    expect(updateOffer(source, { reviewed: '2026-11-22' })).toBe(source.replace('2026-01-01', '2026-11-22'));
  });

  it('changes a field deep inside and keeps the comments around it', () => {
    const contacts = [
      { role: 'Büro', phone: '+49 221 4710102' },
      { role: 'Telefon', phone: '+49 221 4710101' },
    ];
    expect(updateOffer(source, { contacts })).toBe(source.replace('4710100', '4710102'));
  });

  it('adds a field where the schema has it, also inside', () => {
    const contacts = [
      { role: 'Büro', phone: '+49 221 4710100' },
      { role: 'Telefon', phone: '+49 221 4710101', email: 'a@example.org' },
      { role: 'Neu' },
    ];
    expect(updateOffer(source, { type: 'course', contacts })).toBe(
      source
        .replace('Kaffee und Tee.\n', 'Kaffee und Tee.\ntype: course\n')
        .replace("'+49 221 4710101'\n", "'+49 221 4710101'\n    email: a@example.org\n  - role: Neu\n"),
    );
  });

  it('removes a field and an item with their lines only', () => {
    const contacts = [{ role: 'Büro', phone: '+49 221 4710100' }];
    expect(updateOffer(source, { cost: undefined, contacts })).toBe(
      source
        .replace('cost:\n  kind: free   # ja\n', '')
        .replace("  - role: Telefon # zweites\n    phone: '+49 221 4710101'\n", ''),
    );
  });

  it('keeps line ends, a byte order mark and a body that is the same', () => {
    const windows = `\ufeff${source.replaceAll('\n', '\r\n')}`;
    expect(updateOffer(windows, { review_every: 6 }, 'Text\n\n  mit Absatz')).toBe(windows.replace('12\r\n', '6\r\n'));
    expect(updateOffer(source, {}, 'Neu')).toBe(`${source.slice(0, source.indexOf('Text'))}\nNeu\n`);
  });

  it('returns the very same text when nothing changes', () => {
    for (const { text: offer } of offers) expect(updateOffer(offer, read(offer).data, read(offer).body)).toBe(offer);
  });

  it('gives up on what cannot be read', () => {
    expect(updateOffer('no front matter', { title: 'x' })).toBeUndefined();
    expect(updateOffer('---\ntitle: [\n---\n', { title: 'x' })).toBeUndefined();
  });

  it('arrives at the wanted data from any data, and leaves the body alone', () => {
    fc.assert(
      fc.property(data, data, text, (before, after, body) => {
        const old = writeOffer(before, body);
        const changes = { ...Object.fromEntries(Object.keys(before).map((name) => [name, undefined])), ...after };
        const found = read(updateOffer(old, changes)!);
        expect(found.data).toEqual(after);
        expect(tidyBody(found.body)).toBe(tidyBody(body));
      }),
      { numRuns: 400 },
    );
  });

  it('arrives at the wanted data from the demo offers', () => {
    const offer = fc.constantFrom(...offers.map(({ text: one }) => one));
    fc.assert(
      fc.property(offer, offer, (old, other) => {
        const before = read(old).data;
        const after = read(other).data;
        const changes = { ...Object.fromEntries(Object.keys(before).map((name) => [name, undefined])), ...after };
        const updated = updateOffer(old, changes)!;
        expect(read(updated)).toMatchObject({ data: after, body: read(old).body });
      }),
      { numRuns: 150 },
    );
  });
});
