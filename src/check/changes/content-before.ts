import { decodeText, sizeLimitOf } from '../../content/open-folder.ts';
import type { Content, SourceEntry } from '../../content/read-content.ts';
import { readMarkdown, type Document } from '../../content/read-document.ts';
import { collectionFolder, collectionOf, collections, type Collection } from '../../content/schemas.ts';
import { findLanguage } from '../../i18n/languages.ts';
import type { Diagnostic, LanguageTag } from '../../model/diagnostic.ts';
import type { Result } from '../../model/result.ts';
import type { CheckedContent } from '../check-content.ts';
import { readBlobs, type Changes } from './git-tree.ts';

interface EntryFile {
  readonly file: string;
  readonly collection: Collection;
  readonly id: string;
  readonly language: LanguageTag;
}

/** Whose file this is, by a name that is right; undefined for every other file. */
function entryFileOf(file: string, sourceLanguage: LanguageTag): EntryFile | undefined {
  const collection = collectionOf(file);
  if (collection === undefined) return undefined;
  const name = file.slice(collectionFolder[collection].length + 1);
  const [, folder, id, ending] = /^(?:([^/]+)\/)?([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([^/]+))?\.md$/.exec(name) ?? [];
  if (id === undefined || (folder !== undefined) !== (collection === 'pages')) return undefined;
  if (ending !== undefined && (collection === 'pages' || collection === 'needs' || ending === sourceLanguage))
    return undefined;
  const language = folder ?? ending ?? sourceLanguage;
  return findLanguage(language) ? { file, collection, id, language } : undefined;
}

interface Before {
  readonly texts: ReadonlyMap<string, string>;
  /** By file; undefined where it was not there. */
  readonly documents: ReadonlyMap<string, Document | undefined>;
}

/** The changed files as they were; undefined where one could not be read then. */
function readBefore(contentDir: string, { files }: Changes): Before | undefined {
  const there = [...files.values()].filter((entry) => entry !== undefined);
  const documents = new Map<string, Document | undefined>([...files.keys()].map((file) => [file, undefined]));
  const texts = new Map<string, string>();
  for (const [index, bytes] of readBlobs(contentDir, there).entries()) {
    const { path: file, isLink } = there[index]!;
    if (isLink || bytes.length > sizeLimitOf(file)) return undefined;
    const { shown, problem } = decodeText(file, bytes);
    const read = problem ? undefined : readMarkdown(file, shown);
    if (!read?.value || read.problems.length > 0) return undefined;
    texts.set(file, shown);
    documents.set(file, read.value);
  }
  return { texts, documents };
}

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number => (a.file < b.file ? -1 : 1);

/** An entry with its changed files as they were; undefined where there was none, `orphans` where it had translations alone. */
function entryBefore(
  id: string,
  now: SourceEntry | undefined,
  changed: readonly EntryFile[],
  { documents }: Before,
  sourceLanguage: LanguageTag,
): SourceEntry | 'orphans' | undefined {
  let [file, source] = [now?.file, now?.source];
  const translations = new Map(now?.translations);
  for (const { file: own, language } of changed) {
    const document = documents.get(own);
    if (language === sourceLanguage) [file, source] = [document && own, document];
    else if (document) translations.set(language, document);
    else translations.delete(language);
  }
  if (file === undefined) return translations.size > 0 ? 'orphans' : undefined;
  return { id, file, source, translations: new Map([...translations].sort(([, a], [, b]) => byFile(a, b))) };
}

/** What is said of a file because of the files beside it. */
const besides: ReadonlySet<string> = new Set(['duplicate-id', 'translation-orphan']);

/**
 * The content as it was, where only sheets and translations have changed: all others are the same objects as now.
 * Undefined where it has to be read from the commit, because other files have changed or could not be read then.
 */
export function contentBefore(
  contentDir: string,
  changes: Changes,
  now: Result<Content, Diagnostic>,
): Result<CheckedContent, Diagnostic> | undefined {
  const { value: content, problems } = now;
  const { sourceLanguage } = content;
  const touched = new Map<string, EntryFile[]>();
  const keyOf = ({ collection, id }: EntryFile): string => `${collection} ${id}`;
  for (const file of changes.files.keys()) {
    const own = entryFileOf(file, sourceLanguage);
    if (!own) return undefined;
    const known = touched.get(keyOf(own));
    if (known) known.push(own);
    else touched.set(keyOf(own), [own]);
  }
  for (const { file, code } of problems) {
    const own = changes.files.has(file) ? undefined : entryFileOf(file, sourceLanguage);
    if (besides.has(code) || (own && touched.has(keyOf(own)))) return undefined;
  }
  const before = readBefore(contentDir, changes);
  if (!before) return undefined;

  const entries: Record<Collection, ReadonlyMap<string, SourceEntry>> = { ...content.entries };
  for (const collection of collections) {
    const own = [...touched.values()].filter(([one]) => one?.collection === collection);
    if (own.length === 0) continue;
    const all = new Map(content.entries[collection]);
    for (const files of own) {
      const { id } = files[0]!;
      const entry = entryBefore(id, all.get(id), files, before, sourceLanguage);
      if (entry === 'orphans') return undefined;
      if (entry) all.set(id, entry);
      else all.delete(id);
    }
    // What was deleted stood in its place among the others, as their files are listed.
    const isLonger = [...all.keys()].some((id) => !content.entries[collection].has(id));
    entries[collection] = isLonger ? new Map([...all].sort(([, a], [, b]) => byFile(a, b))) : all;
  }
  return {
    value: { ...content, entries, sources: { get: (file) => before.texts.get(file) ?? content.sources.get(file) } },
    // What is said of files that have not changed was said then.
    problems: problems.filter(({ file }) => !changes.files.has(file)),
  };
}
