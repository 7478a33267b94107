import { findInMarkdown } from '../content/markdown.ts';
import type { Document } from '../content/read-document.ts';
import { markedFields, valuesAt, type MarkedField } from '../content/marked-fields.ts';
import { collectionSchema, collections, resolveRef, type Collection } from '../content/schemas.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';

/** Fields that name a file in `media/` to be downloaded. */
const documentFields = Object.fromEntries(
  collections.map((name) => [name, markedFields<true>(collectionSchema[name], 'x-media', resolveRef)]),
) as unknown as Readonly<Record<Collection, readonly MarkedField<true>[]>>;

/** What the Markdown below the front matter may not do, and pictures that are not there. */
export function checkTexts({ entries, media, inBody, digest }: Checkable): Diagnostic[] {
  const around = digest([...media]);
  const tools = { media, inBody };
  return [
    ...collections.flatMap((collection) =>
      [...entries[collection].values()].flatMap((entry: CheckedEntry) => checkOne(entry, tools, around)),
    ),
    ...[...entries.offers.values()].flatMap((offer) => checkImage(offer, media, around)),
  ];
}

const checkImage = oncePerEntry('image', ({ file, data }: CheckedEntry<'offers'>, media: Checkable['media']) => {
  const src = data.image?.src;
  return src !== undefined && !media.has(src)
    ? [diagnose('image-missing', file, { src }, { at: ['image', 'src'] })]
    : [];
});

const checkOne = oncePerEntry('texts', checkEntry);

function checkEntry(entry: CheckedEntry, { media, inBody }: Pick<Checkable, 'media' | 'inBody'>): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const { collection, document: source } = entry;
  const needsBody = collection === 'offers' || collection === 'pages' || collection === 'guidelines';
  if (needsBody && source.body.trim() === '')
    problems.push(diagnose('body-empty', entry.file, {}, { at: inBody(source, 0, 0) }));
  checkDocuments();
  for (const some of [source, ...entry.translations.map((translation) => translation.document)]) checkBody(some);
  return problems;

  function checkDocuments(): void {
    const { data, file } = entry;
    for (const { pattern } of documentFields[collection]) {
      for (const { path, value } of valuesAt(data, pattern)) {
        if (typeof value === 'string' && !media.has(value))
          problems.push(diagnose('document-missing', file, { name: value }, { at: path }));
      }
    }
  }

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
