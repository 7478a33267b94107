import { checkContent } from '../check/check-content.ts';
import type { Content, SourceEntry } from '../content/read-content.ts';
import { readMarkdown } from '../content/read-document.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';

/**
 * Checks offers that are not written yet as if they were: all rules, references and all. `texts` are files by id of offer.
 * Only what concerns these files is returned, by id; what is wrong elsewhere does not stand in their way.
 */
export function checkCandidates(
  content: Content,
  texts: ReadonlyMap<string, string>,
  today: IsoDate,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const offers = new Map<string, SourceEntry>(content.entries.offers);
  const sources = new Map(content.sources);
  const found = new Map<string, Diagnostic[]>();
  for (const [id, text] of texts) {
    const file = `offers/${id}.md`;
    const { value, problems } = readMarkdown(file, text);
    found.set(id, [...problems]);
    offers.set(id, { id, file, source: value, translations: new Map() });
    sources.set(file, text);
  }
  const { problems } = checkContent({ ...content, entries: { ...content.entries, offers }, sources }, { today });
  for (const problem of problems) {
    const id = /^offers\/([^/]+)\.md$/.exec(problem.file)?.[1];
    if (id !== undefined) found.get(id)?.push(problem);
  }
  return found;
}
