import { hash } from 'node:crypto';
import { checkContent, type Checked, type CheckOptions } from './check/check-content.ts';
import { normalisePhone } from './check/formats.ts';
import type { ContentCache } from './content/content-cache.ts';
import { factsOf } from './content/document-facts.ts';
import { LazyTranslation, stateOf } from './content/lazy-translation.ts';
import { PackedDocument, type PackedTexts } from './content/packed-texts.ts';
import { readContent, type Content, type SourceEntry } from './content/read-content.ts';
import type { Document } from './content/read-document.ts';
import { mapFileId } from './content/read-map.ts';
import { rereadEntry } from './content/reread-entry.ts';
import { textFields, type Collection } from './content/schemas.ts';
import { textHash } from './content/text-hash.ts';
import { JudgedDocument } from './content/verdicts.ts';
import { offerRevision } from './datasheet/offer-revision.ts';
import { mergeSources } from './federation/merge-sources.ts';
import { readSources } from './federation/read-sources.ts';
import type {
  Catalogue,
  CatalogueEvent,
  CatalogueNeed,
  CatalogueOffer,
  Entry,
  SiteSettings,
  Target,
  Translation,
} from './model/catalogue.ts';
import { keepDigest } from './model/entry-digest.ts';
import { mapLayers, shapeOf, type CatalogueMap } from './model/map-shapes.ts';
import { publicContact } from './model/consent.ts';
import { diagnose } from './model/diagnostic-codes.ts';
import { deepFreeze } from './model/deep-freeze.ts';
import type { Diagnostic, IsoDate, LanguageTag } from './model/diagnostic.ts';
import { expandToTowns, resolvePlace, withoutAddress } from './model/places.ts';
import type { Result } from './model/result.ts';
import type {
  Address,
  Contact,
  Edition,
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
} from './model/schema.generated.ts';
import { freshnessOf, standingOf } from './model/standing.ts';

export interface LoadOptions extends CheckOptions {
  readonly contentDir: string;
  /** What earlier builds in the same process know of the folder. */
  readonly cache?: ContentCache;
  /** Where translations are kept as bytes. */
  readonly packed?: PackedTexts;
  /** Builds only these of the site's languages. */
  readonly languages?: readonly LanguageTag[];
  /** What else is to be said of a catalogue without errors, such as targets that are not met. */
  readonly alsoCheck?: (
    catalogue: Catalogue,
    content: Content,
  ) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
}

/** `value` is undefined when there is an error among the problems. */
export interface LoadedCatalogue extends Result<Catalogue | undefined, Diagnostic> {
  /** The text of every file that has a problem, for printing it. */
  readonly sources: ReadonlyMap<string, string>;
  /** What was read. */
  readonly content: Content;
  readonly checked: Checked;
}

/** The whole way from files to what the site is made of: read, check, build. */
export async function loadCatalogue(options: LoadOptions): Promise<LoadedCatalogue> {
  const read = readContent(options.contentDir, options.cache, options.packed);
  const checked = checkContent(read.value, options);
  const found = [...read.problems, ...checked.problems];
  const built = found.some(({ severity }) => severity === 'error')
    ? undefined
    : withSources(buildCatalogue(read.value, checked, options), options);
  const catalogue = built && deepFreeze(built.value);
  // A large site is loaded once, and through the documents of its places all that was read would be held.
  if (options.packed) latest = { parts: [], digest: undefined };
  const more = catalogue ? ((await options.alsoCheck?.(catalogue, read.value)) ?? []) : [];
  const problems = [...found, ...(built?.problems ?? []), ...more].sort(byFile);
  const concerned = new Set(problems.map(({ file }) => file));
  const sources = new Map(
    [...read.value.sources.keys()].flatMap((file) =>
      concerned.has(file) ? [[file, read.value.sources.get(file)!] as const] : [],
    ),
  );
  const value = more.some(({ severity }) => severity === 'error') ? undefined : catalogue;
  return { value, problems, sources, content: read.value, checked };
}

const filesOf = ({ file, translations }: SourceEntry): string[] => [
  file,
  ...Array.from(translations.values(), (translation) => translation.file),
];

/** A catalogue in which one entry is different from the one before. */
export interface ChangedCatalogue {
  readonly catalogue: Catalogue;
  readonly collection: Collection;
  readonly id: string;
}

/**
 * The catalogue as it is with one file of an entry as it stands now, without a look at any other file. Undefined where
 * it is no such file, or where something is wrong with it: then the whole content has to be read. What is wrong between
 * this entry and others is not found here.
 */
export function withFile(
  { content, checked }: Pick<LoadedCatalogue, 'content' | 'checked'>,
  file: string,
  options: LoadOptions,
): ChangedCatalogue | undefined {
  const read = rereadEntry(options.contentDir, content, file);
  if (!read) return undefined;
  const { collection, entry } = read;
  const changed: Content = {
    ...content,
    entries: { ...content.entries, [collection]: new Map(content.entries[collection]).set(entry.id, entry) },
    sources: new Map(filesOf(entry).map((one) => [one, one === file ? read.text : content.sources.get(one)!])),
  };
  const { problems } = checkContent(changed, { ...options, only: entry });
  if (problems.some((problem) => problem.severity === 'error' && problem.file === file)) return undefined;
  const built = withSources(buildCatalogue(changed, checked, options), options);
  return { catalogue: deepFreeze(built.value), collection, id: entry.id };
}

/** Adds the offers of other towns, from the copies that `npm run federate` keeps. */
function withSources(own: Catalogue, { contentDir }: LoadOptions): Result<Catalogue, Diagnostic> {
  const settings = own.site.sources ?? [];
  if (settings.length === 0) return { value: own, problems: [] };
  const read = readSources(contentDir, settings, own.site.country);
  const merged = mergeSources(own, read.value);
  return {
    value: merged.value,
    problems: [
      ...read.problems,
      ...merged.problems.map(({ source, kind, vocabulary = '', id, count }) => {
        const where = { at: ['sources', settings.findIndex((one) => one.id === source), 'id'] };
        return kind === 'unmapped-term'
          ? diagnose('source-term-unmapped', 'site.yml', { source, vocabulary, id, count }, where)
          : diagnose('source-area-unknown', 'site.yml', { source, id, count }, where);
      }),
    ],
  };
}

const byFile = (a: Diagnostic, b: Diagnostic): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/** All defaults of `site.yml`, so that nobody behind it needs to know them. */
function withDefaults(site: Site): SiteSettings {
  return {
    source_language: 'de',
    base_path: '/',
    time_zone: 'Europe/Berlin',
    country: 'DE',
    state: 'NW',
    page_size: 24,
    review_grace: 2,
    school_holidays: [],
    featured_topics: [],
    needs: { minimum: 5 },
    status_page: true,
    offline: true,
    gaps: {
      matrices: [
        { rows: 'topic', columns: 'town' },
        { rows: 'field-of-action', columns: 'town' },
        { rows: 'offer-language', columns: 'town' },
        { rows: 'german', columns: 'town' },
        { rows: 'target-group', columns: 'topic' },
      ],
    },
    horizon: 6,
    ...site,
  };
}

function mapOf(files: Content['map']): CatalogueMap {
  const shapes = files.map(({ file, data }) => [mapFileId(file), shapeOf(data as never)] as const);
  const isLayer = ([id]: readonly [string, unknown]): boolean => (mapLayers as readonly string[]).includes(id);
  return {
    outlines: new Map(shapes.filter((shape) => !isLayer(shape))),
    layers: Object.fromEntries(shapes.filter(isLayer)),
  };
}

function asTranslation(document: Document, words: string): Translation {
  if (document instanceof JudgedDocument) return new LazyTranslation(document, words);
  const state = stateOf(document, words);
  const outdated = state.of !== words;
  if (document instanceof PackedDocument) return document.asTranslation(state, outdated);
  const { translation: _translation, ...data } = document.data;
  return { data, body: document.body, state, outdated };
}

function mapTranslations(
  entry: Entry<unknown>,
  change: (data: Readonly<Record<string, unknown>>) => Record<string, unknown>,
): Pick<Entry<unknown>, 'translations'> {
  return {
    translations: new Map(
      [...entry.translations].map(([tag, { data, body, state, outdated }]) => [
        tag,
        { data: change(data), body, state, outdated },
      ]),
    ),
  };
}

function cleanPlace(entry: Entry<Place>): Entry<Place> {
  if (entry.data.protected !== true) return entry;
  return {
    ...entry,
    data: withoutAddress(entry.data),
    ...mapTranslations(entry, ({ directions: _directions, ...data }) => data),
  };
}

/** The smallest `order` first, then by id. */
const inOrder = (guides: ReadonlyMap<string, Entry<Guide>>): ReadonlyMap<string, Entry<Guide>> =>
  new Map(
    [...guides].sort(
      ([a, { data: one }], [b, { data: other }]) => (one.order ?? 100) - (other.order ?? 100) || (a < b ? -1 : 1),
    ),
  );

/** What entries are made from beside their own files: the same object as long as it is the same. */
interface Surroundings {
  readonly parts: readonly unknown[];
  /** The same for the same, in another process, too; undefined where that is not known. */
  readonly digest: string | undefined;
}
let latest: Surroundings = { parts: [], digest: undefined };

function surroundingsOf({ site, sourceLanguage, entries }: Content, today: IsoDate): Surroundings {
  const documents = [site, ...Array.from(entries.places.values(), ({ source }) => source)];
  const parts = [today, sourceLanguage, ...documents];
  const isOld = parts.length === latest.parts.length && parts.every((part, index) => part === latest.parts[index]);
  return isOld ? latest : (latest = { parts, digest: digestOfAll([today, sourceLanguage], documents) });
}

/** Undefined where that of one of the documents is not known. */
function digestOfAll(around: readonly string[], documents: readonly (Document | undefined)[]): string | undefined {
  const parts = [...around];
  for (const document of documents) {
    const digest = document && factsOf(document).digest;
    if (digest === undefined) return undefined;
    parts.push(document!.file, digest);
  }
  return hash('sha1', parts.join('\0'), 'base64');
}

/** An entry stays the same object as long as its documents do: whoever knows it need not look at it again. */
const madeFrom = new WeakMap<
  Document,
  {
    readonly surroundings: Surroundings;
    readonly translations: ReadonlyMap<LanguageTag, Document>;
    readonly entry: unknown;
  }
>();

function isSame(a: ReadonlyMap<LanguageTag, Document>, b: ReadonlyMap<LanguageTag, Document>): boolean {
  const languages = [...b.keys()];
  return (
    a.size === b.size && [...a.keys()].every((tag, index) => tag === languages[index] && a.get(tag) === b.get(tag))
  );
}

/** The content passed the checks: from here on its data has the shape that the schemas promise. */
function buildCatalogue(
  content: Content,
  { vocabularies, emergency }: Pick<Catalogue, 'vocabularies' | 'emergency'>,
  { today, languages }: LoadOptions,
): Catalogue {
  const site = withDefaults(content.site!.data as unknown as Site);
  const language = content.sourceLanguage;

  const surroundings = surroundingsOf(content, today);
  const places = entriesOf('places', cleanPlace);
  const placeData = new Map([...places].map(([id, { data }]) => [id, data]));
  const organisations = entriesOf('organisations', (entry: Entry<Organisation>, source) =>
    cleanContactsAndPlace(entry, source),
  );
  const offers = new Map(
    [
      ...entriesOf('offers', (offer: Entry<Offer>, source) =>
        offer.data.status === 'draft' ? undefined : asOffer(offer, source),
      ),
    ].filter((one): one is [string, CatalogueOffer] => one[1] !== undefined),
  );

  return {
    today,
    site,
    languages: site.languages.filter((tag) => languages?.includes(tag) ?? true),
    vocabularies,
    places,
    map: mapOf(content.map),
    organisations,
    offers,
    pages: entriesOf('pages', (entry: Entry<Page>) => entry),
    networks: entriesOf('networks', (entry: Entry<Network>, source) => cleanContactsAndPlace(entry, source)),
    events: entriesOf('events', asEvent),
    editions: entriesOf('editions', (entry: Entry<Edition>) => entry),
    goals: entriesOf('goals', (entry: Entry<Goal>) => entry),
    measures: entriesOf('measures', (entry: Entry<Measure>) => entry),
    indicators: entriesOf('indicators', (entry: Entry<Indicator>) => entry),
    guidelines: entriesOf('guidelines', (entry: Entry<Guideline>) => entry),
    needs: entriesOf('needs', asNeed),
    funding: entriesOf('funding', (entry: Entry<Funding>, source) => cleanContactsAndPlace(entry, source)),
    guides: inOrder(entriesOf('guides', (entry: Entry<Guide>) => entry)),
    emergency,
    targets: ((content.targets?.data as Targets | undefined)?.targets ?? []).map((target): Target => ({
      minimum: 1,
      per: 'town',
      ...target,
    })),
    searches: (content.searches?.data as Searches | undefined)?.searches ?? [],
    snapshots: content.snapshots.map(({ data }) => data as unknown as Snapshot),
    texts: new Map(
      [...content.texts].map(([tag, { data }]) => [tag, new Map(Object.entries(data as Record<string, string>))]),
    ),
  };

  function asEntry<Data>(collection: Collection, { id, file, source, translations }: SourceEntry): Entry<Data> {
    const words = textHash(source!, textFields[collection]);
    return {
      id,
      file,
      data: source!.data as Data,
      body: source!.body,
      language,
      translations: new Map([...translations].map(([tag, document]) => [tag, asTranslation(document, words)])),
      textHash: words,
    };
  }

  function entriesOf<Data, Shown>(
    collection: Collection,
    change: (entry: Entry<Data>, source: Document) => Shown,
  ): ReadonlyMap<string, Shown> {
    return new Map(
      [...content.entries[collection]].map(([id, entry]) => {
        const known = madeFrom.get(entry.source!);
        if (known?.surroundings === surroundings && isSame(known.translations, entry.translations))
          return [id, known.entry as Shown];
        const shown = change(asEntry<Data>(collection, entry), entry.source!);
        if (surroundings.digest !== undefined && typeof shown === 'object' && shown !== null) {
          const digest = digestOfAll([surroundings.digest], [entry.source, ...entry.translations.values()]);
          if (digest !== undefined) keepDigest(shown, digest);
        }
        madeFrom.set(entry.source!, { surroundings, translations: entry.translations, entry: shown });
        return [id, shown];
      }),
    );
  }

  function asEvent(event: Entry<Event>, source: Document): CatalogueEvent {
    const place = event.data.place === undefined ? undefined : resolvePlace(event.data.place, placeData);
    return { ...cleanContactsAndPlace(event, source), ...(place ? { place } : {}) };
  }

  function asNeed({ data: { title: _title, ...data }, ...need }: Entry<Need>): CatalogueNeed {
    return { ...need, data, body: '' };
  }

  function asOffer(offer: Entry<Offer>, source: Document): CatalogueOffer {
    const cleaned = cleanContactsAndPlace(offer, source);
    const place = offer.data.place === undefined ? undefined : resolvePlace(offer.data.place, placeData);
    return {
      ...cleaned,
      revision: (factsOf(source).revision ??= offerRevision(source.data, source.body)),
      standing: standingOf(offer.data, today),
      freshness: freshnessOf(offer.data, today, site.review_grace),
      ...(place ? { place } : {}),
      towns: expandToTowns(offer.data.service_area, placeData),
    };
  }

  /** Takes out what the public must not see, from the source and, by the same indexes, from every translation. */
  function cleanContactsAndPlace<Data extends { contacts?: Contact[]; place?: string | Address }>(
    entry: Entry<Data>,
    source: Document,
  ): Entry<Data> {
    const { contacts, place } = entry.data;
    const phones = contacts && dialledPhones(contacts, source);
    const shown = contacts?.map((contact, index) => withPhone(publicContact(contact, today), phones?.[index]));
    const isProtected = typeof place === 'object' && place.protected === true;
    if (!shown && !isProtected) return entry;
    const data = {
      ...entry.data,
      ...(shown ? { contacts: shown.filter((contact) => contact !== undefined) } : {}),
      ...(isProtected ? { place: withoutAddress(place) } : {}),
    };
    if (!isProtected && !shown?.includes(undefined)) return { ...entry, data };
    return {
      ...entry,
      data,
      ...mapTranslations(entry, (translated) => {
        const kept: Record<string, unknown> = { ...translated };
        if (Array.isArray(kept['contacts']))
          kept['contacts'] = kept['contacts'].filter((_, index) => shown?.[index] !== undefined);
        if (isProtected) delete kept['place'];
        return kept;
      }),
    };
  }

  /** One way of writing for all numbers; `tel:` then only has to leave out the spaces. Empty where there is none. */
  function dialledPhones(contacts: readonly Contact[], source: Document): readonly string[] {
    const facts = factsOf(source);
    const known = facts.phones === undefined ? [] : (JSON.parse(facts.phones) as readonly string[]);
    if (known[0] === site.country) return known.slice(1);
    const phones = contacts.map(({ phone }) =>
      phone === undefined ? '' : (normalisePhone(phone, site.country) ?? ''),
    );
    facts.phones = JSON.stringify([site.country, ...phones]);
    return phones;
  }
}

const withPhone = (contact: Contact | undefined, phone = ''): Contact | undefined =>
  contact?.phone === undefined || phone === '' ? contact : { ...contact, phone };
