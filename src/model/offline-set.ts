import type { IsoDate, LanguageTag } from './diagnostic.ts';

/** A file of the site: path from the site's root, the first 16 hex digits of its SHA-256, bytes. */
export type SetFile = readonly [path: string, hash: string, bytes: number];

/** `/<lang>/offline/<town>.json`: all that a reader needs of one town without a connection, from one build. */
export interface OfflineSet {
  /** Changes when any file of the set does. */
  readonly id: string;
  readonly lang: LanguageTag;
  readonly town: string;
  /** The town's name in this language. */
  readonly title: string;
  /** The day of the build. */
  readonly date: IsoDate;
  readonly offers: number;
  /** Of all files together, as they lie on the device. */
  readonly bytes: number;
  readonly files: readonly SetFile[];
}

export const setPath = (lang: LanguageTag, town: string): string => `${lang}/offline/${town}.json`;

/** Name of the web app manifest in the folder of its language. */
export const appManifest = 'manifest.webmanifest';

/** The page that stands in for one that is not on the device. */
export const fallbackPath = 'offline/nicht-da/';
export const offlinePath = 'offline/';

/** Its content never changes: the name says what is in it. */
export const isHashed = (path: string): boolean => /^assets\/[^/]+$|^search\/[^/]+\/[^/]+\.bin$/.test(path);

/** A page as text, or as bytes: what is looked for in it is plain ASCII. */
interface Searchable {
  indexOf(text: string, from?: number): number;
  slice(from: number, to: number): { toString(): string };
}

/**
 * What a page loads, as paths from the site's root: styles, scripts and fonts, also those that are named only in its
 * data, and pictures.
 */
export function filesOfPage(html: Searchable, root: string): string[] {
  const found = new Set<string>();
  // Looked for by its beginning: an expression that tries every quotation mark takes as long as a tenth of rendering.
  const collect = (before: string, folder: string): void => {
    const start = `${before}"${root}${folder}`;
    for (let at = html.indexOf(start); at !== -1; at = html.indexOf(start, at + start.length)) {
      const path = html.slice(at + before.length + 1 + root.length, html.indexOf('"', at + start.length)).toString();
      // A video is as large as all offers of a town together.
      if (path.length > folder.length && !/[\s?#<>]|\.(mp4|webm|vtt)$/.test(path)) found.add(path);
    }
  };
  collect('', 'assets/');
  collect('src=', 'media/');
  return [...found];
}

/** The fonts of a style sheet, as paths from the site's root. */
export const filesOfStyle = (css: string): string[] =>
  Array.from(css.matchAll(/url\("?([\w.-]+\.woff2)"?\)/g), ([, name]) => `assets/${name}`);
