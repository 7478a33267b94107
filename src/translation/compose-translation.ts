import { updateEntry } from '../datasheet/update-offer.ts';
import { writeEntry } from '../datasheet/write-offer.ts';
import { isSame } from '../datasheet/is-same.ts';
import type { FieldPath } from '../model/diagnostic.ts';
import type { TranslationState } from '../model/schema.generated.ts';
import type { Rejection } from './rejection.ts';
import { fillSegments, isAligned, isTranslatable, splitMarkdown, unwrap } from './split-markdown.ts';
import type { TranslatableEntry } from './translatable-entry.ts';
import type { Unit } from './units.ts';

/** The content of a translation file without its state. */
export interface Composition {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly rejected: readonly Rejection[];
}

type Texts = ReadonlyMap<string, string>;

function setAt(data: Record<string, unknown>, path: FieldPath, text: string): void {
  let holder = data as Record<string | number, unknown>;
  for (const [depth, step] of path.slice(0, -1).entries()) {
    const next = holder[step];
    if (typeof next !== 'object' || next === null) holder[step] = typeof path[depth + 1] === 'number' ? [] : {};
    holder = holder[step] as Record<string | number, unknown>;
  }
  holder[path.at(-1)!] = text;
}

/** A list of maps may have empty ones, so that the others keep their places. */
function fillGaps(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => fillGaps(item ?? {}));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillGaps(item)]));
}

/** The list that an item of a list of texts belongs to: `required_documents`. */
const listOf = ({ path }: Unit): string | undefined =>
  typeof path?.at(-1) === 'number' ? path.slice(0, -1).join('.') : undefined;

/**
 * Existing translation and new texts together; texts that do not fit are left out and reported. A description or a list
 * of texts is either complete in the language or not there at all.
 */
export function composeTranslation(entry: TranslatableEntry, units: readonly Unit[], texts: Texts): Composition {
  const { source, existing } = entry;
  const rejected: Rejection[] = [];
  const reject = (unit: Unit, reason: Rejection['reason']): void => {
    rejected.push({ file: source.file, field: unit.field, reason });
  };

  const { translation: _state, ...old } = existing?.document.data ?? {};
  const data = structuredClone(old) as Record<string, unknown>;
  const incomplete = new Set(
    units.flatMap((unit) => (!texts.has(unit.field) && unit.target === undefined ? (listOf(unit) ?? []) : [])),
  );
  for (const unit of units) {
    const text = texts.get(unit.field);
    if (text === undefined || !unit.path || text === unit.target) continue;
    if (incomplete.has(listOf(unit) ?? '')) reject(unit, 'incomplete');
    else setAt(data, unit.path, text);
  }
  return { data: fillGaps(data) as Record<string, unknown>, body: composeBody(), rejected };

  function composeBody(): string {
    const oldBody = existing?.document.body ?? '';
    const parts = units.filter(({ path }) => path === undefined);
    const given = parts.filter(({ field, target }) => texts.has(field) && texts.get(field) !== target);
    if (given.length === 0) return oldBody;
    const [whole] = parts;
    if (whole?.field === 'body') return texts.get('body')!;
    const missing = parts.some(({ field, target }) => !texts.has(field) && target === undefined);
    if (missing) {
      for (const unit of given) reject(unit, 'incomplete');
      return oldBody;
    }
    const from = splitMarkdown(source.body);
    const to = splitMarkdown(oldBody);
    const skeleton = oldBody.trim() !== '' && isAligned(from, to) ? to : from;
    const written = skeleton.filter(isTranslatable);
    const body = fillSegments(
      skeleton,
      parts.map(({ field }, index) => {
        const text = texts.get(field);
        // A paragraph that was wrapped by hand stays wrapped.
        return text === unwrap(written[index]!.text) ? undefined : text;
      }),
    );
    if (isAligned(splitMarkdown(body), from)) return body;
    for (const unit of given) reject(unit, 'structure');
    return oldBody;
  }
}

/**
 * The text of a translation file. Where there is one already (`before`), only what is different is changed in it.
 * Undefined when that file cannot be read.
 */
export function writeTranslation(
  entry: TranslatableEntry,
  { data, body }: Pick<Composition, 'data' | 'body'>,
  translation: Readonly<Partial<TranslationState>>,
  before: string | undefined,
): string | undefined {
  if (before === undefined) return writeEntry(entry.collection, { ...data, translation }, body);
  const old = entry.existing?.document.data ?? {};
  const wanted: Record<string, unknown> = { ...data, translation };
  const changes = Object.fromEntries(
    [...new Set([...Object.keys(old), ...Object.keys(wanted)])]
      .filter((key) => !isSame(old[key], wanted[key]))
      .map((key) => [key, wanted[key]]),
  );
  const newBody = body === entry.existing?.document.body ? undefined : body;
  return updateEntry(entry.collection, before, changes, newBody);
}
