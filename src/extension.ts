/**
 * What a town's own code may hook into: the one place that `content/extensions.ts` imports from, as
 * `angebotslotse/extension`. What stands here changes only with a word in CHANGELOG.md on what a fork must do.
 * docs/en/extending.md tells how.
 */
import type { ComponentChildren } from 'preact';
import type { Collection } from './content/schemas.ts';
import type { Exporting } from './exports/exporting.ts';
import type { Catalogue, CatalogueOffer } from './model/catalogue.ts';
import type { FieldPath, LanguageTag, Severity } from './model/diagnostic.ts';
import type { PageContext } from './views/page-context.ts';

export { Fragment, h } from 'preact';
export { writeCsv, writeDataCsv } from './exports/spreadsheet/write-csv.ts';
export { labelIn } from './model/label-in.ts';
export { textsIn } from './model/translation.ts';
export type { Catalogue, CatalogueOffer, Entry } from './model/catalogue.ts';
export type { FieldPath, LanguageTag } from './model/diagnostic.ts';

/** Everything that a town adds to the program; whatever is left out is not there. */
export interface Extension {
  readonly checks?: readonly OwnCheck[];
  readonly exports?: readonly OwnExport[];
  readonly slots?: OwnSlots;
}

/** Says both, because `npm run check` speaks both. `{name}` stands for a value of the problem. */
export interface InGermanAndEnglish {
  readonly de: string;
  readonly en: string;
}

/** A rule of the town's own. It runs where the project's own checks have found no error. */
export interface OwnCheck {
  /** Small letters, digits and hyphens; shown as `own/<code>`, so that it never meets one of the project. */
  readonly code: string;
  /** An error keeps the site from being built; without a word a warning. */
  readonly severity?: Severity;
  /** What is wrong, in one sentence. */
  readonly message: InGermanAndEnglish;
  /** What to write instead. */
  readonly fix: InGermanAndEnglish;
  readonly find: (context: CheckContext) => Iterable<OwnProblem> | Promise<Iterable<OwnProblem>>;
}

export interface CheckContext {
  /** What the site is made from: no drafts, nothing that the public must not see. */
  readonly catalogue: Catalogue;
  /** Every file with fields and text as it was written, drafts and translations included. */
  readonly documents: readonly WrittenDocument[];
}

export interface WrittenDocument {
  readonly collection: Collection;
  readonly id: string;
  /** Path below the content folder. */
  readonly file: string;
  readonly language: LanguageTag;
  readonly data: Readonly<Record<string, unknown>>;
  /** Markdown. */
  readonly body: string;
}

export interface OwnProblem {
  /** Path below the content folder, such as `offer.file`. */
  readonly file: string;
  /** Which field is shown: `['audience', 'german']`; the whole file where it is absent. */
  readonly at?: FieldPath;
  /** For the `{name}` in message and fix. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A file for another program, listed on `/<lang>/daten/`. */
export interface OwnExport {
  /** Below `/data/own/`, a folder that the project leaves alone: `bus.csv`. Nothing that a browser would run. */
  readonly path: string;
  /** Who needs it and what it holds, by language; at least in the site's source language. */
  readonly text: Readonly<Record<LanguageTag, string>>;
  readonly make: (context: ExportContext) => string | Uint8Array;
}

/** What the project's own formats get, too: the public offers, their addresses and labels in the source language. */
export type ExportContext = Pick<
  Exporting,
  | 'catalogue'
  | 'offers'
  | 'lang'
  | 'date'
  | 'address'
  | 'offerAddress'
  | 'label'
  | 'placeName'
  | 'organisationName'
  | 'uuid'
>;

/** Places in pages that take something of the town's own. */
export interface OwnSlots {
  /** On an offer's page, under its facts. */
  readonly offer?: (context: SlotContext & { readonly offer: CatalogueOffer }) => ComponentChildren;
  /** On the start page, under the topics. */
  readonly start?: (context: SlotContext) => ComponentChildren;
  /** At the foot of every page. */
  readonly footer?: (context: SlotContext) => ComponentChildren;
}
export type SlotName = keyof OwnSlots;

export interface SlotContext {
  readonly catalogue: Catalogue;
  readonly page: Pick<PageContext, 'lang' | 'dir' | 'path' | 'root' | 'media' | 'link' | 'today' | 'formats'>;
}

/** Gives the extension its types: `export default defineExtension({ … })`. */
export const defineExtension = (extension: Extension): Extension => extension;
