import type { Document } from '../content/read-document.ts';
import type { Collection } from '../content/schemas.ts';
import type { VocabularyName, Term } from '../model/catalogue.ts';
import type { Diagnostic, FieldPath, IsoDate, LanguageTag, Position } from '../model/diagnostic.ts';
import type {
  Edition,
  EmergencyNumbers,
  Event,
  Funding,
  Goal,
  Guide,
  Guideline,
  Indicator,
  Measure,
  Need,
  Network,
  Offer,
  Organisation,
  Page,
  Place,
  Site,
  Snapshot,
  Searches,
  Targets,
} from '../model/schema.generated.ts';

/** Every field may be missing: what breaks the schema was taken out, so that the other checks can still run. */
export type Sound<T> = T extends readonly (infer Item)[]
  ? readonly (Sound<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Sound<T[Key]> | undefined }
    : T;

interface DataOf {
  offers: Offer;
  organisations: Organisation;
  places: Place;
  pages: Page;
  networks: Network;
  events: Event;
  editions: Edition;
  goals: Goal;
  measures: Measure;
  indicators: Indicator;
  guidelines: Guideline;
  needs: Need;
  funding: Funding;
  guides: Guide;
}

/** A YAML file after the schema check. */
export interface CheckedFile<Data> {
  readonly file: string;
  readonly data: Sound<Data>;
}

export interface CheckedTranslation {
  readonly file: string;
  readonly language: LanguageTag;
  readonly document: Document;
}

/** An entry after the schema check; `data` holds only what has the right type. */
export interface CheckedEntry<C extends Collection = Collection> {
  readonly collection: C;
  readonly id: string;
  readonly file: string;
  /** What was really written. */
  readonly document: Document;
  readonly data: Sound<DataOf[C]>;
  readonly translations: readonly CheckedTranslation[];
}

/** What the checks beyond the schema look things up in. */
export interface Checkable {
  readonly today: IsoDate;
  readonly site: Sound<Site>;
  readonly emergency?: CheckedFile<EmergencyNumbers> | undefined;
  readonly targets?: CheckedFile<Targets> | undefined;
  readonly searches?: CheckedFile<Searches> | undefined;
  readonly snapshots?: readonly CheckedFile<Snapshot>[];
  readonly sourceLanguage: LanguageTag;
  readonly entries: { readonly [C in Collection]: ReadonlyMap<string, CheckedEntry<C>> };
  /** Ids of all entries that have a file, also of those that cannot be read. */
  readonly ids: Readonly<Record<Collection, ReadonlySet<string>>>;
  readonly vocabularies: Readonly<Record<VocabularyName, ReadonlyMap<string, Term>>>;
  /** Where a term stands in the municipality's own vocabulary file; undefined for one that is built in only. */
  readonly termIndex: (vocabulary: VocabularyName, id: string) => number | undefined;
  /** What the municipality itself says a term belongs to, without what is built in about it. */
  readonly ownMapping: (vocabulary: VocabularyName, id: string) => Readonly<Record<string, readonly string[]>>;
  readonly media: ReadonlySet<string>;
  /** Where a stretch of a document's body stands in its file. */
  readonly inBody: (document: Document, start: number, end: number) => Position;
  /** Short for what a check of one entry looks at beside it: the same for the same facts. Nothing where nothing is kept. */
  readonly digest: (around: unknown) => string;
}

const unsound = new Set([
  'wrong-type',
  'wrong-value',
  'bad-pattern',
  'bad-date',
  'bad-time',
  'bad-language',
  'bad-phone',
  'bad-email',
  'bad-link',
  'unknown-field',
]);

/** A copy of `data` without the values that these problems are about. */
export function withoutUnsound(
  data: Readonly<Record<string, unknown>>,
  problems: readonly Diagnostic[],
): Readonly<Record<string, unknown>> {
  const paths = problems.flatMap(({ code, at }) => (unsound.has(code) && Array.isArray(at) ? [at as FieldPath] : []));
  if (paths.length === 0) return data;
  const copy = structuredClone(data);
  for (const path of paths) {
    let holder: unknown = copy;
    for (const step of path.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[step];
    const last = path.at(-1);
    if (last === undefined || typeof holder !== 'object' || holder === null) continue;
    // An item stays as a gap, so that the others keep their index.
    if (Array.isArray(holder)) holder[Number(last)] = undefined;
    else delete (holder as Record<string, unknown>)[last];
  }
  return copy;
}
