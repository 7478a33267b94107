import { createRequire } from 'node:module';
import fc from 'fast-check';
import { parse } from 'yaml';
import { anyText } from '../../support/any-text.ts';

const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings') as readonly string[];

/** Attempts to get out of a text and into the page, each with a name that no page of ours uses. */
const markup = [
  '<x-pwned>',
  '</p></div></main><x-pwned>',
  '"><x-pwned onmouseover="alert(1)">',
  "' onfocus='alert(1)' autofocus='",
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--',
  ']]><x-pwned>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '![x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](<javascript:alert(1)>)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '{{ 7 * 7 }}{% raw %}${7*7}<%= 7 %>',
  '=HYPERLINK("https://example.org","x")',
  '@SUM(1+1)*cmd|x',
  '\u202e\u2066\u200f',
  '\u2028\u2029',
  'BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VCALENDAR',
  '../../../../etc/passwd',
  '..\\..\\x',
  '%2e%2e%2f',
  '/etc/passwd\0.png',
  '__proto__',
  'constructor',
  'a'.repeat(50_000) + '!',
  '('.repeat(2_000),
  '*'.repeat(2_000),
  '[a]('.repeat(1_000),
  '> '.repeat(1_000),
  '- '.repeat(500) + 'x',
  '`'.repeat(1_001),
  '&#x'.repeat(1_000),
  '𝒳'.repeat(500),
  '\ud800',
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...markup) },
  { weight: 4, arbitrary: fc.constantFrom(...naughty) },
  { weight: 1, arbitrary: anyText({ maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...markup), fc.constantFrom(...naughty)).map(([a, b]) => `${a} ${b}`),
  },
);

const hostileKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', ' ', '<<', '0', 'null'),
  hostileText,
);

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Infinity, -0, Number.NaN, 2 ** 53, '0x1F', '1e999', '2026-02-30', '9999-12-31', '25:61'),
  },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 40 }) },
);

/** Everywhere in a piece of data: maps, lists and leaves, by their paths. */
function pathsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const children =
    Array.isArray(value) || (typeof value === 'object' && value !== null)
      ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, Array.isArray(value) ? +key : key]))
      : [];
  return [path, ...children];
}

/** The same data with another value in one place; a key may be any word, also one that JavaScript treats specially. */
function withValue(data: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((item: unknown, index) => (index === key ? withValue(item, rest, value) : item));
  if (typeof data !== 'object' || data === null) return value;
  const map = data as Readonly<Record<string, unknown>>;
  const entries = Object.entries(map).filter(([name]) => name !== key);
  const changed = withValue(Object.hasOwn(map, key) ? map[key] : undefined, rest, value);
  return Object.assign(Object.create(null), Object.fromEntries([...entries, [key, changed]])) as unknown;
}

/** Data as another program may send it: with a hostile value in one place of it. */
export function spoilData(good: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(good);
  return fc
    .tuple(fc.constantFrom(...paths), fc.option(hostileKey, { freq: 3 }), hostileValue)
    .map(([path, key, value]) => withValue(good, key === null ? path : [...path, key], value));
}

const frontMatter = /^---\n([\s\S]*?)\n---\n?/;

/** A file of content with one thing in it that nobody wants there; `text` is a good file with or without front matter. */
export function spoil(text: string): fc.Arbitrary<string | Uint8Array> {
  const head = frontMatter.exec(text)?.[1];
  const yaml = head ?? text;
  const body = head === undefined ? '' : text.replace(frontMatter, '');
  const good: unknown = parse(yaml);
  const paths = pathsIn(good);
  // JSON is YAML, too, and quick to write.
  const written = (data: unknown, rest: string): string =>
    head === undefined ? JSON.stringify(data) : `---\n${JSON.stringify(data)}\n---\n${rest}`;
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(...(paths.length > 1 ? paths.slice(1) : paths)), hostileValue)
        .map(([path, value]) => written(withValue(good, path, value), body)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(hostileKey, hostileValue).map(([key, value]) => written(withValue(good, [key], value), body)),
    },
    { weight: head === undefined ? 0 : 3, arbitrary: hostileText.map((hostile) => written(good, hostile)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.nat(text.length), fc.nat(30), fc.oneof(hostileText, anyText({ maxLength: 8 })))
        .map(([at, length, hostile]) => text.slice(0, at) + hostile + text.slice(at + length)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat(text.length), fc.uint8Array({ maxLength: 8 })).map(([at, bytes]) => {
        const whole = Buffer.from(text);
        return Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)]);
      }),
    },
    { weight: 1, arbitrary: fc.oneof(hostileText, fc.uint8Array({ maxLength: 200 })) },
  );
}

/** Names of files as they come out of an unpacked archive or a careless system. */
export const hostileName: fc.Arbitrary<string> = hostileText
  .map((text) => text.replace(/[/\0]/g, '').slice(0, 60))
  .filter(
    (name) =>
      name !== '' && name !== '.' && name !== '..' && Buffer.byteLength(name) < 200 && !/\p{Surrogate}/u.test(name),
  );

/** How many cases in all: `FUZZ_CASES=1000000 npx vitest run test/unit/hostile`; `FUZZ_SEED` for others than usual. */
export const wholeCases = Number(process.env.FUZZ_CASES ?? 10_000);
export const seed = Number(process.env.FUZZ_SEED ?? 20_261_122);

/** `count` draws, the same for the same seed. */
export const draw = <T>(arbitrary: fc.Arbitrary<T>, count: number, salt = 0): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: seed + salt });
