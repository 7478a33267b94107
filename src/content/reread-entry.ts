import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from './open-folder.ts';
import { readMarkdown } from './read-document.ts';
import type { Content, SourceEntry } from './read-content.ts';
import { collectionOf, type Collection } from './schemas.ts';

export interface RereadEntry {
  readonly collection: Collection;
  readonly entry: SourceEntry;
  /** Of the file. */
  readonly text: string;
}

/**
 * An entry with one of its files as it stands now; all others are as they were read before. Undefined where it is no
 * file of an entry, or where it cannot be read.
 */
export function rereadEntry(contentDir: string, content: Content, file: string): RereadEntry | undefined {
  const collection = collectionOf(file);
  const id = /([^/.]+)[^/]*$/.exec(file)?.[1] ?? '';
  const before = collection && content.entries[collection].get(id);
  if (collection === undefined || !before?.source) return undefined;
  const language = [...before.translations].find(([, document]) => document.file === file)?.[0];
  if (before.source.file !== file && language === undefined) return undefined;
  // What is a link may lead out of the folder.
  if (lstatSync(join(contentDir, file), { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const text = openFolder(contentDir).read(file);
  if (text === undefined) return undefined;
  const { value: document, problems } = readMarkdown(file, text);
  if (!document || problems.some(({ severity }) => severity === 'error')) return undefined;
  const entry =
    language === undefined
      ? { ...before, source: document }
      : { ...before, translations: new Map(before.translations).set(language, document) };
  return { collection, entry, text };
}
