import { validatorFor } from '../check/validators.ts';
import { findLanguage } from '../i18n/languages.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { Labels, Offer, Organisation, Place, TranslationState } from '../model/schema.generated.ts';

/** The newest version of `catalogue.json` that can be read. */
export const readableVersion = 1;

/** More than a district of a hundred towns needs; keeps a hostile file from filling the memory. */
export const sizeLimit = 64_000_000;
const bodyLimit = 100_000;

export interface ForeignTranslation {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly state: TranslationState;
  /** The source text has changed since. */
  readonly outdated: boolean;
}

export interface ForeignEntry<Data> {
  readonly id: string;
  readonly language: LanguageTag;
  readonly data: Data;
  readonly body: string;
  readonly translations: ReadonlyMap<LanguageTag, ForeignTranslation>;
}

export interface ForeignOffer extends ForeignEntry<Offer> {
  /** Address of its page at home; undefined where that is no web address. */
  readonly url?: string;
  readonly uuid?: string;
}

export interface ForeignTerm {
  readonly id: string;
  readonly label: Labels;
  readonly mapsTo: Readonly<Record<string, readonly string[]>>;
}

/** Another town's catalogue after everything that does not keep the rules was taken out. */
export interface ForeignCatalogue {
  readonly date: string;
  readonly title: Labels;
  readonly url?: string;
  readonly vocabularies: ReadonlyMap<string, readonly ForeignTerm[]>;
  readonly places: ReadonlyMap<string, ForeignEntry<Place>>;
  readonly organisations: ReadonlyMap<string, ForeignEntry<Organisation>>;
  readonly offers: ReadonlyMap<string, ForeignOffer>;
}

/** Why a file is not used at all, or which of its entries are not. */
export type ForeignProblem =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-catalogue' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'bad-entry'; readonly collection: string; readonly id: string; readonly reason: string };

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
/** Two hyphens: the source has taken the entry over from elsewhere itself. */
const idPattern = /^[a-z0-9]+(--?[a-z0-9]+)*$/;

/** What an offer may have lost: its last contact to an expired consent, its last term to a district that lacks it. */
const mayBeEmpty: ReadonlySet<string> = new Set(['/contacts', '/fields_of_action', '/topics', '/audience/groups']);

/** The data with ids as its schema knows them: a source that is a district itself refers to what it took over. */
const withSingleHyphens = (value: unknown): unknown => {
  if (typeof value === 'string') return idPattern.test(value) ? value.replaceAll('--', '-') : value;
  if (Array.isArray(value)) return value.map(withSingleHyphens);
  if (!isJson(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withSingleHyphens(item)]));
};

const webAddress = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value) ? value : undefined;

/** Keys that reach an object's prototype never leave the parser. */
const withoutPrototypes = (key: string, value: unknown): unknown =>
  key === '__proto__' || key === 'constructor' || key === 'prototype' ? undefined : value;

const labelsIn = (value: unknown): Labels =>
  isJson(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([tag, text]) =>
          findLanguage(tag) && typeof text === 'string' ? [[tag, text.slice(0, 300)]] : [],
        ),
      )
    : {};

/**
 * Reads what another site published as `catalogue.json`. It comes from outside: each entry keeps the schemas or is left
 * out with the reason, and nothing is taken from it but what the schemas name.
 */
export function readForeignCatalogue(
  text: string,
  country: string,
): { readonly value: ForeignCatalogue | undefined; readonly problems: readonly ForeignProblem[] } {
  const size = Buffer.byteLength(text);
  if (size > sizeLimit) return { value: undefined, problems: [{ kind: 'too-large', size }] };
  let root: unknown;
  try {
    root = JSON.parse(text, withoutPrototypes);
  } catch {
    // A syntax error, or more nesting than the parser has room for.
    return { value: undefined, problems: [{ kind: 'not-json' }] };
  }
  if (!isJson(root) || !Number.isInteger(root['version']) || !Array.isArray(root['offers']) || !isJson(root['site']))
    return { value: undefined, problems: [{ kind: 'not-catalogue' }] };
  const version = root['version'] as number;
  if (version > readableVersion) return { value: undefined, problems: [{ kind: 'newer', version }] };

  const problems: ForeignProblem[] = [];
  const site = root['site'];
  const url = webAddress(site['url']);
  const catalogue: ForeignCatalogue = {
    date: typeof root['date'] === 'string' ? root['date'].slice(0, 10) : '',
    title: labelsIn(site['title']),
    ...(url === undefined ? {} : { url }),
    vocabularies: vocabulariesIn(root['vocabularies']),
    places: entriesIn<Place>(root['places'], 'places', 'place'),
    organisations: entriesIn<Organisation>(root['organisations'], 'organisations', 'organisation'),
    offers: offersIn(root['offers']),
  };
  return { value: catalogue, problems };

  function entryOf<Data>(item: unknown, collection: string, schema: string): ForeignEntry<Data> | undefined {
    const id = isJson(item) && typeof item['id'] === 'string' ? item['id'] : '';
    const refuse = (reason: string): undefined => {
      problems.push({ kind: 'bad-entry', collection, id: id.slice(0, 80), reason });
      return undefined;
    };
    if (!isJson(item) || id.length > 100 || !idPattern.test(id)) return refuse('id');
    const { language, data, body = '' } = item;
    if (typeof language !== 'string' || !findLanguage(language)) return refuse('language');
    if (!isJson(data)) return refuse('data');
    if (typeof body !== 'string' || body.length > bodyLimit) return refuse('body');
    const reason = breaks(`${schema}.schema.json`, data);
    if (reason !== undefined) return refuse(reason);
    return { id, language, data: data as Data, body, translations: translationsIn(item['translations'], schema) };
  }

  /** Where data breaks its schema, as a path and a word. */
  function breaks(ref: string, data: Json): string | undefined {
    const validate = validatorFor(ref, country);
    if (validate(data) || validate(withSingleHyphens(data))) return undefined;
    const [error] = (validate.errors ?? []).filter(
      ({ instancePath, keyword }) => !(keyword === 'minItems' && mayBeEmpty.has(instancePath)),
    );
    if (!error) return undefined;
    const { missingProperty, additionalProperty } = error.params as {
      missingProperty?: string;
      additionalProperty?: string;
    };
    return [error.instancePath, error.keyword, missingProperty ?? additionalProperty?.slice(0, 60)]
      .filter(Boolean)
      .join(' ');
  }

  /** A translation that breaks the rules is only a missing one. */
  function translationsIn(value: unknown, schema: string): Map<LanguageTag, ForeignTranslation> {
    const found = new Map<LanguageTag, ForeignTranslation>();
    for (const [tag, item] of isJson(value) ? Object.entries(value) : []) {
      if (!findLanguage(tag) || !isJson(item) || !isJson(item['data'])) continue;
      const { data, body = '', translation } = item;
      if (typeof body !== 'string' || body.length > bodyLimit || !isJson(translation)) continue;
      const { of, by } = translation;
      if (typeof of !== 'string' || (by !== 'human' && by !== 'machine')) continue;
      const state: TranslationState = { of, by };
      if (breaks(`translation.schema.json#/$defs/${schema}`, { ...data, translation: state }) !== undefined) continue;
      found.set(tag, { data, body, state, outdated: item['outdated'] === true });
    }
    return found;
  }

  function entriesIn<Data>(value: unknown, collection: string, schema: string): Map<string, ForeignEntry<Data>> {
    const entries = new Map<string, ForeignEntry<Data>>();
    for (const item of listIn(value)) {
      const entry = entryOf<Data>(item, collection, schema);
      if (entry && !entries.has(entry.id)) entries.set(entry.id, entry);
    }
    return entries;
  }

  function offersIn(value: unknown): Map<string, ForeignOffer> {
    const offers = new Map<string, ForeignOffer>();
    for (const item of listIn(value)) {
      const entry = entryOf<Offer>(item, 'offers', 'offer');
      if (!entry || offers.has(entry.id) || entry.data.status === 'draft') continue;
      const { url: home, uuid } = item as Json;
      const address = webAddress(home);
      offers.set(entry.id, {
        ...entry,
        ...(address === undefined ? {} : { url: address }),
        ...(typeof uuid === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid) ? { uuid } : {}),
      });
    }
    return offers;
  }

  function vocabulariesIn(value: unknown): Map<string, readonly ForeignTerm[]> {
    return new Map(
      (isJson(value) ? Object.entries(value) : []).map(([name, terms]) => [
        name,
        listIn(terms).flatMap((term) =>
          isJson(term) && typeof term['id'] === 'string' && idPattern.test(term['id'])
            ? [{ id: term['id'], label: labelsIn(term['label']), mapsTo: mappedIn(term['maps_to']) }]
            : [],
        ),
      ]),
    );
  }
}

const mappedIn = (value: unknown): Record<string, readonly string[]> =>
  isJson(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, ids]) => [
          name,
          listIn(ids).filter((id): id is string => typeof id === 'string'),
        ]),
      )
    : {};
