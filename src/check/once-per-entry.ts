import type { Document } from '../content/read-document.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CheckedEntry } from './checkable.ts';

interface Known {
  readonly collection: string;
  readonly translations: readonly Document[];
  readonly problems: readonly Diagnostic[];
}

/**
 * A check that looks at nothing but the documents of one entry is made once, as long as they are the same objects:
 * while somebody edits, that is all entries but one.
 */
export function oncePerEntry<Tool>(
  check: (entry: CheckedEntry, tool: Tool) => readonly Diagnostic[],
): (entry: CheckedEntry, tool: Tool) => readonly Diagnostic[] {
  const known = new WeakMap<Document, Known>();
  return (entry, tool) => {
    const { collection, document } = entry;
    const translations = entry.translations.map((translation) => translation.document);
    const before = known.get(document);
    if (
      before?.collection === collection &&
      before.translations.length === translations.length &&
      before.translations.every((one, index) => one === translations[index])
    )
      return before.problems;
    const problems = check(entry, tool);
    known.set(document, { collection, translations, problems });
    return problems;
  };
}
