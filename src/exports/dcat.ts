import { catalogueVersion } from './catalogue-json.ts';
import type { ExportFile } from './export-file.ts';
import { labelIn } from '../model/label-in.ts';
import type { Exporting } from './exporting.ts';

/** Licences as DCAT-AP.de names them (https://www.dcat-ap.de/def/licenses/). */
export const licenceAddresses: Readonly<Record<string, string>> = {
  'CC0-1.0': 'http://dcat-ap.de/def/licenses/cc-zero',
  'CC-BY-4.0': 'http://dcat-ap.de/def/licenses/cc-by/4.0',
  'CC-BY-SA-4.0': 'http://dcat-ap.de/def/licenses/cc-by-sa/4.0',
  'DL-DE-ZERO-2.0': 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  'DL-DE-BY-2.0': 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
};

/** The codes of the EU's vocabulary of languages (http://publications.europa.eu/resource/authority/language). */
const languageCodes: Readonly<Record<string, string>> = {
  de: 'DEU',
  en: 'ENG',
  fr: 'FRA',
  es: 'SPA',
  ar: 'ARA',
  fa: 'FAS',
  tr: 'TUR',
  uk: 'UKR',
  ru: 'RUS',
  pl: 'POL',
  ro: 'RON',
  bg: 'BUL',
  sq: 'SQI',
  ku: 'KUR',
  ti: 'TIR',
};

const authority = 'http://publications.europa.eu/resource/authority';

/** A file as a distribution: where, in which format. */
export interface Distribution {
  readonly path: string;
  readonly mediaType: string;
  /** Code of the EU's vocabulary of file types. */
  readonly fileType: string;
  readonly title: string;
  readonly conformsTo?: string;
}

export const distributions: readonly Distribution[] = [
  {
    path: 'data/catalogue.json',
    mediaType: 'application/json',
    fileType: 'JSON',
    title: `Angebotslotse ${catalogueVersion}`,
  },
  { path: 'data/offers.csv', mediaType: 'text/csv', fileType: 'CSV', title: 'CSV' },
  {
    path: 'data/offers.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileType: 'XLSX',
    title: 'XLSX',
  },
  { path: 'data/offers.geojson', mediaType: 'application/geo+json', fileType: 'GEOJSON', title: 'GeoJSON' },
  { path: 'data/calendar.ics', mediaType: 'text/calendar', fileType: 'ICS', title: 'iCalendar' },
  {
    path: 'data/hsds/services.json',
    mediaType: 'application/json',
    fileType: 'JSON',
    title: 'Open Referral HSDS 3.0',
    conformsTo: 'https://docs.openreferral.org/en/v3.0.1/',
  },
  {
    path: 'data/oruk/services.json',
    mediaType: 'application/json',
    fileType: 'JSON',
    title: 'Open Referral UK 3.0',
    conformsTo: 'https://docs.openreferraluk.org/en/latest/',
  },
];

/**
 * The catalogue of data as DCAT-AP.de 3.0 in JSON-LD: one dataset, a distribution for each format. Absolute addresses
 * are what identifies things there, so it is written only for a site that knows its own.
 */
export function dcatCatalogue(exporting: Exporting, files: readonly Distribution[] = distributions): ExportFile {
  return {
    path: 'data/dcat.jsonld',
    make() {
      const { catalogue, address, date, lang } = exporting;
      const { site } = catalogue;
      const languages = catalogue.languages.flatMap((tag) => {
        const code = languageCodes[tag.split('-')[0] ?? tag];
        return code === undefined ? [] : [{ '@id': `${authority}/language/${code}` }];
      });
      const title = { '@value': labelIn(site.title, lang, lang) || site.region, '@language': lang };
      const licence = site.data_licence === undefined ? undefined : licenceAddresses[site.data_licence];
      const publisher = {
        '@id': address('data/dcat.jsonld#publisher'),
        '@type': 'foaf:Agent',
        'foaf:name': site.publisher.name,
        ...(site.publisher.email === undefined ? {} : { 'foaf:mbox': { '@id': `mailto:${site.publisher.email}` } }),
      };
      const ags = catalogue.places.get(site.region)?.data.ags;
      const dataset = {
        '@id': address('data/dcat.jsonld#offers'),
        '@type': 'dcat:Dataset',
        'dct:title': title,
        'dct:description': {
          '@value': (site.tagline && labelIn(site.tagline, lang, lang)) || title['@value'],
          '@language': lang,
        },
        'dct:identifier': address('data/catalogue.json'),
        'dct:modified': { '@value': date, '@type': 'xsd:date' },
        'dct:publisher': { '@id': publisher['@id'] },
        'dct:language': languages,
        'dcat:theme': { '@id': `${authority}/data-theme/SOCI` },
        'dct:accrualPeriodicity': { '@id': `${authority}/frequency/DAILY` },
        'dct:accessRights': { '@id': `${authority}/access-right/PUBLIC` },
        ...(ags === undefined ? {} : { 'dcatde:politicalGeocodingURI': { '@id': geocode(ags) } }),
        'dcat:contactPoint': {
          '@type': 'vcard:Organization',
          'vcard:fn': site.publisher.name,
          ...(site.publisher.email === undefined
            ? {}
            : { 'vcard:hasEmail': { '@id': `mailto:${site.publisher.email}` } }),
        },
        'dcat:distribution': files.map(({ path, mediaType, fileType, title: name, conformsTo }) => ({
          '@id': address(`data/dcat.jsonld#${path.replace(/[^a-z]+/g, '-')}`),
          '@type': 'dcat:Distribution',
          'dct:title': name,
          'dcat:accessURL': { '@id': address(path) },
          'dcat:downloadURL': { '@id': address(path) },
          'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
          'dct:format': { '@id': `${authority}/file-type/${fileType}` },
          'dct:modified': { '@value': date, '@type': 'xsd:date' },
          ...(licence === undefined ? {} : { 'dct:license': { '@id': licence } }),
          ...(conformsTo === undefined ? {} : { 'dct:conformsTo': { '@id': conformsTo } }),
        })),
      };
      return `${JSON.stringify(
        {
          '@context': {
            dcat: 'http://www.w3.org/ns/dcat#',
            dcatde: 'http://dcat-ap.de/def/dcatde/',
            dct: 'http://purl.org/dc/terms/',
            foaf: 'http://xmlns.com/foaf/0.1/',
            vcard: 'http://www.w3.org/2006/vcard/ns#',
            xsd: 'http://www.w3.org/2001/XMLSchema#',
          },
          '@graph': [
            {
              '@id': address('data/dcat.jsonld#catalogue'),
              '@type': 'dcat:Catalog',
              'dct:title': title,
              'dct:description': dataset['dct:description'],
              'dct:publisher': { '@id': publisher['@id'] },
              'dct:language': languages,
              'foaf:homepage': { '@id': address('') },
              'dcat:dataset': { '@id': dataset['@id'] },
            },
            publisher,
            dataset,
          ],
        },
        null,
        1,
      )}\n`;
    },
  };
}

/** Five digits name a district, eight a municipality (https://www.dcat-ap.de/def/politicalGeocoding/). */
const geocode = (ags: string): string =>
  ags.length <= 5
    ? `http://dcat-ap.de/def/politicalGeocoding/districtKey/${ags}`
    : `http://dcat-ap.de/def/politicalGeocoding/municipalityKey/${ags}`;
