import { formatsFor, type Formats } from '../i18n/formats.ts';
import { loadMessages } from '../i18n/load-texts.ts';
import { createTranslator, type Translate } from '../i18n/translator.ts';
import type { Catalogue, CatalogueOffer, VocabularyName } from '../model/catalogue.ts';
import type { IsoDate, LanguageTag } from '../model/diagnostic.ts';
import { labelIn } from '../model/label-in.ts';
import { catalogueUuids } from '../content/uuid-v5.ts';

/** Where the site will stand; without an address of its own, links are paths from the root. */
export interface ExportPlacement {
  /** `/` or `/path/`. */
  readonly basePath: string;
  /** Absolute, without a slash at the end. */
  readonly siteUrl?: string;
}

/** What every format needs: the public offers and the words of the source language. */
export interface Exporting {
  readonly catalogue: Catalogue;
  /** All offers that are listed, by id: ended ones are gone from every format at the next build. */
  readonly offers: readonly CatalogueOffer[];
  readonly lang: LanguageTag;
  readonly date: IsoDate;
  readonly t: Translate;
  readonly formats: Formats;
  readonly uuid: (kind: string, ...parts: readonly (string | number)[]) => string;
  /** Address of a file below the root. */
  readonly address: (path: string) => string;
  /** Address of an offer's page in the source language. */
  readonly offerAddress: (id: string, lang?: LanguageTag) => string;
  /** Label of a term in the source language; the id where the vocabulary lacks it. */
  readonly label: (vocabulary: VocabularyName, id: string) => string;
  /** Name of a place or organisation in the source language; the id where the catalogue lacks it. */
  readonly placeName: (id: string) => string;
  readonly organisationName: (id: string) => string;
}

/** Gathers what the formats share. */
export function prepareExport(catalogue: Catalogue, { basePath, siteUrl }: ExportPlacement): Exporting {
  const { site } = catalogue;
  const lang = site.source_language;
  const formats = formatsFor(lang);
  // Not the address that this build is for: a preview elsewhere must not give the offers other identities.
  const ownUuid = catalogueUuids(site);
  const address = (path: string): string => `${siteUrl ?? ''}${basePath}${path}`;
  // The pages exist in the languages that are built; the source language need not be one of them.
  const pageLanguage = catalogue.languages.includes(lang) ? lang : (catalogue.languages[0] ?? lang);
  return {
    catalogue,
    offers: Array.from(catalogue.offers.values())
      .filter(({ standing }) => standing !== 'ended')
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    lang,
    date: catalogue.today,
    t: createTranslator(loadMessages(lang, catalogue.texts.get(lang)), formats),
    formats,
    // An offer of another town keeps the identity that it has there.
    uuid: (kind, ...parts) =>
      (kind === 'service' ? catalogue.offers.get(String(parts[0]))?.uuid : undefined) ?? ownUuid(kind, ...parts),
    address,
    offerAddress: (id, tag = pageLanguage) => address(`${tag}/angebote/${id}/`),
    label(vocabulary, id) {
      const term = catalogue.vocabularies[vocabulary].get(id);
      return (term && labelIn(term.label, lang, lang)) || id;
    },
    placeName: (id) => catalogue.places.get(id)?.data.name ?? id,
    organisationName: (id) => catalogue.organisations.get(id)?.data.name ?? id,
  };
}
