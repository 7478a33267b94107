import { isMap, isScalar, parseDocument, type Pair } from 'yaml';
import { yamlOptions } from './parse-yaml.ts';

/** What a new `translation` block says about who translated. */
export type Translator = 'human' | 'machine';

const pairIn = (map: unknown, key: string): Pair | undefined =>
  isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;

/**
 * The text of a translation file with `translation.of` set to `hash`; every other character stays as it was written,
 * comments, order and line ends included. `by` is only used where the file does not yet say it. Undefined where the front matter cannot be read.
 */
export function stampTranslation(text: string, hash: string, by: Translator): string | undefined {
  const block = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m.exec(text);
  if (!block || block.index !== 0) return undefined;
  const [, opening = '', yaml = ''] = block;
  const newline = opening.endsWith('\r\n') ? '\r\n' : '\n';
  const document = parseDocument(yaml, yamlOptions);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined;

  const splice = (start: number, end: number, insert: string): string =>
    text.slice(0, opening.length + start) + insert + text.slice(opening.length + end);

  // Digits alone, or digits around an `e`, would be read as a number.
  const value = /^(\d+|\d+e\d+)$/.test(hash) ? `'${hash}'` : hash;

  const state = pairIn(document.contents, 'translation');
  if (!state) {
    const gap = yaml === '' || yaml.endsWith('\n') ? '' : newline;
    return splice(
      yaml.length,
      yaml.length,
      `${gap}translation:${newline}  of: ${value}${newline}  by: ${by}${newline}`,
    );
  }
  const of = pairIn(state.value, 'of');
  if (of && isScalar(of.value) && of.value.range) {
    const [start, end] = of.value.range;
    return splice(start, end, start === end ? ` ${value}` : value);
  }
  if (!isMap(state.value) || !state.value.range || state.value.items.length === 0) return undefined;
  const [start] = state.value.range;
  if (state.value.flow) return splice(start + 1, start + 1, ` of: ${value},`);
  const lineStart = yaml.lastIndexOf('\n', start - 1) + 1;
  return splice(start, start, `of: ${value}${newline}${yaml.slice(lineStart, start)}`);
}
