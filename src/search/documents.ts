import { languages, findLanguage } from '../i18n/languages.ts';
import { readTexts } from '../i18n/load-texts.ts';
import { addDays, toDayNumber, weekdayOf } from '../model/calendar.ts';
import type { Catalogue, CatalogueOffer, Entry, Term } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { digestOf } from '../model/entry-digest.ts';
import { germanLevels, offerTypes } from '../model/offer-values.ts';
import { publicHolidaysOf } from '../model/public-holidays.ts';
import { weekdays } from '../model/schedule.ts';
import type { Labels, Offer } from '../model/schema.generated.ts';
import { occurrencesIn, timetableOf } from '../model/timetable.ts';
import { textsIn, type Text } from '../model/translation.ts';
import { memoised } from './memoised.ts';
import { contentHash } from './content-hash.ts';
import type { LastingLanguage } from './lasting-search.ts';
import { findMentions, wordsOfSources, type SourceTexts } from './mentions.ts';
import { SearchCache } from './search-cache.ts';
import type { Concept, SearchDocument, SearchInput } from './search-document.ts';

/** Kinds of concepts that are vocabularies: the kind, the vocabulary, and the ids an offer has of it. */
const vocabularyConcepts = [
  ['topic', 'topics', (offer: Offer) => offer.topics],
  ['audience', 'target-groups', (offer: Offer) => offer.audience.groups],
  ['field', 'fields-of-action', (offer: Offer) => offer.fields_of_action],
  ['residence', 'residence-status', (offer: Offer) => offer.audience.residence_status ?? []],
] as const;

/** Interface texts whose words name offers: the text's key and which offers it names. */
const namedByTexts: readonly (readonly [key: string, names: (offer: Offer) => boolean])[] = [
  ...offerTypes.map((type) => [`enum.type.${type}`, (offer: Offer) => offer.type === type] as const),
  ...(['online', 'phone', 'outreach'] as const).map(
    (way) => [`enum.delivery.${way}`, (offer: Offer) => offer.delivery.includes(way)] as const,
  ),
  ['enum.cost.free', (offer) => offer.cost.kind === 'free'],
  ['enum.gender.women', (offer) => offer.audience.gender === 'women'],
  ['enum.gender.men', (offer) => offer.audience.gender === 'men'],
  ['filter.childcare', (offer) => childcareOf(offer).length > 0],
  ['filter.step-free', (offer) => offer.accessibility.step_free === 'yes'],
];

/** The everyday words for what costs nothing: facts decide which offers they name, not texts. */
const freeWords = 'sense/free';

/** Makes what a result list shows of an offer; any JSON. */
export type CardBuilder = (offer: CatalogueOffer, lang: LanguageTag) => unknown;

/** What the search of one language is built from: all offers of the catalogue that have not ended. */
export function searchInputFor(
  catalogue: Catalogue,
  lang: LanguageTag,
  cardOf: CardBuilder,
  { interfaceTexts = readTexts, cache = new SearchCache(), cardsFrom = '' }: InputOptions = {},
): SearchInput {
  let known = meanings.get(cache);
  if (known?.catalogue !== catalogue)
    meanings.set(cache, (known = { catalogue, meaning: meaningOf(catalogue, interfaceTexts, cache) }));
  const { offers, concepts } = known.meaning;
  const make = ({ offer, shared }: PreparedOffer): SearchDocument =>
    documentOf(offer, shared, catalogue, lang, cardOf(offer, lang));
  if (cache.lasting) return lastingInput(lang, known.meaning, make, cache.lasting.language(lang, cardsFrom), cache);
  const documents = offers.map((prepared) =>
    cache.document(lang, prepared.offer.id, prepared.key + cardsFrom, () => make(prepared)),
  );
  return { language: lang, documents, concepts };
}

/** Makes only those documents that differ from the last build's, until somebody asks for them. */
function lastingInput(
  language: LanguageTag,
  { offers, concepts }: CatalogueMeaning,
  make: (prepared: PreparedOffer) => SearchDocument,
  known: LastingLanguage,
  cache: SearchCache,
): SearchInput {
  const made = Array.from<SearchDocument | undefined>({ length: offers.length });
  const documentAt = (index: number): SearchDocument => (made[index] ??= make(offers[index]!));
  const hashes = offers.map(({ offer, key }, index) => known.documentHash(offer.id, key, () => documentAt(index)));
  return {
    language,
    get documents() {
      return offers.map((_, index) => documentAt(index));
    },
    concepts,
    hash: contentHash([cache.hashOfConcepts(), ...hashes].join(' ')),
    read: () =>
      known.read(
        offers.map(({ offer, shared }, index) => ({
          head: { ...shared, id: offer.id },
          hash: hashes[index]!,
          make: () => documentAt(index),
        })),
      ),
  };
}

export interface InputOptions {
  readonly interfaceTexts?: (lang: LanguageTag) => ReadonlyMap<string, string>;
  readonly cache?: SearchCache;
  /** Names all that cards are made from besides the catalogue: where it differs, no card of the last build is used. */
  readonly cardsFrom?: string;
}

/** What is the same for every language. */
interface CatalogueMeaning {
  readonly offers: readonly PreparedOffer[];
  readonly concepts: readonly Concept[];
}
interface PreparedOffer {
  readonly offer: CatalogueOffer;
  readonly shared: SharedPart;
  /** Hash of all that its documents are made from; empty where nothing is remembered by it. */
  readonly key: string;
}
/** Of the catalogue that was last asked for with each cache. */
const meanings = new WeakMap<SearchCache, { readonly catalogue: Catalogue; readonly meaning: CatalogueMeaning }>();

/** What of a document does not depend on its readers' language; `rank` is one less than for readers of the language of its title. */
type SharedPart = Pick<SearchDocument, 'topics' | 'attributes' | 'mentions' | 'rank' | 'group' | 'facets'>;

function meaningOf(
  catalogue: Catalogue,
  interfaceTexts: (lang: LanguageTag) => ReadonlyMap<string, string>,
  cache: SearchCache,
): CatalogueMeaning {
  const offers = [...catalogue.offers.values()].filter(({ standing }) => standing !== 'ended');
  const senses = termsOf('sense', catalogue.vocabularies['everyday-words']).filter(({ id }) => id !== freeWords);
  const others = conceptsOf(catalogue, interfaceTexts);
  const spoken = others.filter(({ id }) => id.startsWith('language/'));
  const usesKeys = cache.remembers || cache.lasting !== undefined;
  const around = usesKeys ? keyOfOthers(catalogue) : '';
  const keys = usesKeys ? offers.map((offer) => keyOfOffer(offer, around)) : [];
  const words = cache.lasting
    ? cache.lasting.wordsOfSources(
        offers.map((offer, index) => ({ id: offer.id, key: keys[index]!, texts: () => sourceTextsOf(offer) })),
      )
    : wordsOfSources(offers.map(sourceTextsOf), cache.lexicon);
  const found = findMentions(words, [...senses, ...spoken], cache.lexicon);
  const prepared = offers.map((offer, index): PreparedOffer => {
    const shared: SharedPart = {
      topics: topicsOf(offer),
      attributes: attributesOf(offer),
      ...(found[index] && { mentions: found[index] }),
      rank: rankOf(offer, catalogue),
      group: offer.data.topics[0] ?? '',
      facets: facetsOf(offer),
    };
    const key = usesKeys ? contentHash(JSON.stringify([around, keys[index], shared])) : '';
    return { offer, shared, key };
  });
  const used = new Set(
    prepared.flatMap(({ shared: { topics, attributes, mentions = {} } }) => [
      ...topics,
      ...attributes,
      ...Object.values(mentions).flat(),
    ]),
  );
  const told = new Set(
    prepared.flatMap(({ shared: { topics, attributes, mentions } }) => [
      ...topics,
      ...attributes,
      ...(mentions?.title ?? []),
      ...(mentions?.summary ?? []),
    ]),
  );
  return { offers: prepared, concepts: cache.concepts(handDown([...senses, ...others], used, told)) };
}

/** Of all that an offer is. Translations are the only map in it; to look for maps in every value takes far longer than all the rest. */
const keyOfOffer = (offer: CatalogueOffer, around: string): string =>
  digestOf(offer) ?? contentHash(JSON.stringify([around, { ...offer, translations: [...offer.translations] }]));

/** Of all that is not offers. */
const keyOfOthers = (catalogue: Catalogue): string =>
  contentHash(
    JSON.stringify({ ...catalogue, offers: undefined }, (_, part: unknown) => {
      if (typeof part !== 'object' || part === null) return part;
      return digestOf(part) ?? (part instanceof Map ? [...part] : part);
    }),
  );

/**
 * Only concepts that offers have; the names of the others go to what they belong to, everyday words before topics. What
 * offers name only in passing hands its names on, too: who looks for a dentist means the offer about doctors rather than
 * the one that mentions teeth once.
 */
function handDown(concepts: readonly Concept[], used: ReadonlySet<string>, told: ReadonlySet<string>): Concept[] {
  const inherited = new Map<string, Text[]>();
  for (const { id, names, broader = [] } of concepts) {
    if (told.has(id)) continue;
    const known = broader.filter((other) => used.has(other));
    const senses = known.filter((other) => other.startsWith('sense/'));
    for (const heir of senses.length > 0 ? senses : known)
      inherited.set(heir, [...(inherited.get(heir) ?? []), ...names]);
  }
  return concepts
    .filter(({ id }) => used.has(id))
    .map((concept) => ({ ...concept, names: [...concept.names, ...(inherited.get(concept.id) ?? [])] }));
}

function sourceTextsOf(offer: CatalogueOffer): SourceTexts {
  const texts = textsIn(offer, offer.language);
  const nothing = { value: '', lang: offer.language };
  return {
    title: texts.text('title') ?? nothing,
    summary: texts.text('summary') ?? nothing,
    body: bodyOf(offer, offer.language),
  };
}

function documentOf(
  offer: CatalogueOffer,
  shared: SharedPart,
  catalogue: Catalogue,
  lang: LanguageTag,
  card: unknown,
): SearchDocument {
  const { data } = offer;
  const texts = textsIn(offer, lang);
  const title = texts.text('title') ?? { value: offer.id, lang: offer.language };
  const venue = offer.place?.id === undefined ? undefined : catalogue.places.get(offer.place.id);
  const stop = (venue?.data ?? (typeof data.place === 'object' ? data.place : undefined))?.stop;
  const own = (value: string | undefined): Text[] => (value ? [{ value, lang: offer.language }] : []);
  const namesOf = (id: string): Text[] => {
    const organisation = catalogue.organisations.get(id);
    return organisation ? [...textOf(organisation, 'name', lang), ...own(organisation.data.short_name)] : [];
  };
  return {
    id: offer.id,
    fields: {
      title,
      summary: texts.text('summary') ?? { value: '', lang: offer.language },
      keywords: [
        ...namesOf(data.organisation),
        ...(venue ? textOf(venue, 'name', lang) : []),
        ...own(offer.place?.name),
        ...own(offer.place?.street),
        ...(data.tags ?? []).flatMap(own),
      ],
      // Among the other words: a stop called after an office does not make every house beside it that office.
      body: [...bodyOf(offer, lang), ...own(stop?.name), ...(data.partners ?? []).flatMap(namesOf)],
    },
    ...shared,
    rank: shared.rank + (title.lang === lang ? 1 : 0),
    card,
  };
}

function bodyOf(offer: CatalogueOffer, lang: LanguageTag): Text[] {
  const texts = textsIn(offer, lang);
  return [
    plainBody(offer, texts.body),
    ...texts.list('required_documents'),
    ...texts.list('next_steps'),
    ...['cost.note', 'registration.note', 'childcare.note', 'paused.reason'].flatMap((path) => texts.text(path) ?? []),
    ...(offer.data.schedule ?? []).flatMap((_, index) => texts.text(`schedule.${index}.note`) ?? []),
  ];
}

/** Made once for what the authors wrote, which is shown to readers of several languages; a translation is so to one. */
function plainBody(offer: CatalogueOffer, { value, lang }: Text): Text {
  if (lang !== offer.language) return { value: plainText(value), lang };
  let plain = plainBodies.get(offer);
  if (!plain) plainBodies.set(offer, (plain = { value: plainText(value), lang }));
  return plain;
}
const plainBodies = new WeakMap<CatalogueOffer, Text>();

/** How many days ahead somebody who looks for help today still means. */
const soon = 14;

/** In what order equals stand: what one can go to now, then what takes place soon, then what was checked lately. */
function rankOf(offer: CatalogueOffer, { today, site }: Catalogue): number {
  const { data, standing, freshness } = offer;
  const timetable = timetableOf(offer);
  // Without days or dates it is there whenever it is asked for.
  const isSoon = timetable
    ? occurrencesIn(
        timetable,
        { from: today, until: addDays(today, soon), count: 1 },
        { schoolHolidays: site.school_holidays, isPublicHoliday: publicHolidaysOf(site.country, site.state) },
      ).length > 0
    : !data.schedule;
  const places = standing === 'active' ? 2 : standing === 'upcoming' ? 1 : 0;
  return places + (isSoon ? 1 : 0) + (freshness === 'ask-first' ? 0 : 1);
}

function facetsOf({ data, towns, place }: CatalogueOffer): Record<string, readonly string[]> {
  return {
    topic: data.topics,
    town: [...new Set([...towns, ...(place ? [place.town] : [])])],
    audience: data.audience.groups,
    language: spokenIn(data),
    day: daysOf(data),
    cost: [data.cost.kind],
    german: levelsOf(data.audience.german),
    childcare: childcareOf(data),
    step_free: data.accessibility.step_free === 'yes' ? ['yes'] : [],
    registration: [data.registration.kind],
    type: [data.type],
  };
}

const spokenIn = ({ languages: spoken }: Offer): string[] => [
  ...new Set(spoken.filter(({ kind }) => kind !== 'material').map(({ code }) => code)),
];

const childcareOf = ({ childcare }: Offer): string[] =>
  childcare && childcare.available !== 'no' ? [childcare.available] : [];

function daysOf({ schedule = [] }: Offer): string[] {
  const days = schedule.flatMap(({ days: weekly = [], dates = [] }) => [
    ...weekly,
    ...dates.map((date) => weekdays[weekdayOf(toDayNumber(date))] ?? 'monday'),
  ]);
  return weekdays.filter((day) => days.includes(day));
}

/** The levels of German at which somebody may come: from the least that is needed to what the offer leads to. */
function levelsOf(german: Offer['audience']['german']): string[] {
  const from = german?.min ? germanLevels.indexOf(german.min) : 0;
  const to = german?.target ? Math.max(from, germanLevels.indexOf(german.target)) : germanLevels.length - 1;
  return germanLevels.slice(from, to + 1);
}

/** The first topic twice: it is what the offer is mainly about. */
function topicsOf({ data }: CatalogueOffer): string[] {
  const ids = vocabularyConcepts.flatMap(([kind, , idsOf]) => idsOf(data).map((id) => `${kind}/${id}`));
  return [...data.topics.slice(0, 1).map((id) => `topic/${id}`), ...ids];
}

function attributesOf({ data, towns, place }: CatalogueOffer): string[] {
  const languageCodes = spokenIn(data).filter((code) => code !== 'de');
  return [
    ...[...new Set([...towns, ...(place ? [place.town] : [])])].map((id) => `town/${id}`),
    // Once more where it takes place: it is more about that town than what only serves it.
    ...(place ? [`town/${place.town}`] : []),
    ...languageCodes.map((code) => `language/${code}`),
    ...daysOf(data).map((day) => `day/${day}`),
    ...namedByTexts.filter(([, names]) => names(data)).map(([key]) => key),
  ];
}

/** All concepts that offers could be about, with their names in every interface language. */
function conceptsOf(
  catalogue: Catalogue,
  interfaceTexts: (lang: LanguageTag) => ReadonlyMap<string, string>,
): Concept[] {
  const vocabularies = vocabularyConcepts.flatMap(([kind, vocabulary]) =>
    termsOf(kind, catalogue.vocabularies[vocabulary]),
  );
  const towns = [...catalogue.places.values()].map((place) => ({
    id: `town/${place.id}`,
    names: languages.flatMap(({ tag }) => textOf(place, 'name', tag)),
  }));
  const codes = new Set(
    [...catalogue.offers.values()].flatMap(({ data }) => spokenIn(data)).filter((code) => code !== 'de'),
  );
  const spoken = [...codes].map((code) => ({
    id: `language/${code}`,
    names: languages.flatMap(({ tag }) => languageName(code, tag)),
  }));
  const days = weekdays.map((day, index) => ({
    id: `day/${day}`,
    names: languages.map(({ tag, locale }) => ({ value: weekdayName(index, locale), lang: tag })),
  }));
  const textsByLanguage = languages.map(({ tag }) => [tag, interfaceTexts(tag)] as const);
  const free = termsOf('sense', catalogue.vocabularies['everyday-words']).find(({ id }) => id === freeWords);
  const named = namedByTexts.map(([key]) => ({
    id: key,
    names: [
      ...textsByLanguage.flatMap(([lang, texts]) => {
        const value = catalogue.texts.get(lang)?.get(key) ?? texts.get(key);
        return value ? [{ value, lang }] : [];
      }),
      ...(key === 'enum.cost.free' ? (free?.names ?? []) : []),
    ],
  }));
  return [...vocabularies, ...towns, ...spoken, ...days, ...named];
}

const termsOf = (kind: string, vocabulary: ReadonlyMap<string, Term>): Concept[] =>
  [...vocabulary.values()].map(({ id, label, synonyms, mapsTo }) => ({
    id: `${kind}/${id}`,
    broader: [
      ...(mapsTo['everyday-words'] ?? []).map((other) => `sense/${other}`),
      ...(mapsTo['topics'] ?? []).map((other) => `topic/${other}`),
    ],
    names: [
      ...labelTexts(label),
      ...Object.entries(synonyms).flatMap(([lang, list]) => list.map((value) => ({ value, lang }))),
    ],
  }));

/** What a language calls another; nothing where the platform does not know it. */
function languageName(code: string, tag: LanguageTag): Text[] {
  const value = languageNames(tag).of(code);
  return value ? [{ value, lang: tag }] : [];
}
const languageNames = memoised(
  (tag: LanguageTag) => new Intl.DisplayNames(findLanguage(tag)?.locale ?? tag, { type: 'language', fallback: 'none' }),
);

/** 2024-01-01 was a Monday. */
const weekdayName = (index: number, locale: string): string =>
  weekdayFormat(locale).format(new Date(Date.UTC(2024, 0, 1 + index)));
const weekdayFormat = memoised(
  (locale: string) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
);

/** A text of an entry for readers of `lang`, and where that differs also as its authors wrote it: both are searched for. */
function textOf(entry: Entry<unknown>, path: string, lang: LanguageTag): Text[] {
  const shown = textsIn(entry, lang).text(path);
  const written = textsIn(entry, entry.language).text(path);
  return [shown, shown?.value === written?.value ? undefined : written].filter((text) => text !== undefined);
}

/** Markdown without its marks and addresses: only what a reader sees. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<?https?:\/\/\S+/g, ' ')
    .replace(/[#*_>`|~]+/g, ' ');
}

const labelTexts = (labels: Labels): Text[] => Object.entries(labels).map(([lang, value]) => ({ value, lang }));
