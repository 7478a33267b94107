import { markedFields, valuesAt, type MarkedField } from '../content/marked-fields.ts';
import { collectionSchema, collections, resolveRef, schemas, type Collection } from '../content/schemas.ts';
import { mostSimilar } from '../content/similar.ts';
import type { VocabularyName } from '../model/catalogue.ts';
import { offerTypes } from '../model/offer-values.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SchemaNode } from '../content/marked-fields.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';

interface References {
  readonly entries: readonly MarkedField<Collection>[];
  readonly terms: readonly MarkedField<VocabularyName>[];
}

const referencesIn = (schema: SchemaNode): References => ({
  entries: markedFields<Collection>(schema, 'x-reference', resolveRef),
  terms: markedFields<VocabularyName>(schema, 'x-vocabulary', resolveRef),
});

const references = Object.fromEntries(
  collections.map((collection) => [collection, referencesIn(collectionSchema[collection])]),
) as Record<Collection, References>;
const siteReferences = referencesIn(schemas['site.schema.json']!);
const targetReferences = referencesIn(schemas['targets.schema.json']!);

/** What there is to refer to. */
type Known = Pick<Checkable, 'ids' | 'vocabularies'>;

const checkEntry = oncePerEntry('references', ({ collection, file, data }: CheckedEntry, known: Known) =>
  check(file, data, references[collection], known),
);

function check(file: string, data: unknown, { entries, terms }: References, known: Known): Diagnostic[] {
  return [
    ...entries.flatMap(({ pattern, mark }) => checkField(file, data, pattern, mark, known.ids[mark])),
    ...terms.flatMap(({ pattern, mark }) => checkField(file, data, pattern, mark, known.vocabularies[mark])),
  ];
}

function checkField(
  file: string,
  data: unknown,
  pattern: readonly string[],
  collection: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): Diagnostic[] {
  return valuesAt(data, pattern).flatMap(({ path, value }) =>
    typeof value !== 'string' || known.has(value)
      ? []
      : [
          diagnose(
            'unknown-reference',
            file,
            { field: fieldName(path), id: value, collection, suggestion: mostSimilar(value, known.keys()) },
            { at: path },
          ),
        ],
  );
}

/** Every id that a document names must lead somewhere. */
export function checkReferences(all: Checkable): Diagnostic[] {
  const problems = check('site.yml', all.site, siteReferences, all);
  if (all.targets) problems.push(...check(all.targets.file, all.targets.data, targetReferences, all));
  const withTerms = all.digest(Object.values(all.vocabularies).map((terms) => [...terms.keys()]));
  for (const collection of collections) {
    // A new entry changes nothing for those that cannot refer to it.
    const kinds = [...new Set(references[collection].entries.map(({ mark }) => mark))];
    const around = all.digest([withTerms, ...kinds.map((kind) => [...all.ids[kind]])]);
    for (const entry of all.entries[collection].values()) problems.push(...checkEntry(entry, all, around));
  }
  for (const [name, terms] of Object.entries(all.vocabularies)) {
    for (const term of terms.values()) checkMapping(name, term.id, all.ownMapping(name as VocabularyName, term.id));
  }
  return problems;

  function checkMapping(vocabulary: string, term: string, mapsTo: Readonly<Record<string, readonly string[]>>): void {
    const file = `vocabularies/${vocabulary}.yml`;
    for (const [axis, ids] of Object.entries(mapsTo)) {
      // A situation in life may also ask for kinds of offers, which are fixed.
      const known: ReadonlyMap<string, unknown> | ReadonlySet<string> | undefined =
        axis === 'types' ? new Set<string>(offerTypes) : all.vocabularies[axis as VocabularyName];
      const field = `${term}.maps_to.${axis}`;
      const index = all.termIndex(vocabulary as VocabularyName, term);
      // A built-in term that a municipality's replaced second axis does not know is simply not mapped.
      if (index === undefined) continue;
      const at = ['terms', index, 'maps_to', axis];
      if (!known) {
        problems.push(
          diagnose(
            'unknown-reference',
            file,
            {
              field,
              id: axis,
              collection: 'vocabularies',
              suggestion: mostSimilar(axis, Object.keys(all.vocabularies)),
            },
            { at, onKey: true },
          ),
        );
        continue;
      }
      for (const [position, id] of ids.entries()) {
        // What is not even a word was reported with the schema.
        if (typeof id !== 'string' || known.has(id)) continue;
        problems.push(
          diagnose(
            'unknown-reference',
            file,
            { field, id, collection: axis, suggestion: mostSimilar(id, known.keys()) },
            { at: [...at, position] },
          ),
        );
      }
    }
  }
}
