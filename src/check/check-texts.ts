import { findInMarkdown } from '../content/markdown.ts';
import type { Document } from '../content/read-document.ts';
import { collections } from '../content/schemas.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';

/** What the Markdown below the front matter may not do, and pictures that are not there. */
export function checkTexts({ entries, media, inBody }: Checkable): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const collection of collections) {
    for (const entry of entries[collection].values() as Iterable<CheckedEntry>) {
      const { document, file } = entry;
      const needsBody = collection === 'offers' || collection === 'pages';
      if (needsBody && document.body.trim() === '')
        problems.push(diagnose('body-empty', file, {}, { at: inBody(document, 0, 0) }));
      for (const some of [document, ...entry.translations.map((translation) => translation.document)]) checkBody(some);
    }
  }
  for (const { file, data } of entries.offers.values()) {
    const src = data.image?.src;
    if (src !== undefined && !media.has(src))
      problems.push(diagnose('image-missing', file, { src }, { at: ['image', 'src'] }));
  }
  return problems;

  function checkBody(document: Document): void {
    for (const { kind, value, start, end } of findInMarkdown(document.body)) {
      const { file } = document;
      const where = { at: inBody(document, start, end) };
      if (kind === 'unsafe-link') problems.push(diagnose(kind, file, { link: value }, where));
      else if (kind === 'raw-html') problems.push(diagnose(kind, file, { html: value }, where));
      else if (kind === 'remote-image') problems.push(diagnose(kind, file, { src: value }, where));
      else if (!media.has(value)) problems.push(diagnose('image-missing', file, { src: value }, where));
    }
  }
}
