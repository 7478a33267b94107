import { fieldSchema } from '../content/field-schema.ts';
import { lostParts } from '../content/fixed-parts.ts';
import { valuesAt } from '../content/marked-fields.ts';
import { collectionSchema, collections, resolveRef, textFields, type Collection } from '../content/schemas.ts';
import { textHash } from '../content/text-hash.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Document } from '../content/read-document.ts';
import type { Diagnostic, FieldPath } from '../model/diagnostic.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';

/** A field that the source may have but a translation may not deserves to be called that, not unknown. */
export function asTranslationProblem(problem: Diagnostic, collection: Collection): Diagnostic {
  if (
    problem.code !== 'unknown-field' ||
    !fieldSchema(collectionSchema[collection], problem.at as FieldPath, resolveRef)
  )
    return problem;
  return diagnose(
    'translation-extra-field',
    problem.file,
    { field: String(problem.args['field']) },
    { at: problem.at!, onKey: true },
  );
}

function textAt(data: unknown, path: FieldPath): string {
  let value = data;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return typeof value === 'string' ? value : '';
}

const holdsText = (data: unknown, path: FieldPath): boolean => textAt(data, path).trim() !== '';

/** Numbers and addresses of the source that a reader of the translation would not get; a translator may move them to another field. */
function checkLostParts(
  source: Document,
  translation: Document,
  collection: Collection,
  inBody: Checkable['inBody'],
): Diagnostic[] {
  const fields = textFields[collection].flatMap((pattern) =>
    valuesAt(translation.data, pattern).flatMap(({ path, value }) =>
      typeof value === 'string' ? [{ path, value }] : [],
    ),
  );
  const translated = [...fields.map(({ value }) => value), translation.body].join('\n');
  const { file } = translation;
  const lost = (text: string): string[] =>
    lostParts(text, translated).flatMap(({ kind, value }) => (kind === 'time' ? [] : [value]));
  return [
    ...fields.flatMap(({ path }) =>
      lost(textAt(source.data, path)).map((value) =>
        diagnose('translation-lost-token', file, { field: fieldName(path), value }, { at: path }),
      ),
    ),
    ...(translation.body.trim() === '' ? [] : lost(source.body)).map((value) => {
      const start = translation.body.search(/\S/);
      return diagnose(
        'translation-lost-token',
        file,
        { field: '', value },
        { at: inBody(translation, start, start + 1) },
      );
    }),
  ];
}

/** Translations that no longer say what their source says. */
export function checkTranslations({ entries, inBody }: Checkable): Diagnostic[] {
  return collections.flatMap((collection) =>
    [...entries[collection].values()].flatMap((entry: CheckedEntry) => checkOne(entry, inBody)),
  );
}

const checkOne = oncePerEntry('translations', checkEntry);

function checkEntry({ collection, document, translations }: CheckedEntry, inBody: Checkable['inBody']): Diagnostic[] {
  if (translations.length === 0) return [];
  const hash = textHash(document, textFields[collection]);
  return translations.flatMap(({ file, document: translation }) => {
    const { data } = translation;
    const problems: Diagnostic[] = [];
    const of = (data['translation'] as { of?: unknown } | null | undefined)?.of;
    if (typeof of === 'string' && of !== hash) {
      problems.push(diagnose('translation-outdated', file, { hash }, { at: ['translation', 'of'] }));
    } else {
      // One that is outdated has to be gone through anyway.
      problems.push(...checkLostParts(document, translation, collection, inBody));
    }
    for (const pattern of textFields[collection]) {
      for (const { path, value } of valuesAt(data, pattern)) {
        if (typeof value !== 'string' || holdsText(document.data, path)) continue;
        problems.push(
          diagnose('translation-unused-field', file, { field: fieldName(path) }, { at: path, onKey: true }),
        );
      }
    }
    return problems;
  });
}
