import { markedFields, valuesAt } from '../content/marked-fields.ts';
import { collectionSchema, collections, resolveRef, schemas } from '../content/schemas.ts';
import type { SchemaNode } from '../content/marked-fields.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath } from '../model/diagnostic.ts';
import { townOf, withParents } from '../model/places.ts';
import type { Place } from '../model/schema.generated.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';

const kindsIn = (schema: SchemaNode) => markedFields<readonly string[]>(schema, 'x-place-kinds', resolveRef);

const kindFields = Object.fromEntries(collections.map((name) => [name, kindsIn(collectionSchema[name])])) as Record<
  (typeof collections)[number],
  ReturnType<typeof kindsIn>
>;
const siteKindFields = kindsIn(schemas['site.schema.json']!);
const targetKindFields = kindsIn(schemas['targets.schema.json']!);

type Places = ReadonlyMap<string, Place>;

const checkKinds = (file: string, data: unknown, fields: ReturnType<typeof kindsIn>, places: Places): Diagnostic[] =>
  fields.flatMap(({ pattern, mark }) =>
    valuesAt(data, pattern).flatMap(({ path, value }) => checkKind(file, path, value, mark, places)),
  );

function checkKind(
  file: string,
  at: FieldPath,
  id: unknown,
  allowed: readonly string[],
  places: Places,
): readonly Diagnostic[] {
  const kind = places.get(String(id))?.kind;
  if (kind === undefined || allowed.includes(kind)) return [];
  const args = { field: fieldName(at), id: String(id), kind, allowed: allowed.join(', ') };
  return [diagnose('wrong-place-kind', file, args, { at })];
}

/** Places whose chain of `part_of` never ends, or ends at an unknown place: reported as that, not as without a town. */
function endsWell(id: string, places: Places): boolean {
  const chain = withParents(id, places);
  return places.get(chain.at(-1) ?? '')?.part_of === undefined;
}

const checkTown = (file: string, at: FieldPath, id: string, places: Places): readonly Diagnostic[] =>
  places.has(id) && endsWell(id, places) && townOf(id, places) === undefined
    ? [diagnose('place-without-town', file, { field: fieldName(at), id }, { at })]
    : [];

const checkKindsOf = oncePerEntry('place-kinds', ({ collection, file, data }: CheckedEntry, places: Places) =>
  checkKinds(file, data, kindFields[collection], places),
);

const checkTownOf = oncePerEntry(
  'town',
  ({ file, data }: CheckedEntry<'offers' | 'organisations' | 'events'>, places: Places) =>
    typeof data.place === 'string' ? checkTown(file, ['place'], data.place, places) : [],
);

/** How places hang together: every venue in a town, every town in a district, nothing in a circle. */
export function checkPlaces({ entries, ids, site, targets, digest }: Checkable): Diagnostic[] {
  const places: Places = new Map([...entries.places].map(([id, { data }]) => [id, data as Place]));
  const around = digest(Array.from(places, ([id, { kind, part_of: whole }]) => [id, kind, whole]));

  const problems = checkKinds('site.yml', site, siteKindFields, places);
  if (targets) problems.push(...checkKinds(targets.file, targets.data, targetKindFields, places));
  for (const name of collections)
    for (const entry of entries[name].values()) problems.push(...checkKindsOf(entry, places, around));
  for (const name of ['offers', 'organisations', 'events'] as const)
    for (const entry of entries[name].values()) problems.push(...checkTownOf(entry, places, around));

  const byAgs = new Map<string, string>();
  for (const { id, file, data } of entries.places.values()) {
    if (data.kind === 'town' && data.part_of !== undefined)
      problems.push(...checkKind(file, ['part_of'], data.part_of, ['district'], places));
    if (
      (data.kind === 'venue' || data.kind === 'quarter') &&
      data.part_of !== undefined &&
      ids.places.has(data.part_of)
    )
      problems.push(...checkTown(file, ['part_of'], id, places));

    const chain = withParents(id, places);
    const next = places.get(chain.at(-1)!)?.part_of;
    // Each circle is reported once, at the first of its places by name.
    if (next === id && [...chain].sort()[0] === id) {
      problems.push(diagnose('part-of-loop', file, { chain: [...chain, id].join(' → ') }, { at: ['part_of'] }));
    }

    if (data.ags === undefined) continue;
    const other = byAgs.get(data.ags);
    if (other === undefined) byAgs.set(data.ags, file);
    else problems.push(diagnose('duplicate-ags', file, { ags: data.ags, other }, { at: ['ags'] }));
  }
  return problems;
}
