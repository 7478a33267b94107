import { createHash } from 'node:crypto';
import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { Part } from '../model/part.ts';

/** Where this file lies, the folder is a part of a site; it says which, of what, and all that belongs to it. */
export const partFile = 'part.json';

/** What all parts of one site have in common. Every value is compared when they are joined. */
export interface PartState {
  /** Hashes of the content folder, of the program, of the booklets. */
  readonly content: string;
  readonly program: string;
  readonly booklets: string;
  readonly date: string;
  readonly siteUrl: string;
  readonly basePath: string;
  /** Switches that change what is built, written out. */
  readonly settings: string;
  /** Version of the language data that dates and lists are written with. */
  readonly icu: string;
  readonly languages: readonly LanguageTag[];
  /** Hash of the paths of all files of the site but the search. */
  readonly listing: string;
}

/** The content of `part.json`. */
export interface PartManifest extends Part {
  readonly version: 1;
  readonly state: PartState;
  /** Languages whose search is in this part. */
  readonly search: readonly LanguageTag[];
  /** All files of the part but this one. */
  readonly paths: readonly string[];
}

export interface Share {
  /** Whether the file is written by this part; every path is by exactly one. */
  owns(path: string): boolean;
  /** Whether this part must know the search of a language: lists for offline use name its files. */
  needsSearch(lang: LanguageTag): boolean;
  /** Whether it writes it. */
  ownsSearch(lang: LanguageTag): boolean;
}

/**
 * Deals the site out to its parts: whole languages, and where there are more parts than languages each language in
 * slices of towns, with the offers that take place there. What belongs to no language goes to the part after the last.
 */
export function shareOf({ number, of }: Part, { languages, offers, places }: Catalogue): Share {
  const slices = Math.ceil(of / languages.length);
  const sliceOfTown = new Map(
    [...places.values()].filter(({ data }) => data.kind === 'town').map(({ id }, index) => [id, index % slices]),
  );
  const townOf = ({ place, towns }: CatalogueOffer): string => place?.town ?? towns[0] ?? '';
  const languageIndex = new Map(languages.map((lang, index) => [lang, index]));
  const isOwn = (unit: number): boolean => unit % of === number - 1;
  const units = (lang: LanguageTag): number[] =>
    Array.from({ length: slices }, (_, slice) => languageIndex.get(lang)! * slices + slice);

  function sliceOf(rest: string): number {
    const [, kind, id = ''] = /^(angebote|offline)\/([a-z0-9-]+)[/.]/.exec(rest) ?? [];
    const offer = kind === 'angebote' ? offers.get(id) : undefined;
    return sliceOfTown.get(offer ? townOf(offer) : id) ?? 0;
  }

  return {
    owns(path) {
      const [, isSearch, lang = '', rest = ''] = /^(search\/)?([^/]+)\/(.*)$/.exec(path) ?? [];
      const index = languageIndex.get(lang);
      if (index === undefined) return isOwn(languages.length * slices);
      return isOwn(index * slices + (isSearch === undefined ? sliceOf(rest) : 0));
    },
    needsSearch: (lang) => units(lang).some(isOwn),
    ownsSearch: (lang) => isOwn(units(lang)[0]!),
  };
}

/** A hash of what the site consists of; the search is left out, as no part knows it all. */
export const listingHash = (paths: Iterable<string>): string =>
  createHash('sha256')
    .update(
      [...paths]
        .filter((path) => !path.startsWith('search/'))
        .sort()
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 16);
