import type { IsoDate, LanguageTag } from '../../model/diagnostic.ts';

/** Raised when a reader of the old version could misread the new files. */
export const nearFormat = 1;

/** A place that distances can be measured from. */
export interface Origin {
  readonly id: string;
  readonly label: { readonly value: string; readonly lang?: string };
  readonly lat: number;
  readonly lon: number;
}

/** `search/<lang>/near.json`: when offers take place and where, apart from the search, so that it costs those nothing who do not ask. */
export interface NearManifest {
  readonly format: number;
  /** Hash of the ids in document order, as the search's own manifest names it: the numbers of documents hold for that order only. */
  readonly order: string;
  /** Of each file by its name without hash: `monday` … `sunday`, `dates`, `places`; absent where there is nothing in it. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly country: string;
  readonly state: string;
  readonly schoolHolidays: readonly { readonly from: IsoDate; readonly until: IsoDate }[];
  readonly origins: readonly Origin[];
}

export const nearName = (lang: LanguageTag): string => `search/${lang}/near.json`;

/** Path from the site's root; the hash makes the file immutable. */
export const nearFile = (lang: LanguageTag, name: string, hash: string): string =>
  `search/${lang}/near-${name}-${hash}.bin`;
