import type { VNode } from 'preact';
import { formatsFor } from '../../i18n/formats.ts';
import { findLanguage } from '../../i18n/languages.ts';
import type { MessageKey, Translate } from '../../i18n/translator.ts';
import type { CatalogueOffer, CataloguePlace, Term } from '../../model/catalogue.ts';
import type { IsoDate } from '../../model/diagnostic.ts';
import { expandToTowns, resolvePlace } from '../../model/places.ts';
import type { Labels, Offer, Place } from '../../model/schema.generated.ts';
import { contactsOf } from '../../pages/contact-data.ts';
import { offerFacts } from '../../pages/offer-facts.tsx';
import type { SiteModel } from '../../pages/site-model.ts';
import { Contact } from '../../views/components/contact/contact.tsx';
import { Facts } from '../../views/components/facts/facts.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { Prose } from '../../views/components/prose/prose.tsx';
import type { ShownText } from '../../views/components/text/text.tsx';
import type { DatasheetPageData } from '../../views/datasheet-page-data.ts';
import type { PageContext } from '../../views/page-context.ts';
import type { Data } from './sheet-data.ts';

interface Props {
  readonly page: DatasheetPageData;
  readonly t: Translate;
  readonly today: IsoDate;
  readonly data: Data;
  readonly body: string;
  /** Absent until it is loaded. */
  readonly renderMarkdown: ((text: string, options: { topHeading: number }) => string) | undefined;
}

/** Facts that are shown only once the field that they come from is filled in. */
const sources: readonly (readonly [MessageKey, string])[] = [
  ['offer.facts.audience', 'audience'],
  ['offer.facts.when', 'schedule'],
  ['offer.facts.where', 'delivery'],
  ['offer.facts.cost', 'cost'],
  ['offer.facts.languages', 'languages'],
  ['offer.facts.registration', 'registration'],
  ['offer.facts.area', 'service_area'],
  ['offer.facts.organisation', 'organisation'],
  ['offer.facts.topics', 'topics'],
  ['offer.facts.reviewed', 'reviewed'],
];

/** What stands in for fields that are still empty, so that the page can be drawn at all. */
const blank = {
  topics: [],
  languages: [],
  audience: { groups: [] },
  cost: { kind: 'free' },
  registration: { kind: 'none' },
  delivery: [],
  service_area: [],
  accessibility: { step_free: 'unknown' },
  contacts: [],
  organisation: '',
};

/** The offer's page as it will look, from the parts of the real one. */
export function OfferPreview({ page, t, today, data, body, renderMarkdown }: Props): VNode {
  const offer = asOffer(data, body, page);
  const model = modelOf(page);
  const context = contextOf(page, t, today);
  const missing = new Set(sources.filter(([, key]) => data[key] === undefined).map(([key]) => t(key)));
  const title = data['title'];
  const type = data['type'];
  return (
    <article class="sheet-preview-page">
      <PageHeading
        level={3}
        title={{ value: typeof title === 'string' ? title : '…' }}
        {...(typeof type === 'string' ? { kicker: t(`enum.type.${type as Offer['type']}`) } : {})}
        {...(typeof data['summary'] === 'string' ? { lead: { value: data['summary'] } } : {})}
      />
      <Facts facts={offerFacts(offer, model, context).filter(({ label }) => !missing.has(label))} />
      {contactsOf(offer, context).map((contact, index) => (
        <Contact key={index} t={t} contact={contact} />
      ))}
      {renderMarkdown && body.trim() !== '' && <Prose html={renderMarkdown(body, { topHeading: 4 })} />}
    </article>
  );
}

/** Only what has the shape that the page expects: what is wrong is named by the check. */
function asOffer(data: Data, body: string, page: DatasheetPageData): CatalogueOffer {
  const lang = page.lang;
  const filled: Record<string, unknown> = { ...blank, ...data };
  for (const [key, value] of Object.entries(blank)) {
    if (typeof filled[key] !== typeof value || Array.isArray(filled[key]) !== Array.isArray(value)) filled[key] = value;
  }
  filled['audience'] = { groups: [], ...(filled['audience'] as object) };
  for (const key of ['cost', 'registration', 'accessibility'] as const)
    filled[key] = { ...blank[key], ...(filled[key] as object) };
  const offer = filled as unknown as Offer;
  const readable = {
    ...offer,
    languages: offer.languages.filter((language) => language.code !== undefined && language.kind !== undefined),
    schedule: (offer.schedule ?? []).filter((rule) => typeof rule === 'object'),
    contacts: offer.contacts.filter((contact) => typeof contact === 'object'),
  };
  const places = placesOf(page);
  const place = offer.place === undefined ? undefined : resolvePlace(offer.place, places);
  return {
    id: 'preview',
    file: '',
    data: readable,
    body,
    language: lang,
    translations: new Map(),
    textHash: '',
    revision: '',
    standing: 'active',
    freshness: 'fresh',
    towns: expandToTowns(offer.service_area, places),
    ...(place ? { place } : {}),
  };
}

function placesOf(page: DatasheetPageData): ReadonlyMap<string, Place> {
  return new Map(
    Object.entries(page.places).map(([id, { name, kind, partOf, street, postalCode, protected: secret }]) => [
      id,
      {
        name: name.value,
        kind,
        ...(partOf === undefined ? {} : { part_of: partOf }),
        ...(street === undefined ? {} : { street }),
        ...(postalCode === undefined ? {} : { postal_code: postalCode }),
        ...(secret ? { protected: true } : {}),
      },
    ]),
  );
}

/** As much of the site as the facts look up: names. */
function modelOf(page: DatasheetPageData): SiteModel {
  const entry = (id: string, name: ShownText, data: object): CataloguePlace =>
    ({
      id,
      data,
      body: '',
      file: '',
      language: name.lang ?? page.lang,
      translations: new Map(),
      textHash: '',
    }) as unknown as CataloguePlace;
  const places = placesOf(page);
  const labels = ({ value, lang }: ShownText): Labels => ({ [lang ?? page.lang]: value });
  return {
    catalogue: {
      site: { source_language: page.sourceLanguage },
      places: new Map([...places].map(([id, data]) => [id, entry(id, page.places[id]!.name, data)])),
      organisations: new Map(
        Object.entries(page.organisations).map(([id, name]) => [id, entry(id, name, { name: name.value })]),
      ),
      vocabularies: Object.fromEntries(
        Object.entries(page.vocabularies).map(([name, terms]) => [
          name,
          new Map(
            Object.entries(terms).map(([id, { label }]): [string, Term] => [
              id,
              { id, label: labels(label), mapsTo: {}, synonyms: {} },
            ]),
          ),
        ]),
      ),
    },
  } as unknown as SiteModel;
}

function contextOf(page: DatasheetPageData, t: Translate, today: IsoDate): PageContext {
  const language = findLanguage(page.lang)!;
  return {
    lang: page.lang,
    dir: language.dir,
    language,
    t,
    formats: formatsFor(page.lang),
    today,
    root: page.root,
    link: (path: string) => `${page.root}${page.lang}/${path}`,
  } as unknown as PageContext;
}
