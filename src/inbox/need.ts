import { stringify } from 'yaml';
import { mostSimilar } from '../content/similar.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath, IsoDate } from '../model/diagnostic.ts';
import { tidyBody } from '../datasheet/write-offer.ts';
import type { Data } from './hand-in.ts';

/** What the ids in a need are looked up in. */
export interface KnownIds {
  readonly places: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

const limits = { title: 150, list: 20, language: 35, count: 10_000, body: 5_000 };
const lists = { where: 'places', topics: 'topics', whom: 'target-groups', languages: undefined } as const;
const fields = ['title', 'where', 'whom', 'topics', 'languages', 'how_many'];

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** Everything that is wrong in “What is missing here?”: a short text, and where, for whom and how many, if known. */
export function checkNeed(file: string, data: Data, body: string, known: KnownIds): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const wrongType = (at: FieldPath, value: unknown, expected: string): void => {
    const shown = (JSON.stringify(value) ?? '').slice(0, 60);
    problems.push(
      diagnose('wrong-type', file, { field: fieldName(at), expected, actual: typeOf(value), value: shown }, { at }),
    );
  };

  for (const key of Object.keys(data)) {
    if (fields.includes(key)) continue;
    const field = key.slice(0, 60);
    problems.push(
      diagnose('unknown-field', file, { field, suggestion: mostSimilar(field, fields) }, { at: [field], onKey: true }),
    );
  }

  const { title } = data;
  if (title === undefined)
    problems.push(diagnose('missing-field', file, { field: 'title' }, { at: ['title'], onKey: true }));
  else if (typeof title !== 'string') wrongType(['title'], title, 'string');
  else {
    const length = [...title.trim()].length;
    if (length < 3) problems.push(diagnose('too-short', file, { field: 'title', limit: 3, length }, { at: ['title'] }));
    if (length > limits.title)
      problems.push(diagnose('too-long', file, { field: 'title', limit: limits.title, length }, { at: ['title'] }));
  }

  for (const [name, collection] of Object.entries(lists)) {
    const value = data[name];
    if (value === undefined) continue;
    if (!Array.isArray(value)) {
      wrongType([name], value, 'array');
      continue;
    }
    if (value.length > limits.list)
      problems.push(
        diagnose('too-many', file, { field: name, limit: limits.list, count: value.length }, { at: [name] }),
      );
    for (const [index, item] of value.slice(0, limits.list).entries()) {
      const at = [name, index];
      if (typeof item !== 'string') wrongType(at, item, 'string');
      else if (collection === undefined) {
        if (item.length > limits.language || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(item))
          problems.push(
            diagnose('bad-language', file, { field: fieldName(at), value: item.slice(0, 60), suggestion: '' }, { at }),
          );
      } else {
        const ids = name === 'where' ? known.places : name === 'topics' ? known.topics : known.groups;
        if (ids.has(item)) continue;
        const id = item.slice(0, 80);
        problems.push(
          diagnose(
            'unknown-reference',
            file,
            { field: fieldName(at), id, collection, suggestion: mostSimilar(id, ids) },
            { at },
          ),
        );
      }
    }
  }

  const { how_many: howMany } = data;
  if (howMany !== undefined) {
    const at = ['how_many'];
    if (typeof howMany !== 'number' || !Number.isInteger(howMany)) wrongType(at, howMany, 'integer');
    else if (howMany < 1 || howMany > limits.count) {
      const bound = howMany < 1 ? 'min' : 'max';
      const limit = bound === 'min' ? 1 : limits.count;
      problems.push(diagnose('out-of-range', file, { field: 'how_many', value: howMany, bound, limit }, { at }));
    }
  }
  if (body.length > limits.body)
    problems.push(diagnose('too-long', file, { field: 'body', limit: limits.body, length: body.length }));
  return problems;
}

/** The file of a need; `data` was checked. */
export function writeNeed(data: Data, body: string, date: IsoDate): string {
  const sheet = {
    ...Object.fromEntries(fields.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]]))),
    status: 'open',
    source: 'hand-in',
    date,
  };
  const yaml = stringify(sheet, { singleQuote: true, lineWidth: 0, compat: 'yaml-1.1' });
  const text = tidyBody(body);
  return `---\n${yaml}---\n${text === '' ? '' : `\n${text}\n`}`;
}
