import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/content/read-document.ts';
import { formatEntry } from '../../../src/datasheet/format-entry.ts';

const demo = readdirSync('content/offers')
  .filter((name) => /^[^.]+\.md$/.test(name))
  .map((name) => readFileSync(`content/offers/${name}`, 'utf8'));

describe('formatEntry', () => {
  it('moves nested fields with their comments', () => {
    const text = `\ufeff---\r
# Kopf der Datei\r
\r
contacts:\r
  # Büro\r
  - phone: '+49 221 4710100' # Festnetz\r
    # Aufgabe\r
    role: Büro\r
  - { phone: x, role: y }\r
title: A\r
---\r
\r
Text  \r
\r
\r
`;
    expect(formatEntry('offers', text)).toBe(`---
# Kopf der Datei

title: A
contacts:
  # Büro
  # Aufgabe
  - role: Büro
    phone: '+49 221 4710100' # Festnetz
  - { phone: x, role: y }
---

Text
`);
  });

  it('gives up on what cannot be read', () => {
    expect(formatEntry('offers', 'no front matter')).toBeUndefined();
    expect(formatEntry('offers', '---\na: *b\n---\n')).toBeUndefined();
  });

  it('says the same in any order, and is done after once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...demo), fc.infiniteStream(fc.nat()), (text, numbers) => {
        const shuffled = shuffle(text, numbers);
        const before = readMarkdown('a.md', shuffled).value!;
        const once = formatEntry('offers', shuffled)!;
        const after = readMarkdown('a.md', once).value!;
        expect(after.data).toEqual(before.data);
        expect(after.body).toBe(before.body);
        expect(formatEntry('offers', once)).toBe(once);
        expect(once).toBe(formatEntry('offers', text));
      }),
      { numRuns: 30 },
    );
  });
});

/** The top-level fields in another order; the files have no comments there. */
function shuffle(text: string, numbers: Iterable<number>): string {
  const end = text.indexOf('\n---\n', 4) + 1;
  const fields = text.slice(4, end).split(/^(?=\S)/m);
  const stream = numbers[Symbol.iterator]();
  const mixed = fields
    .map((field) => ({ field, rank: stream.next().value as number }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ field }) => field);
  return `---\n${mixed.join('')}${text.slice(end)}`;
}
