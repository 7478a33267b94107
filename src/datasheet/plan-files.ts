import { checkContent } from '../check/check-content.ts';
import type { Content, SourceEntry } from '../content/read-content.ts';
import { frontMatterRange } from '../content/front-matter-range.ts';
import { sizeLimitOf } from '../content/open-folder.ts';
import { readMarkdown, readYaml, type Document } from '../content/read-document.ts';
import { collections, schemaOfFile, schemas, type Collection } from '../content/schemas.ts';
import { readTexts } from '../i18n/load-texts.ts';
import { vocabularyNames, type Term, type VocabularyName } from '../model/catalogue.ts';
import type { Diagnostic, IsoDate, LanguageTag } from '../model/diagnostic.ts';
import type { Vocabulary } from '../model/schema.generated.ts';
import { mergeVocabulary } from '../model/vocabulary.ts';
import { emitMap, type SchemaPlace } from './emit-yaml.ts';
import { entryHash } from './entry-hash.ts';
import type { ImportState } from './import-state.ts';
import { isSame } from './is-same.ts';
import type { OwnFile } from './own-catalogue.ts';
import type { Conflict } from './plan-import.ts';
import { updateYaml } from './update-offer.ts';
import { placeOf, tidyBody } from './write-offer.ts';

export type FileOutcome = { readonly file: string } & (
  | { readonly kind: 'new' | 'updated'; readonly text: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict'; readonly conflict: Exclude<Conflict, 'twice'> }
  | {
      readonly kind: 'rejected';
      readonly text: string;
      /** None where the file is too large, or translates what is not there. */
      readonly diagnostics: readonly Diagnostic[];
    }
);

export interface FilePlan {
  readonly outcomes: readonly FileOutcome[];
  readonly state: ImportState;
}

interface FilePlanInput {
  readonly files: readonly OwnFile[];
  readonly content: Content;
  readonly sourceLanguage: LanguageTag;
  /** Names in `media/` that are still to be copied. */
  readonly media: readonly string[];
  readonly today: IsoDate;
  readonly state: ImportState;
}

const isYaml = (file: string): boolean => file.endsWith('.yml');

function schemaPlace({ file, entry }: OwnFile): SchemaPlace | undefined {
  if (entry) return placeOf(entry.collection, entry.translation !== undefined);
  const schema = file.startsWith('texts/') ? schemas['texts.schema.json'] : schemaOfFile(file);
  return schema && { node: schema, root: schema };
}

/** The text of a file: the one that is there with what must change changed, so that its comments stay, or a new one. */
function textOf(own: OwnFile, before: string | undefined): string {
  const place = schemaPlace(own);
  const fresh = (): string => {
    const yaml = emitMap(own.data, place, '', 0);
    return yaml === '' ? '' : `${yaml}\n`;
  };
  const changed = (yaml: string): string | undefined => place && updateYaml(yaml, own.data, place);
  if (isYaml(own.file)) return (before === undefined ? undefined : changed(before)) ?? fresh();
  const range = before === undefined ? undefined : frontMatterRange(before);
  const edited = range && changed(before!.slice(range.start, range.end));
  const body = tidyBody(own.body);
  return `---\n${edited === undefined ? fresh() : `${edited.replace(/\n$/, '')}\n`}---\n${body === '' ? '' : `\n${body}\n`}`;
}

const hashOf = ({ data, body }: Pick<Document, 'data' | 'body'>): string => entryHash(data, body);

/** Everything that was read of a content folder, by path. */
export function documentsOf(content: Content): ReadonlyMap<string, Document> {
  const all = [
    content.site,
    ...vocabularyNames.map((name) => content.vocabularies[name].own),
    ...content.texts.values(),
    content.emergency.own,
    content.targets,
    content.searches,
    ...content.snapshots,
    ...collections.flatMap((collection) =>
      Array.from(content.entries[collection].values(), ({ source, translations }) => [
        source,
        ...translations.values(),
      ]).flat(),
    ),
  ].filter((document) => document !== undefined);
  return new Map(all.map((document) => [document.file, document]));
}

interface Candidate {
  readonly own: OwnFile;
  readonly kind: 'new' | 'updated';
  readonly text: string;
  readonly document: Document;
}

/** The content as it would be with these files. */
function withFiles(content: Content, candidates: readonly Candidate[], input: FilePlanInput): Content {
  const entries = Object.fromEntries(
    collections.map((collection) => [collection, new Map(content.entries[collection])]),
  ) as Record<Collection, Map<string, SourceEntry>>;
  const vocabularies = { ...content.vocabularies };
  const texts = new Map(content.texts);
  const snapshots = new Map(content.snapshots.map((document) => [document.file, document]));
  const single: Record<string, Document | undefined> = {};
  const sources = new Map(content.sources);
  // Sources before their translations.
  for (const { own, text, document } of candidates.toSorted(
    (a, b) => Number(a.own.entry?.translation !== undefined) - Number(b.own.entry?.translation !== undefined),
  )) {
    sources.set(own.file, text);
    const { file, entry } = own;
    const name = file.replace(/^.*\/|\.yml$/g, '');
    if (entry) {
      const { collection, id, translation } = entry;
      const there = entries[collection].get(id);
      const translations = new Map(there?.translations);
      if (translation !== undefined) translations.set(translation, document);
      entries[collection].set(
        id,
        translation === undefined
          ? { id, file, source: document, translations }
          : { id, file: there?.file ?? file, source: there?.source, translations },
      );
    } else if (file.startsWith('vocabularies/')) {
      const key = name as VocabularyName;
      vocabularies[key] = { ...vocabularies[key], own: document };
    } else if (file.startsWith('texts/')) texts.set(name, document);
    else if (file.startsWith('snapshots/')) snapshots.set(file, document);
    else single[name] = document;
  }
  return {
    site: single['site'] ?? content.site,
    sourceLanguage: input.sourceLanguage,
    entries,
    vocabularies,
    texts,
    emergency: single['emergency'] ? { ...content.emergency, own: single['emergency'] } : content.emergency,
    targets: single['targets'] ?? content.targets,
    searches: single['searches'] ?? content.searches,
    map: content.map,
    snapshots: [...snapshots.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    media: new Set([...content.media, ...input.media]),
    sources,
  };
}

/**
 * Decides what would become of every file of the own JSON; nothing is written. A file that is there and was not written
 * by an import of the same catalogue, or was changed since, stays as it is. What would be wrong where it is written is
 * rejected, and with it what needs it.
 */
export function planFiles(input: FilePlanInput): FilePlan {
  const { files, content, today, state } = input;
  const there = documentsOf(content);
  const outcomes = new Map<string, FileOutcome>();
  const newState: Record<string, ImportState['rows'][string]> = { ...state.rows };
  let candidates: Candidate[] = [];

  for (const own of files) {
    const { file } = own;
    const known = Object.hasOwn(state.rows, file) ? state.rows[file] : undefined;
    const before = there.get(file);
    const text = content.sources.get(file);
    const hash = hashOf(own);
    const isThere = text !== undefined;
    if (own.isFallback && (isThere || isBuiltIn(own))) outcomes.set(file, { file, kind: 'unchanged' });
    else if (!isThere && known) outcomes.set(file, { file, kind: 'conflict', conflict: 'deleted-by-hand' });
    else if (before && isSame(before.data, own.data) && tidyBody(before.body) === tidyBody(own.body)) {
      outcomes.set(file, { file, kind: 'unchanged' });
      if (known) newState[file] = { offer: file, row: hash, file: hash };
    }
    // The source says what it said last time: whatever is different was changed by hand, and stays.
    else if (known && known.row === hash) outcomes.set(file, { file, kind: 'unchanged' });
    else if (isThere && (!before || known?.file !== hashOf(before)))
      outcomes.set(file, { file, kind: 'conflict', conflict: known ? 'edited-by-hand' : 'already-exists' });
    else propose(own, isThere ? 'updated' : 'new', textOf(own, text));
  }

  // What needs something that is rejected is rejected in the next round.
  for (let before = Infinity; candidates.length < before;) {
    before = candidates.length;
    rejectWrong();
  }
  for (const { own, kind, text, document } of candidates) {
    outcomes.set(own.file, { file: own.file, kind, text });
    newState[own.file] = { offer: own.file, row: hashOf(own), file: hashOf(document) };
  }
  return { outcomes: files.map(({ file }) => outcomes.get(file)!), state: { rows: newState } };

  /** Whether a list of terms says nothing but what the program brings along. */
  function isBuiltIn({ file, data }: OwnFile): boolean {
    const name = /^vocabularies\/(.*)\.yml$/.exec(file)?.[1] as VocabularyName | undefined;
    if (name === undefined) return false;
    const builtIn = content.vocabularies[name].builtIn.data as unknown as Vocabulary;
    const terms = Array.isArray(data['terms']) ? (data['terms'] as Vocabulary['terms']) : [];
    const shown = (own?: Vocabulary): Term[] => [...mergeVocabulary(builtIn, own).values()];
    return isSame(shown(), shown({ mode: 'replace', terms }));
  }

  function propose(own: OwnFile, kind: 'new' | 'updated', text: string): void {
    const { value, problems } = (isYaml(own.file) ? readYaml : readMarkdown)(own.file, text);
    if (value && problems.length === 0 && Buffer.byteLength(text) <= sizeLimitOf(own.file))
      candidates.push({ own, kind, text, document: value });
    else outcomes.set(own.file, { file: own.file, kind: 'rejected', text, diagnostics: problems });
  }

  function rejectWrong(): void {
    const all = withFiles(content, candidates, input);
    const errors = new Map<string, Diagnostic[]>();
    for (const problem of checkContent(all, { today, shippedTexts: readTexts('de') }).problems) {
      if (problem.severity === 'error') errors.set(problem.file, [...(errors.get(problem.file) ?? []), problem]);
    }
    candidates = candidates.filter(({ own, text }) => {
      const found = errors.get(own.file) ?? [];
      const isOrphan =
        own.entry !== undefined && all.entries[own.entry.collection].get(own.entry.id)?.source === undefined;
      if (found.length === 0 && !isOrphan) return true;
      outcomes.set(own.file, { file: own.file, kind: 'rejected', text, diagnostics: found });
      return false;
    });
  }
}
