import type { IsoDate, LanguageTag } from './diagnostic.ts';
import type { CatalogueMap } from './map-shapes.ts';
import type {
  Edition,
  EmergencyNumbers,
  Event,
  Funding,
  Geo,
  Goal,
  Guide,
  Guideline,
  Indicator,
  Labels,
  Measure,
  Need,
  Network,
  Offer,
  Organisation,
  Page,
  Place,
  Site,
  Searches,
  Snapshot,
  Targets,
  TranslationState,
} from './schema.generated.ts';

/** The names of the vocabularies; each has defaults in `src/vocabularies/<name>.yml`. */
export const vocabularyNames = [
  'fields-of-action',
  'topics',
  'target-groups',
  'residence-status',
  'everyday-words',
  'glossary',
  'life-situations',
] as const;
export type VocabularyName = (typeof vocabularyNames)[number];

export interface Term {
  readonly id: string;
  readonly label: Labels;
  readonly description?: Labels;
  readonly icon?: string;
  /** Ids on a second axis, by the name of its vocabulary: `{ 'fields-of-action': ['work'] }`. */
  readonly mapsTo: Readonly<Record<string, readonly string[]>>;
  readonly synonyms: Readonly<Record<LanguageTag, readonly string[]>>;
}

/** `site.yml` with every default filled in. */
export type SiteSettings = Site &
  Required<
    Pick<
      Site,
      | 'source_language'
      | 'base_path'
      | 'time_zone'
      | 'country'
      | 'state'
      | 'page_size'
      | 'review_grace'
      | 'school_holidays'
      | 'featured_topics'
      | 'needs'
      | 'status_page'
      | 'offline'
      | 'gaps'
      | 'horizon'
    >
  >;

/**
 * What a translation file holds: the same shape as its source, text fields only.
 * `outdated` is true when the source has changed since `state.of` was written.
 */
export interface Translation {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly state: TranslationState;
  readonly outdated: boolean;
}

/** What every translatable content entry has in common; `data` and `body` are in the site's source language. */
export interface Entry<Data> {
  /** File name without ending: kebab-case ASCII, unique within its collection. */
  readonly id: string;
  /** Path relative to the content folder. */
  readonly file: string;
  readonly data: Data;
  /** Markdown. */
  readonly body: string;
  readonly language: LanguageTag;
  readonly translations: ReadonlyMap<LanguageTag, Translation>;
  /** First 12 hex digits of the SHA-256 of all text fields; what `translation.of` must name. */
  readonly textHash: string;
}

/** A place as far as the public may know it: where `protected`, street, geo and directions are gone. */
export interface PublicPlace {
  /** Id of the venue in `content/places/`, where the offer refers to one. */
  readonly id?: string;
  readonly name?: string;
  readonly street?: string;
  readonly postalCode?: string;
  /** Id of the town. */
  readonly town: string;
  readonly geo?: Geo;
  readonly protected: boolean;
}

/**
 * active: takes place now · upcoming: `valid.from` is in the future · paused · ended: by status or because `valid.until` has passed.
 * Ended offers keep their page (old links must help on) and appear in no list, search or export.
 */
export type Standing = 'active' | 'upcoming' | 'paused' | 'ended';

/** fresh · due: `reviewed` is older than `review_every` · ask-first: older than `review_every` × `site.review_grace`. */
export type Freshness = 'fresh' | 'due' | 'ask-first';

/** Another site that an offer was taken over from. */
export interface OfferHome {
  /** Id of the source in `site.yml`. */
  readonly source: string;
  readonly title: Labels;
  /** Address of the offer's page there. */
  readonly url?: string;
}

/**
 * An offer that may be shown. Drafts are not in the catalogue at all; contacts whose consent has expired and the
 * address of protected places are already removed, so that no view or export can leak them.
 * Telephone numbers are written internationally, `+49 221 4710123`: without its spaces that is what `tel:` takes.
 */
export interface CatalogueOffer extends Entry<Offer> {
  /** By which a form and the inbox agree on the state that was changed (`offerRevision`); absent for offers of other sites. */
  readonly revision?: string;
  readonly standing: Standing;
  readonly freshness: Freshness;
  /** Where it takes place; absent where the offer has no place. */
  readonly place?: PublicPlace;
  /** Ids of all towns it serves: `service_area` with districts expanded to their towns. */
  readonly towns: readonly string[];
  /** Where it is kept, for an offer of another town: there it is changed, not here. */
  readonly homes?: readonly OfferHome[];
  /** Its identity at home; own offers get theirs from their id. */
  readonly uuid?: string;
}

/** A meeting; contacts and the address of a protected place are removed as they are from an offer. */
export interface CatalogueEvent extends Entry<Event> {
  /** Where it takes place; absent for one that is only online. */
  readonly place?: PublicPlace;
}

/** What may be counted of a need: its title and text, which strangers may have written, are not in the catalogue at all. */
export type CatalogueNeed = Entry<Omit<Need, 'title'>>;

export type CatalogueNetwork = Entry<Network>;
export type CatalogueEdition = Entry<Edition>;
export type CatalogueGoal = Entry<Goal>;
export type CatalogueMeasure = Entry<Measure>;
export type CatalogueIndicator = Entry<Indicator>;
export type CatalogueGuideline = Entry<Guideline>;
export type CatalogueFunding = Entry<Funding>;
export type CatalogueGuide = Entry<Guide>;

/** A number for emergencies, with what is built in about it filled in. */
export type EmergencyNumber = Omit<EmergencyNumbers['numbers'][number], 'hidden'> &
  Required<Pick<EmergencyNumbers['numbers'][number], 'kind' | 'phone' | 'name'>>;

/** What the network expects everywhere, with its defaults filled in; `towns` is absent where it holds for all. */
export type Target = Targets['targets'][number] & Required<Pick<Targets['targets'][number], 'minimum' | 'per'>>;

export type CatalogueOrganisation = Entry<Organisation>;
export type CataloguePlace = Entry<Place>;
export type CataloguePage = Entry<Page>;

/** Everything the site is made from; frozen after it was built in `src/catalogue.ts`. */
export interface Catalogue {
  readonly today: IsoDate;
  readonly site: SiteSettings;
  /** The interface languages that are built, in the order of `site.yml`. */
  readonly languages: readonly LanguageTag[];
  readonly vocabularies: Readonly<Record<VocabularyName, ReadonlyMap<string, Term>>>;
  readonly places: ReadonlyMap<string, CataloguePlace>;
  readonly map: CatalogueMap;
  readonly organisations: ReadonlyMap<string, CatalogueOrganisation>;
  /** All offers that have a page, ended ones included; `current()` leaves those out. */
  readonly offers: ReadonlyMap<string, CatalogueOffer>;
  readonly pages: ReadonlyMap<string, CataloguePage>;
  readonly networks: ReadonlyMap<string, CatalogueNetwork>;
  readonly events: ReadonlyMap<string, CatalogueEvent>;
  readonly editions: ReadonlyMap<string, CatalogueEdition>;
  readonly goals: ReadonlyMap<string, CatalogueGoal>;
  readonly measures: ReadonlyMap<string, CatalogueMeasure>;
  readonly indicators: ReadonlyMap<string, CatalogueIndicator>;
  readonly guidelines: ReadonlyMap<string, CatalogueGuideline>;
  readonly needs: ReadonlyMap<string, CatalogueNeed>;
  readonly funding: ReadonlyMap<string, CatalogueFunding>;
  /** In the order in which they are shown. */
  readonly guides: ReadonlyMap<string, CatalogueGuide>;
  /** In the order in which they are shown. */
  readonly emergency: readonly EmergencyNumber[];
  /** In the order in which they are shown. */
  readonly targets: readonly Target[];
  /** Words that people looked for in vain and sent in. */
  readonly searches: Searches['searches'];
  /** The oldest first. */
  readonly snapshots: readonly Snapshot[];
  /** Interface texts that the municipality replaces: language → message key → ICU message. */
  readonly texts: ReadonlyMap<LanguageTag, ReadonlyMap<string, string>>;
}
