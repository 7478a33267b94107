import { lostParts, type FixedPart } from '../content/fixed-parts.ts';
import { findInMarkdown } from '../content/markdown.ts';
import type { Rejection } from './rejection.ts';
import type { Unit } from './units.ts';

/** What is wrong with a text, or odd about it. */
export interface Judgement {
  readonly reason?: Rejection['reason'];
  readonly detail?: string;
  /** Times and names that are written differently: often right, worth a look. */
  readonly look: readonly string[];
}

const valuesOf = (parts: readonly FixedPart[]): string => parts.map(({ value }) => value).join(', ');

const mustStay = ({ kind }: FixedPart): boolean => kind !== 'time';

/** Characters that turn the direction of what follows without an end, or that cannot be seen at all. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\ufeff]/;

const unsafeIn = (text: string): string[] =>
  findInMarkdown(text)
    .filter(({ kind }) => kind !== 'local-image')
    .map(({ value }) => value);

/** Whether a translated text may stand in the place of its source. `sameWords`: the languages may share whole sentences (plain German). */
export function judgeText(
  { source, path, maxLength }: Unit,
  text: string,
  { names = [], sameWords = false }: { names?: readonly string[]; sameWords?: boolean } = {},
): Judgement {
  const lost = lostParts(source, text);
  const look = [
    ...lost.filter((part) => !mustStay(part)).map(({ value }) => value),
    ...names.filter((name) => source.includes(name) && !text.includes(name)),
  ];
  const reject = (reason: Rejection['reason'], detail?: string): Judgement => ({
    reason,
    ...(detail === undefined ? {} : { detail }),
    look,
  });

  const length = [...text].length;
  if (maxLength !== undefined && length > maxLength) return reject('too-long', `${length} > ${maxLength}`);
  const shortest = path?.at(-1) === 'title' ? 3 : path?.at(-1) === 'summary' ? 10 : 1;
  if (path && length < shortest) return reject('too-short', `${length} < ${shortest}`);
  if (!sameWords && text === source && source.split(/\s+/).length > 4) return reject('untranslated');
  const gone = lost.filter(mustStay);
  if (gone.length > 0) return reject('lost', valuesOf(gone));
  const added = lostParts(text, source).filter(mustStay);
  if (added.length > 0) return reject('added', valuesOf(added));
  const had = new Set(unsafeIn(source));
  const unsafe = [...unsafeIn(text).filter((found) => !had.has(found)), ...(hidden.exec(text) ?? [])];
  if (unsafe.length > 0) return reject('unsafe', JSON.stringify(unsafe[0]));
  return { look };
}
