/** The content of a fork as a migration sees it; paths are relative to the content folder, with `/`. */
export interface ContentFiles {
  /** All files, sorted. */
  list(): readonly string[];
  read(path: string): string | undefined;
  write(path: string, text: string): void;
  delete(path: string): void;
}

/**
 * What a release changes about the form of the content. It leaves every byte alone that it need not change, and does
 * nothing where it has been done already.
 */
export interface Migration {
  /** The version of the content after it; the first content has version 1. */
  readonly to: number;
  /** What it does, for the report to the town. */
  readonly describe: { readonly de: string; readonly en: string };
  readonly run: (files: ContentFiles) => void;
}
