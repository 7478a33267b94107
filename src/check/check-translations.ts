import { fieldSchema } from '../content/field-schema.ts';
import { valuesAt } from '../content/marked-fields.ts';
import { collectionSchema, collections, resolveRef, textFields, type Collection } from '../content/schemas.ts';
import { textHash } from '../content/text-hash.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath } from '../model/diagnostic.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';

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

function holdsText(data: unknown, path: FieldPath): boolean {
  let value = data;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return typeof value === 'string' && value.trim() !== '';
}

/** Translations that no longer say what their source says. */
export function checkTranslations({ entries }: Checkable): Diagnostic[] {
  return collections.flatMap((collection) =>
    [...entries[collection].values()].flatMap((entry: CheckedEntry) => checkEntry(entry)),
  );
}

function checkEntry({ collection, document, translations }: CheckedEntry): Diagnostic[] {
  if (translations.length === 0) return [];
  const hash = textHash(document, textFields[collection]);
  return translations.flatMap(({ file, document: { data } }) => {
    const problems: Diagnostic[] = [];
    const of = (data['translation'] as { of?: unknown } | null | undefined)?.of;
    if (typeof of === 'string' && of !== hash) {
      problems.push(diagnose('translation-outdated', file, { hash }, { at: ['translation', 'of'] }));
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
