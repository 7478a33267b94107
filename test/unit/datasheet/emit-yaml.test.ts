import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { emitFlow, emitPair, emitScalar } from '../../../src/datasheet/emit-yaml.ts';

/** Texts made of what means something in YAML, now or in its older version. */
const signs = `:-?#&*!|>'"%@\`[]{},. ~_0123456789eExobTtZ+nyNY<=\\`;
const words =
  'yes no on Off null true 2026-11-22 12:30 190:20:30 0x1F 0b1 0o7 1_000 .inf .nan << --- ... a ä م 🎉 https://example.org/?a=b';
const piece = fc.constantFrom(...signs, ...words.split(' '));
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

/** As programs with YAML 1.2 and, more freely, with YAML 1.1 read it. */
const readers = [{ version: '1.2' }, { version: '1.1', schema: 'yaml-1.1' }] as const;

it('writes a text so that every reader reads it as that text', () => {
  fc.assert(
    fc.property(text, (wanted) => {
      for (const reader of readers) {
        expect(parse(emitPair('title', wanted, undefined, '', 0), reader)).toEqual({ title: wanted });
        expect(parse(emitFlow([wanted, wanted], undefined), reader)).toEqual([wanted, wanted]);
        expect(parse(emitFlow({ note: wanted }, undefined), reader)).toEqual({ note: wanted });
      }
    }),
    { numRuns: 5000 },
  );
});

it('leaves a text bare where nothing misreads it', () => {
  for (const bare of ['Café am Hof', 'a-b', 'Deutsch: nein'.replace(': ', ':'), 'https://example.org', '10 Uhr', 'x#1'])
    expect(emitScalar(bare, { flow: false, compatible: true }, '')).toBe(bare);
});

it.each([
  ['no', "'no'"],
  ['12:30', "'12:30'"],
  ['2026-11-22', "'2026-11-22'"],
  ['+49 221 4710123', "'+49 221 4710123'"],
  ['Es gilt: ja', "'Es gilt: ja'"],
  ["'s Café", '"\'s Café"'],
  ['', "''"],
])('puts %s in quotation marks', (bare, written) => {
  expect(emitScalar(bare, { flow: false, compatible: true }, '')).toBe(written);
});
