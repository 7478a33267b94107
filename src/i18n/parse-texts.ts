import { parse } from 'yaml';

/** `key: text` in one line; the text plain, or in quotes without anything that needs unescaping but `''`. */
const entry = /^([a-z0-9][a-zA-Z0-9._-]*): (?:'((?:[^']|'')*)'|"([^"\\]*)"|([\p{L}(„“«¿¡][^#]*))$/u;
/** What YAML would not take as this very string. */
const notPlain = /: |:$|\s$|^(?:true|false|null|y|yes|n|no|on|off)$/i;

/**
 * A file of texts, by key. Nearly all are one text a line, which needs no YAML parser: the result is the same in a
 * fiftieth of the time, and every command reads sixteen of these files.
 */
export function parseTexts(source: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const line of source.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, key, single, double, plain] = entry.exec(line) ?? [];
    const isOdd = key === undefined || texts.has(key) || (plain !== undefined && notPlain.test(plain));
    if (isOdd || line.includes('\r')) return new Map(Object.entries(parse(source) as Record<string, string>));
    texts.set(key, plain ?? double ?? (single ?? '').replaceAll("''", "'"));
  }
  return texts;
}
