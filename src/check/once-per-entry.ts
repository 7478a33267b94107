import { entryVerdicts } from '../content/verdicts.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CheckedEntry } from './checkable.ts';

/**
 * A check that looks at nothing but the documents of one entry is made once, as long as they are the same objects:
 * while somebody edits, that is all entries but one. That it found nothing is kept from one command to the next.
 * `name`: of the check, to be found by.
 */
export function oncePerEntry<Tool>(
  name: string,
  check: (entry: CheckedEntry, tool: Tool) => readonly Diagnostic[],
): (entry: CheckedEntry, tool: Tool) => readonly Diagnostic[] {
  return (entry, tool) => {
    const { collection, document } = entry;
    let verdict = entryVerdicts.get(document);
    if (
      verdict?.collection !== collection ||
      verdict.translations.length !== entry.translations.length ||
      !verdict.translations.every((one, index) => one === entry.translations[index]?.document)
    ) {
      const translations = entry.translations.map((translation) => translation.document);
      entryVerdicts.set(document, (verdict = { collection, translations, found: new Map() }));
    }
    let problems = verdict.found.get(name);
    if (!problems) verdict.found.set(name, (problems = check(entry, tool)));
    return problems;
  };
}
