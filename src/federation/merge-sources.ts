import { catalogueUuids } from '../content/uuid-v5.ts';
import { normaliseForComparison } from './normalise-name.ts';
import type { ForeignCatalogue, ForeignEntry, ForeignOffer } from './foreign-catalogue.ts';
import type { Catalogue, CatalogueOffer, Entry, OfferHome, Translation, VocabularyName } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { expandToTowns, resolvePlace, withoutAddress } from '../model/places.ts';
import type { Address, Contact, Labels, Offer, Organisation, Place } from '../model/schema.generated.ts';
import { freshnessOf, standingOf } from '../model/standing.ts';

/** A source of `site.yml` with the last good copy of its catalogue. */
export interface Source {
  readonly id: string;
  readonly title: Labels;
  readonly url?: string;
  /** How this site calls the source's terms: vocabulary → the source's id → own id. */
  readonly map: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly catalogue: ForeignCatalogue;
}

/** What could not be taken over as it was. */
export interface MergeProblem {
  readonly source: string;
  readonly kind: 'unmapped-term' | 'unknown-area';
  /** The vocabulary with the term, or the offer without any known town. */
  readonly vocabulary?: VocabularyName;
  readonly id: string;
  /** How many offers it concerns. */
  readonly count: number;
}

/** Own ids hold single hyphens only: what comes from elsewhere can never take an own name. */
const foreignId = (source: string, id: string): string => `${source}--${id}`;

/**
 * The catalogue with the offers of other towns added. An offer that is there already (same identity, or same
 * organisation, title and place) is shown once and names all its homes. Named persons are left behind: they consented
 * to be named by their own town.
 */
export function mergeSources(
  own: Catalogue,
  sources: readonly Source[],
): { readonly value: Catalogue; readonly problems: readonly MergeProblem[] } {
  const places = new Map(own.places);
  const placeData = new Map([...places].map(([id, { data }]) => [id, data]));
  const organisations = new Map(own.organisations);
  const offers = new Map(own.offers);
  const problems: MergeProblem[] = [];
  const byName = new Map(
    [...organisations.values()].map(({ id, data }) => [normaliseForComparison(data.name), id] as const),
  );
  const byAgs = new Map(
    [...places.values()].flatMap(({ id, data }) => (data.ags === undefined ? [] : [[data.ags, id] as const])),
  );
  const known = new Map<string, string>();
  const uuid = catalogueUuids(own.site);
  for (const offer of offers.values()) {
    known.set(sameness(offer), offer.id);
    // A town that reads its district gets its own offers back.
    known.set(uuid('service', offer.id), offer.id);
  }

  for (const source of sources) mergeOne(source);
  return { value: { ...own, places, organisations, offers }, problems };

  /** Two data sheets for the same thing agree in who offers it, how it is called and where it is. */
  function sameness({ data, towns, place }: CatalogueOffer): string {
    const organisation = organisations.get(data.organisation)?.data.name ?? data.organisation;
    const where = place ? [place.town, place.protected ? '' : (place.street ?? place.name ?? '')] : [...towns].sort();
    return [organisation, data.title, ...where].map(normaliseForComparison).join('|');
  }

  function addPlace(place: Entry<Place>): void {
    places.set(place.id, place);
    placeData.set(place.id, place.data);
  }

  function mergeOne(source: Source): void {
    const { catalogue } = source;
    const unmapped = new Map<string, { vocabulary: VocabularyName; id: string; offers: Set<string> }>();
    const home: Omit<OfferHome, 'url'> = { source: source.id, title: source.title };

    for (const foreign of catalogue.offers.values()) {
      const offer = adopt(foreign);
      if (!offer) {
        problems.push({ source: source.id, kind: 'unknown-area', id: foreign.id, count: 1 });
        continue;
      }
      const twin = (foreign.uuid === undefined ? undefined : known.get(foreign.uuid)) ?? known.get(sameness(offer));
      if (twin === undefined) {
        offers.set(offer.id, offer);
        known.set(sameness(offer), offer.id);
        if (foreign.uuid !== undefined) known.set(foreign.uuid, offer.id);
      } else {
        const there = offers.get(twin)!;
        offers.set(twin, {
          ...there,
          homes: [...(there.homes ?? []), ...(offer.homes ?? [])],
          towns: [...new Set([...there.towns, ...offer.towns])],
        });
      }
    }
    for (const { vocabulary, id, offers: concerned } of unmapped.values())
      problems.push({ source: source.id, kind: 'unmapped-term', vocabulary, id, count: concerned.size });

    /** Own ids for a list of the source's terms; what has no counterpart is reported and left out. */
    function mapTerms(vocabulary: VocabularyName, ids: readonly string[], offer: string): string[] {
      const terms = own.vocabularies[vocabulary];
      const given = catalogue.vocabularies.get(vocabulary) ?? [];
      return [
        ...new Set(
          ids.flatMap((id) => {
            const chosen = source.map[vocabulary]?.[id];
            if (chosen !== undefined && terms.has(chosen)) return [chosen];
            if (chosen === undefined && terms.has(id)) return [id];
            const term = given.find((one) => one.id === id);
            const alike = term && findByLabel(term.label, vocabulary);
            if (alike !== undefined) return [alike];
            const mapped = (term?.mapsTo[vocabulary] ?? []).filter((target) => terms.has(target));
            if (mapped.length > 0) return mapped;
            const key = `${vocabulary}/${id}`;
            const entry = unmapped.get(key) ?? { vocabulary, id, offers: new Set<string>() };
            entry.offers.add(offer);
            unmapped.set(key, entry);
            return [];
          }),
        ),
      ];
    }

    function findByLabel(label: Labels, vocabulary: VocabularyName): string | undefined {
      for (const [tag, text] of Object.entries(label)) {
        const wanted = normaliseForComparison(text);
        for (const term of own.vocabularies[vocabulary].values()) {
          const ours = term.label[tag];
          if (ours !== undefined && normaliseForComparison(ours) === wanted) return term.id;
        }
      }
      return undefined;
    }

    /** The own id of a place, taking it over where this catalogue lacks it; towns are the same where their key is. */
    function placeFor(id: string, depth = 0): string | undefined {
      const place = catalogue.places.get(id);
      if (!place || depth > 10) return undefined;
      const same = place.data.ags === undefined ? undefined : byAgs.get(place.data.ags);
      if (same !== undefined) return same;
      const taken = foreignId(source.id, id);
      if (!places.has(taken)) {
        const { part_of: partOf, ...data } = withoutAddress(place.data);
        // Set before its parents are looked for: a chain that leads back to itself ends here.
        addPlace(entryOf<Place>(taken, 'places', place, data));
        const parent = partOf === undefined ? undefined : placeFor(partOf, depth + 1);
        if (parent !== undefined && parent !== taken)
          addPlace(entryOf<Place>(taken, 'places', place, { ...data, part_of: parent }));
        if (data.ags !== undefined) byAgs.set(data.ags, taken);
      }
      return taken;
    }

    function organisationFor(id: string): string | undefined {
      const organisation = catalogue.organisations.get(id);
      if (!organisation) return undefined;
      const name = normaliseForComparison(organisation.data.name);
      const same = byName.get(name);
      if (same !== undefined) return same;
      const taken = foreignId(source.id, id);
      const { part_of: _partOf, place: _place, town, contacts, ...data } = organisation.data;
      const seat = town === undefined ? undefined : placeFor(town);
      organisations.set(
        taken,
        entryOf<Organisation>(taken, 'organisations', organisation, {
          ...data,
          ...(seat === undefined ? {} : { town: seat }),
          ...(contacts ? { contacts: withoutPersons(contacts) } : {}),
        }),
      );
      byName.set(name, taken);
      return taken;
    }

    function whereOf(place: Offer['place']): string | Address | undefined {
      if (place === undefined) return undefined;
      if (typeof place === 'string') return placeFor(place);
      const town = placeFor(place.town);
      return town === undefined ? undefined : withoutAddress({ ...place, town });
    }

    function adopt(foreign: ForeignOffer): CatalogueOffer | undefined {
      const id = foreignId(source.id, foreign.id);
      const { measures: _measures, funding: _funding, image: _image, ...given } = foreign.data;
      const organisation = organisationFor(given.organisation);
      const area = given.service_area.flatMap((place) => placeFor(place) ?? []);
      if (organisation === undefined || area.length === 0) return undefined;
      const place = whereOf(given.place);
      const residence = given.audience.residence_status;
      const { place: _given, partners, ...rest } = given;
      const data: Offer = {
        ...rest,
        organisation,
        ...(partners ? { partners: partners.flatMap((partner) => organisationFor(partner) ?? []) } : {}),
        fields_of_action: mapTerms('fields-of-action', given.fields_of_action, foreign.id),
        topics: mapTerms('topics', given.topics, foreign.id),
        audience: {
          ...given.audience,
          groups: mapTerms('target-groups', given.audience.groups, foreign.id),
          ...(residence ? { residence_status: mapTerms('residence-status', residence, foreign.id) } : {}),
        },
        ...(place === undefined ? {} : { place }),
        service_area: area,
        contacts: withoutPersons(given.contacts),
      };
      const resolved = place === undefined ? undefined : resolvePlace(place, placeData);
      return {
        ...entryOf<Offer>(id, 'offers', foreign, data),
        standing: standingOf(data, own.today),
        freshness: freshnessOf(data, own.today, own.site.review_grace),
        ...(resolved ? { place: resolved } : {}),
        towns: expandToTowns(area, placeData),
        homes: [{ ...home, ...(foreign.url === undefined ? {} : { url: foreign.url }) }],
        ...(foreign.uuid === undefined ? {} : { uuid: foreign.uuid }),
      };
    }
  }
}

/** Whoever is named gave consent to their own town, not to this one; what else is in the contact is theirs, too. */
const withoutPersons = (contacts: readonly Contact[]): Contact[] =>
  contacts.flatMap((contact) => {
    if (contact.person === undefined) return [contact];
    const { role, url } = contact;
    return role === undefined && url === undefined
      ? []
      : [{ ...(role === undefined ? {} : { role }), ...(url === undefined ? {} : { url }) }];
  });

/** The texts of those contacts that `withoutPersons` leaves, in its order and with nothing beyond it. */
function withoutPersonTexts(texts: Translation['data'], contacts: readonly Contact[]): Translation['data'] {
  const translated = texts['contacts'];
  if (!Array.isArray(translated)) return texts;
  const kept = contacts.flatMap((contact, index): unknown[] => {
    if (withoutPersons([contact]).length === 0) return [];
    const text: unknown = translated[index] ?? {};
    if (contact.person === undefined) return [text];
    const { role } = text as { role?: unknown };
    return [role === undefined ? {} : { role }];
  });
  return { ...texts, contacts: kept };
}

function entryOf<Data>(id: string, folder: string, foreign: ForeignEntry<Data>, data: Data): Entry<Data> {
  const { contacts = [] } = foreign.data as { readonly contacts?: readonly Contact[] };
  const translations = new Map<LanguageTag, Translation>(
    Array.from(foreign.translations, ([tag, { data: texts, body, state, outdated }]) => [
      tag,
      { data: withoutPersonTexts(texts, contacts), body, state, outdated },
    ]),
  );
  return {
    id,
    file: `federation/${folder}/${id}`,
    data,
    body: foreign.body,
    language: foreign.language,
    translations,
    textHash: '',
  };
}
