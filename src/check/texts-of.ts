import { valuesAt } from '../content/marked-fields.ts';
import type { Document } from '../content/read-document.ts';
import { textFields, type Collection } from '../content/schemas.ts';
import type { FieldPath } from '../model/diagnostic.ts';
import type { CheckedEntry } from './checkable.ts';

/** One free text of a file: a field, or the body where `at` is undefined. */
export interface FreeText {
  readonly document: Document;
  readonly text: string;
  readonly at: FieldPath | undefined;
}

function textsIn(document: Document, collection: Collection): FreeText[] {
  // Not for readers, but in a public repository all the same.
  const fields = (collection === 'needs' ? [['title']] : textFields[collection]).flatMap((pattern) =>
    valuesAt(document.data, pattern).flatMap(({ path, value }) =>
      typeof value === 'string' ? [{ document, text: value, at: path }] : [],
    ),
  );
  return document.body === '' ? fields : [...fields, { document, text: document.body, at: undefined }];
}

/** Every text that readers may see of an entry, in its own language and in all others. */
export function textsOf({ collection, document, translations }: CheckedEntry): FreeText[] {
  return [document, ...translations.map((translation) => translation.document)].flatMap((some) =>
    textsIn(some, collection),
  );
}
