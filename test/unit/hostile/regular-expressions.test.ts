import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../../src');

/** A literal where a value may begin; what stands between slashes elsewhere is division or a comment. */
const literal =
  /(?<=(?:^|[=(,:!&|?;{}[]|=>|return)\s*)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/gm;

interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const found: readonly Found[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.generated.'))
  .flatMap((file) =>
    Array.from(readFileSync(join(src, file), 'utf8').matchAll(literal), ([, source = '', flags = '']) => ({
      file,
      source,
      flags: flags.replace(/[gy]/g, ''),
    })),
  )
  .filter(({ source, flags }) => {
    try {
      return new RegExp(source, flags).flags === flags;
    } catch {
      return false;
    }
  });

/** Letters of every kind that a pattern tells apart, and those that it names itself. */
const usual = [
  'a',
  'A',
  '0',
  ' ',
  '\n',
  '\t',
  '.',
  '-',
  '_',
  '/',
  ':',
  ',',
  ';',
  '"',
  "'",
  '<',
  '>',
  '[',
  ']',
  '(',
  ')',
];
const more = ['{', '}', '*', '`', '&', '#', '=', '|', '\\', '@', '+', '!', 'ä', 'ا', '١', '\u00a0', '\u00ad', '𝒳'];

/** Long strings of one letter or two in turn, with an end that does not fit: what makes a bad pattern try everything. */
function attacks(source: string): string[] {
  const own = [...new Set(source.replace(/\\[a-zA-Z]|\[\^?|[\]()*+?|^$]/g, ''))].slice(0, 12);
  const letters = [...new Set([...own, ...usual, ...more])];
  const pumps = [
    ...letters,
    ...own.flatMap((a) => own.slice(0, 6).map((b) => a + b)),
    'a ',
    'a-',
    'a.',
    'a,',
    '0.',
    '1 ',
  ];
  const words = own.join('');
  return pumps.flatMap((pump) => {
    const tower = pump.repeat(Math.ceil(length / pump.length));
    return [`${tower}\0`, `${words}${tower}\n\0`];
  });
}
const length = 1_000;
/** In ms, for all attacks together: what tries everything takes years, what begins anew at each letter a tenth of this. */
const patience = 3_000;

test('no regular expression of the program tries more than it has time for', { timeout: 120_000 }, () => {
  expect(found.length).toBeGreaterThan(300);
  const context = createContext({ text: '', pattern: /x/ });
  const catastrophic: string[] = [];
  for (const { file, source, flags } of found) {
    context['pattern'] = new RegExp(source, `${flags}g`);
    context['texts'] = attacks(source);
    try {
      // One clock for all: nearly every pattern is done with all of them in a few milliseconds.
      runInContext('for (const text of texts) for (const _ of text.matchAll(pattern));', context, {
        timeout: patience,
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      catastrophic.push(`${file}: /${source}/${flags}`);
    }
  }
  expect(catastrophic).toEqual([]);
});

test('a bad one would be seen', () => {
  const context = createContext({ pattern: /^(a+)+$/g, texts: attacks('^(a+)+$') });
  expect(() =>
    runInContext('for (const text of texts) for (const _ of text.matchAll(pattern));', context, { timeout: 200 }),
  ).toThrow(/timed out/);
});
