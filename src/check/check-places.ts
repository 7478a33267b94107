import { markedFields, valuesAt } from '../content/marked-fields.ts';
import { collectionSchema, collections, resolveRef, schemas } from '../content/schemas.ts';
import type { SchemaNode } from '../content/marked-fields.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath } from '../model/diagnostic.ts';
import { townOf, withParents } from '../model/places.ts';
import type { Place } from '../model/schema.generated.ts';
import type { Checkable } from './checkable.ts';

const kindsIn = (schema: SchemaNode) => markedFields<readonly string[]>(schema, 'x-place-kinds', resolveRef);

const kindFields = Object.fromEntries(collections.map((name) => [name, kindsIn(collectionSchema[name])])) as Record<
  (typeof collections)[number],
  ReturnType<typeof kindsIn>
>;
const siteKindFields = kindsIn(schemas['site.schema.json']!);
const targetKindFields = kindsIn(schemas['targets.schema.json']!);

/** How places hang together: every venue in a town, every town in a district, nothing in a circle. */
export function checkPlaces({ entries, ids, site, targets }: Checkable): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const places: ReadonlyMap<string, Place> = new Map([...entries.places].map(([id, { data }]) => [id, data as Place]));

  function checkKinds(file: string, data: unknown, fields: ReturnType<typeof kindsIn>): void {
    for (const { pattern, mark } of fields) {
      for (const { path, value } of valuesAt(data, pattern)) checkKind(file, path, value, mark);
    }
  }

  function checkKind(file: string, at: FieldPath, id: unknown, allowed: readonly string[]): void {
    const kind = places.get(String(id))?.kind;
    if (kind === undefined || allowed.includes(kind)) return;
    problems.push(
      diagnose(
        'wrong-place-kind',
        file,
        { field: fieldName(at), id: String(id), kind, allowed: allowed.join(', ') },
        { at },
      ),
    );
  }

  /** Places whose chain of `part_of` never ends, or ends at an unknown place: reported as that, not as without a town. */
  function endsWell(id: string): boolean {
    const chain = withParents(id, places);
    return places.get(chain.at(-1) ?? '')?.part_of === undefined;
  }

  function checkTown(file: string, at: FieldPath, id: string): void {
    if (places.has(id) && endsWell(id) && townOf(id, places) === undefined) {
      problems.push(diagnose('place-without-town', file, { field: fieldName(at), id }, { at }));
    }
  }

  checkKinds('site.yml', site, siteKindFields);
  if (targets) checkKinds(targets.file, targets.data, targetKindFields);
  for (const name of collections) {
    for (const { file, data } of entries[name].values()) checkKinds(file, data, kindFields[name]);
  }
  for (const { file, data } of [
    ...entries.offers.values(),
    ...entries.organisations.values(),
    ...entries.events.values(),
  ]) {
    if (typeof data.place === 'string') checkTown(file, ['place'], data.place);
  }

  const byAgs = new Map<string, string>();
  for (const { id, file, data } of entries.places.values()) {
    if (data.kind === 'town' && data.part_of !== undefined) checkKind(file, ['part_of'], data.part_of, ['district']);
    if (
      (data.kind === 'venue' || data.kind === 'quarter') &&
      data.part_of !== undefined &&
      ids.places.has(data.part_of)
    )
      checkTown(file, ['part_of'], id);

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
