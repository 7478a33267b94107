import type { Content } from '../../content/read-content.ts';
import type { Document } from '../../content/read-document.ts';
import { collections } from '../../content/schemas.ts';
import type { FieldPath } from '../../model/diagnostic.ts';

/** `before` or `after` is undefined where the field was not there. For lists of words, what came and what went. */
export type FieldChange = { readonly path: FieldPath } & (
  | { readonly before: unknown; readonly after: unknown }
  | { readonly added: readonly unknown[]; readonly removed: readonly unknown[] }
);

/** Lines of the description. */
export interface BodyChange {
  readonly added: number;
  readonly removed: number;
}

export interface FileChange {
  readonly file: string;
  readonly kind: 'new' | 'changed' | 'deleted';
  /** Undefined where the file cannot be read or is none of those with fields. */
  readonly before?: Document;
  readonly after?: Document;
  readonly fields: readonly FieldChange[];
  readonly body?: BodyChange;
}

/** The documents that were read of these files, by file; of all of them, where none are named. */
export function documentsOf(
  content: Omit<Content, 'sources'>,
  files?: Pick<ReadonlySet<string>, 'has'>,
): ReadonlyMap<string, Document> {
  const found = new Map<string, Document>();
  const add = (document: Document | undefined): void => {
    if (document && (files?.has(document.file) ?? true)) found.set(document.file, document);
  };
  for (const document of [
    content.site,
    ...content.texts.values(),
    content.emergency.own,
    content.targets,
    content.searches,
    ...content.snapshots,
    ...Object.values(content.vocabularies).map(({ own }) => own),
  ])
    add(document);
  for (const collection of collections)
    for (const { source, translations } of content.entries[collection].values()) {
      add(source);
      for (const translation of translations.values()) add(translation);
    }
  return found;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWord = (value: unknown): boolean => typeof value !== 'object' || value === null;

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** All differences between two values, as deep down as they are. */
export function compareFields(before: unknown, after: unknown, path: FieldPath = []): FieldChange[] {
  if (isEqual(before, after)) return [];
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      compareFields(
        Object.hasOwn(before, key) ? before[key] : undefined,
        Object.hasOwn(after, key) ? after[key] : undefined,
        [...path, key],
      ),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.every(isWord) && after.every(isWord)) {
      const added = after.filter((item) => !before.includes(item));
      const removed = before.filter((item) => !after.includes(item));
      return [added.length + removed.length > 0 ? { path, added, removed } : { path, before, after }];
    }
    return Array.from({ length: Math.max(before.length, after.length) }).flatMap((_, index) =>
      compareFields(before[index], after[index], [...path, index]),
    );
  }
  return [{ path, before, after }];
}

const countLines = (text: string): Map<string, number> => {
  const lines = new Map<string, number>();
  for (const line of text.split('\n').map((some) => some.trim()))
    if (line !== '') lines.set(line, (lines.get(line) ?? 0) + 1);
  return lines;
};

const surplus = (some: Map<string, number>, other: Map<string, number>): number =>
  [...some].reduce((sum, [line, times]) => sum + Math.max(0, times - (other.get(line) ?? 0)), 0);

/** Lines that only one side has; moved ones do not count. */
function compareBodies(before: string, after: string): BodyChange | undefined {
  if (before === after) return undefined;
  const [old, now] = [countLines(before), countLines(after)];
  const [added, removed] = [surplus(now, old), surplus(old, now)];
  return added + removed > 0 ? { added, removed } : undefined;
}

/** What happened to each of these files, in their order. */
export function compareDocuments(
  files: Iterable<string>,
  before: ReadonlyMap<string, Document>,
  after: ReadonlyMap<string, Document>,
  exists: (file: string) => { before: boolean; after: boolean },
): FileChange[] {
  return [...files].sort().map((file) => {
    const [old, now] = [before.get(file), after.get(file)];
    const there = exists(file);
    const body = compareBodies(old?.body ?? '', now?.body ?? '');
    return {
      file,
      kind: !there.after ? 'deleted' : there.before ? 'changed' : 'new',
      ...(old ? { before: old } : {}),
      ...(now ? { after: now } : {}),
      fields: now ? compareFields(old?.data ?? {}, now.data) : [],
      ...(body && now ? { body } : {}),
    };
  });
}
