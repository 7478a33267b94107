import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseTexts } from '../../../src/i18n/parse-texts.ts';

const folder = join(import.meta.dirname, '../../../src/i18n/texts');

const withYaml = (source: string): unknown => {
  try {
    return parse(source) as unknown;
  } catch {
    return 'an error';
  }
};
const ours = (source: string): unknown => {
  try {
    return Object.fromEntries(parseTexts(source));
  } catch {
    return 'an error';
  }
};

describe('parseTexts', () => {
  it.each(readdirSync(folder))('reads %s as a YAML parser does', (file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    expect([...parseTexts(source)]).toEqual(Object.entries(parse(source) as object));
  });

  it.each([
    ['a: b # a comment'],
    ['a: b: c'],
    ['a: b:'],
    ['a: b '],
    ['a: true\nb: Null\nc: 12\nd: ~\ne: y'],
    ["a: 'it''s'\nb: \"it's\""],
    ['a: "new\\nline"'],
    ['a: one\n  two'],
    ['a: |\n  one\n  two'],
    ["a: 'one'\na: 'two'"],
    ['a: b\r\nc: d\r\n'],
    ['__proto__: x'],
    ["a: ''"],
  ])('reads %j as a YAML parser does', (source) => {
    expect(ours(source)).toEqual(withYaml(source));
  });

  it('reads any lines as a YAML parser does', () => {
    const piece = fc.constantFrom(
      ...'abÄ\'"#:{}[]\\ -,|>%@`\t~?1(„'.split(''),
      ': ',
      ' #',
      "''",
      'true',
      '\n  ',
      'مرحبا',
    );
    const value = fc.array(piece, { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
    const quoted = fc.oneof(
      value,
      value.map((text) => `'${text}'`),
      value.map((text) => `"${text}"`),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b.c', 'd-e'), quoted), { minLength: 1, maxLength: 3 }),
        (lines) => {
          const source = lines.map(([key, text]) => `${key}: ${text}`).join('\n');
          const expected = withYaml(source);
          // A file of texts is a map of texts; what else YAML can say, no file of ours says.
          fc.pre(
            expected !== 'an error' && typeof expected === 'object' && expected !== null && !Array.isArray(expected),
          );
          expect(ours(source)).toEqual(expected);
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 3_000) },
    );
  });
});
