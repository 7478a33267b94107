import { join } from 'node:path';
import { findLanguage, languages } from '../i18n/languages.ts';
import { vocabularyNames, type VocabularyName } from '../model/catalogue.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic, LanguageTag } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { readMap } from './read-map.ts';
import type { ContentCache } from './content-cache.ts';
import { keptWithCode } from './kept-with-code.ts';
import { openFolder, type OpenFolder } from './open-folder.ts';
import type { PackedTexts } from './packed-texts.ts';
import { readMarkdown, readYaml, type Document } from './read-document.ts';
import { collectionFolder, collections, type Collection } from './schemas.ts';
import { mostSimilar, toId } from './similar.ts';

/** An entry and its translations; `source` is undefined where its file exists but cannot be read. */
export interface SourceEntry {
  readonly id: string;
  readonly file: string;
  readonly source: Document | undefined;
  readonly translations: ReadonlyMap<LanguageTag, Document>;
}

/** Everything in a content folder, read but not yet checked. */
export interface Content {
  readonly site: Document | undefined;
  readonly sourceLanguage: LanguageTag;
  readonly entries: Readonly<Record<Collection, ReadonlyMap<string, SourceEntry>>>;
  readonly vocabularies: Readonly<Record<VocabularyName, { builtIn: Document; own?: Document }>>;
  readonly texts: ReadonlyMap<LanguageTag, Document>;
  /** The emergency numbers that are built in, and `emergency.yml`, where there is one. */
  readonly emergency: { readonly builtIn: Document; readonly own?: Document };
  /** `concept/targets.yml`, where there is one. */
  readonly targets: Document | undefined;
  /** `concept/searches.yml`, where there is one. */
  readonly searches: Document | undefined;
  /** The GeoJSON files in `map/`, in the order of their names. */
  readonly map: readonly Document[];
  /** The files in `snapshots/`, in the order of their names. */
  readonly snapshots: readonly Document[];
  /** File names in `media/`. */
  readonly media: ReadonlySet<string>;
  /** The text of every file that was read. */
  readonly sources: ReadonlyMap<string, string>;
}

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const builtInVocabularies = join(import.meta.dirname, '../vocabularies');

interface BuiltIn {
  readonly vocabularies: Readonly<Record<VocabularyName, Document>>;
  /** The emergency numbers of the whole country. */
  readonly numbers: Document;
}

let builtIn: BuiltIn | undefined;

/**
 * What every site starts from, read once. It is part of the program: a mistake in it is a bug, not a problem to report.
 */
function readBuiltIn(): BuiltIn {
  if (builtIn) return builtIn;
  const kept = keptWithCode('built-in.json', () => JSON.stringify(parseBuiltIn()));
  return (builtIn = kept === undefined ? parseBuiltIn() : (JSON.parse(kept) as BuiltIn));
}

const parseBuiltIn = (): BuiltIn => ({
  vocabularies: Object.fromEntries(
    vocabularyNames.map((name) => [name, parseBuiltInFile(`${name}.yml`)]),
  ) as unknown as BuiltIn['vocabularies'],
  numbers: parseBuiltInFile('emergency-numbers.yml'),
});

function parseBuiltInFile(file: string): Document {
  const folder = openFolder(builtInVocabularies);
  const { value } = readYaml(`src/vocabularies/${file}`, folder.read(file) ?? '');
  if (!value || folder.problems.length > 0) throw new Error(`The built-in ${file} cannot be read`);
  return value;
}

interface Reader {
  readonly folder: OpenFolder;
  readonly problems: Diagnostic[];
}

function readWith(
  reader: Reader,
  file: string,
  parse: typeof readMarkdown,
  isTranslation = false,
): Document | undefined {
  const read = reader.folder.readParsed(file, (text) => parse(file, text), isTranslation);
  if (!read) return undefined;
  reader.problems.push(...read.problems);
  return read.value;
}

/** `bericht.en.md` → its id and language; undefined after reporting a name that cannot be an id. */
function parseName(
  { problems }: Reader,
  file: string,
  name: string,
): { id: string; language: string | undefined } | undefined {
  const [, id = '', language] = /^([^.]*)(?:\.(.+))?\.md$/.exec(name) ?? [];
  if (idPattern.test(id)) return { id, language };
  const stem = name.replace(/\.(md|markdown)$/i, '');
  problems.push(diagnose('bad-file-name', file, { name, suggestion: `${toId(stem) || 'mein-angebot'}.md` }));
  return undefined;
}

function reportUnexpected({ problems }: Reader, folder: string, name: string): void {
  const suggestion = /\.(md|markdown|mdx|txt|markdn)$/i.test(name) ? `${toId(name.replace(/\.[^.]*$/, ''))}.md` : '';
  problems.push(
    diagnose('unexpected-file', folder === '' ? name : `${folder}/${name}`, {
      name,
      suggestion: suggestion === name ? '' : suggestion,
    }),
  );
}

function checkLanguage({ problems }: Reader, file: string, language: string): boolean {
  if (findLanguage(language)) return true;
  const suggestion = mostSimilar(
    language,
    languages.map(({ tag }) => tag),
  );
  problems.push(diagnose('unknown-language-file', file, { language, suggestion }));
  return false;
}

/** Names that some file systems or web servers take for the same, each with the one to keep: `Cafe.md` → `cafe.md`. */
function findTwins(names: readonly string[]): Map<string, string> {
  // Names of one folder are different as they are.
  if (names.every((name) => name.endsWith('.md') && name === name.toLowerCase())) return new Map();
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const stem = name.toLowerCase().replace(/\.(md|markdown)$/, '');
    groups.set(stem, [...(groups.get(stem) ?? []), name]);
  }
  return new Map(
    [...groups].flatMap(([stem, group]) => {
      const kept = group.find((name) => name === `${stem}.md`) ?? group[0]!;
      return group.filter((name) => name !== kept).map((name) => [name, kept] as const);
    }),
  );
}

interface FoundFile {
  readonly id: string;
  readonly language: LanguageTag;
  readonly file: string;
  readonly document: Document | undefined;
}

const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name);

/** All well-named Markdown files directly in a folder. `language` is what the name does not say. */
function readMarkdownFiles(
  reader: Reader,
  folder: string,
  language: LanguageTag,
  allowTranslations: boolean,
): FoundFile[] {
  const listed = reader.folder.list(folder);
  const twins = findTwins(listed.filter(({ name, isFolder }) => !isFolder && isMarkdown(name)).map(({ name }) => name));
  return listed.flatMap(({ name, isFolder }): FoundFile[] => {
    const file = `${folder}/${name}`;
    const twin = twins.get(name);
    if (twin !== undefined) {
      reader.problems.push(
        diagnose('duplicate-id', file, { id: twin.replace(/\.md$/, ''), other: `${folder}/${twin}` }),
      );
      return [];
    }
    if (isFolder || !isMarkdown(name)) {
      reportUnexpected(reader, folder, name);
      return [];
    }
    const parsed = parseName(reader, file, name);
    if (!parsed) return [];
    if (parsed.language !== undefined) {
      if (!allowTranslations) {
        reader.problems.push(diagnose('bad-file-name', file, { name, suggestion: `${parsed.id}.md` }));
        return [];
      }
      if (!checkLanguage(reader, file, parsed.language)) return [];
      if (parsed.language === language) {
        const source = `${folder}/${parsed.id}.md`;
        reader.problems.push(diagnose('translation-of-source-language', file, { language, source }));
        return [];
      }
    }
    const document = readWith(reader, file, readMarkdown, parsed.language !== undefined);
    return [{ id: parsed.id, language: parsed.language ?? language, file, document }];
  });
}

function asEntries(
  { problems }: Reader,
  files: readonly FoundFile[],
  sourceLanguage: LanguageTag,
  sourceFile: (id: string) => string,
): Map<string, SourceEntry> {
  const entries = new Map<string, SourceEntry & { translations: Map<LanguageTag, Document> }>();
  for (const { id, language, file, document } of files) {
    if (language === sourceLanguage) entries.set(id, { id, file, source: document, translations: new Map() });
  }
  for (const { id, language, file, document } of files) {
    if (language === sourceLanguage) continue;
    const entry = entries.get(id);
    if (!entry) problems.push(diagnose('translation-orphan', file, { source: sourceFile(id) }));
    else if (document) entry.translations.set(language, document);
  }
  return entries;
}

function readPages(reader: Reader, sourceLanguage: LanguageTag): Map<string, SourceEntry> {
  const files = reader.folder.list('pages').flatMap(({ name, isFolder }) => {
    if (!isFolder) {
      reportUnexpected(reader, 'pages', name);
      return [];
    }
    return checkLanguage(reader, `pages/${name}`, name) ? readMarkdownFiles(reader, `pages/${name}`, name, false) : [];
  });
  return asEntries(reader, files, sourceLanguage, (id) => `pages/${sourceLanguage}/${id}.md`);
}

function readVocabularies(reader: Reader): Content['vocabularies'] {
  const shipped = readBuiltIn().vocabularies;
  const own = new Map<string, Document>();
  for (const { name } of reader.folder.list('vocabularies')) {
    const stem = name.replace(/\.ya?ml$/, '');
    if (!name.endsWith('.yml') || !(vocabularyNames as readonly string[]).includes(stem)) {
      const similar = mostSimilar(stem, vocabularyNames);
      reader.problems.push(
        diagnose('unexpected-file', `vocabularies/${name}`, { name, suggestion: similar && `${similar}.yml` }),
      );
      continue;
    }
    const document = readWith(reader, `vocabularies/${name}`, readYaml);
    if (document) own.set(stem, document);
  }
  const both = vocabularyNames.map((name) => {
    const document = own.get(name);
    return [name, { builtIn: shipped[name], ...(document ? { own: document } : {}) }];
  });
  return Object.fromEntries(both) as Content['vocabularies'];
}

function readEmergency(reader: Reader, names: readonly string[]): Content['emergency'] {
  const own = names.includes('emergency.yml') ? readWith(reader, 'emergency.yml', readYaml) : undefined;
  return { builtIn: readBuiltIn().numbers, ...(own ? { own } : {}) };
}

function readTexts(reader: Reader): Map<LanguageTag, Document> {
  const texts = new Map<LanguageTag, Document>();
  for (const { name } of reader.folder.list('texts')) {
    const file = `texts/${name}`;
    if (!name.endsWith('.yml')) {
      reportUnexpected(reader, 'texts', name);
      continue;
    }
    const language = name.slice(0, -'.yml'.length);
    if (!checkLanguage(reader, file, language)) continue;
    const document = readWith(reader, file, readYaml);
    if (document) texts.set(language, document);
  }
  return texts;
}

/** What lies in `concept/` beside the folders of its collections. */
function readConceptFiles(reader: Reader): Pick<Content, 'targets' | 'searches'> {
  const found: Record<'targets' | 'searches', Document | undefined> = { targets: undefined, searches: undefined };
  for (const { name, isFolder } of reader.folder.list('concept')) {
    const own = /^(targets|searches)\.yml$/.exec(name)?.[1] as 'targets' | 'searches' | undefined;
    if (own && !isFolder) found[own] = readWith(reader, `concept/${name}`, readYaml);
    else if (!isFolder || !Object.values(collectionFolder).includes(`concept/${name}`)) {
      const known = [
        'targets',
        'searches',
        ...collections.filter((collection) => collectionFolder[collection] !== collection),
      ];
      const similar = mostSimilar(name.replace(/\.[^.]*$/, ''), known);
      const suggestion = similar === 'targets' || similar === 'searches' ? `${similar}.yml` : similar;
      reader.problems.push(diagnose('unexpected-file', `concept/${name}`, { name, suggestion }));
    }
  }
  return found;
}

function readSnapshots(reader: Reader): Document[] {
  return reader.folder.list('snapshots').flatMap(({ name, isFolder }) => {
    if (!isFolder && name.endsWith('.yml')) return readWith(reader, `snapshots/${name}`, readYaml) ?? [];
    reader.problems.push(diagnose('unexpected-file', `snapshots/${name}`, { name, suggestion: '' }));
    return [];
  });
}

/**
 * Reads a whole content folder. What cannot be read is left out and reported. `cache`: of the same folder; `packed`: where
 * translations are kept as bytes.
 */
export function readContent(
  contentDir: string,
  cache?: ContentCache,
  packed?: PackedTexts,
): Result<Content, Diagnostic> {
  cache?.startRound();
  return readOpened(openFolder(contentDir, cache, packed));
}

/** The same, from wherever the files are. */
export function readOpened(folder: OpenFolder): Result<Content, Diagnostic> {
  const problems: Diagnostic[] = [];
  const reader: Reader = { folder, problems };

  const names = folder.list('').map(({ name }) => name);
  const site = names.includes('site.yml') ? readWith(reader, 'site.yml', readYaml) : undefined;
  if (!names.includes('site.yml')) problems.push(diagnose('site-missing', 'site.yml', {}));
  const wanted = site?.data['source_language'];
  const sourceLanguage = typeof wanted === 'string' && findLanguage(wanted) ? wanted : 'de';

  const entriesOf = (collection: Collection): Map<string, SourceEntry> => {
    if (collection === 'pages') return readPages(reader, sourceLanguage);
    const name = collectionFolder[collection];
    // Nobody reads the text of a need, in whatever language.
    const files = readMarkdownFiles(reader, name, sourceLanguage, collection !== 'needs');
    return asEntries(reader, files, sourceLanguage, (id) => `${name}/${id}.md`);
  };

  const content: Content = {
    site,
    sourceLanguage,
    entries: Object.fromEntries(collections.map((name) => [name, entriesOf(name)])) as unknown as Content['entries'],
    vocabularies: readVocabularies(reader),
    texts: readTexts(reader),
    emergency: readEmergency(reader, names),
    ...readConceptFiles(reader),
    map: readMap(folder, problems),
    snapshots: readSnapshots(reader),
    media: new Set(folder.list('media').flatMap(({ name, isFolder }) => (isFolder ? [] : [name]))),
    sources: folder.sources,
  };
  return { value: content, problems: [...folder.problems, ...problems] };
}
