import { entryVerdicts, type EntryVerdict } from '../content/verdicts.ts';
import type { Collection } from '../content/schemas.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CheckedEntry } from './checkable.ts';

/** So much is remembered of one entry: three times what all checks say. */
const mostFound = 40;

const quiet: ReadonlySet<string> = new Set();

/**
 * A check that looks at nothing but the documents of one entry is made once, as long as they are the same objects:
 * while somebody edits, that is all entries but one. That it found nothing is kept from one command to the next.
 * `name`: of the check, to be found by. `around`: what else it looks at, such as the day, as `digest` of what is checked says it.
 */
export function oncePerEntry<Tool, C extends Collection = Collection, Found = Diagnostic>(
  name: string,
  check: (entry: CheckedEntry<C>, tool: Tool) => readonly Found[],
): (entry: CheckedEntry<C>, tool: Tool, around?: string) => readonly Found[] {
  let [lastAround, key] = ['', name];
  return (entry, tool, around = '') => {
    if (around !== lastAround) [lastAround, key] = [around, around === '' ? name : `${name} ${around}`];
    const verdict = verdictOf(entry);
    if (verdict.quiet.has(key)) return [];
    let results = verdict.found.get(key) as readonly Found[] | undefined;
    if (!results) {
      // What lies around changes while somebody edits for hours.
      if (verdict.found.size === mostFound) verdict.found.clear();
      verdict.found.set(key, (results = check(entry, tool)));
    }
    return results;
  };
}

function verdictOf(entry: CheckedEntry): EntryVerdict {
  const { collection, document } = entry;
  let verdict = entryVerdicts.get(document);
  if (verdict?.holder === entry) return verdict;
  if (
    verdict?.collection !== collection ||
    verdict.translations.length !== entry.translations.length ||
    !verdict.translations.every((one, index) => one === entry.translations[index]?.document)
  ) {
    const translations = entry.translations.map((translation) => translation.document);
    entryVerdicts.set(document, (verdict = { collection, translations, found: new Map(), quiet }));
  }
  verdict.holder = entry;
  return verdict;
}
