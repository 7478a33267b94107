import { fieldSchema } from '../../content/field-schema.ts';
import type { SchemaNode } from '../../content/marked-fields.ts';
import { resolveRef, schemaOfFile } from '../../content/schemas.ts';
import type { FieldPath } from '../../model/diagnostic.ts';
import type { MessageLanguage } from '../print/describe-problem.ts';

const titleOf = (node: SchemaNode | undefined, lang: MessageLanguage): string | undefined => {
  const german = (node?.['x-de'] as { title?: unknown } | undefined)?.title;
  const title = lang === 'de' ? german : node?.['title'];
  return typeof title === 'string' ? title : undefined;
};

/**
 * A field in the words of the form: `['contacts', 0, 'phone']` → “Kontakte 1 › Telefon”. What no schema knows is
 * undefined: it is somebody's own text.
 */
export function fieldWords(file: string, path: FieldPath, lang: MessageLanguage): string | undefined {
  const schema = schemaOfFile(file);
  if (!schema) return undefined;
  const steps: string[] = [];
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') {
      const last = steps.pop() ?? '';
      steps.push(`${last} ${step + 1}`.trim());
      continue;
    }
    const title = titleOf(fieldSchema(schema, path.slice(0, index + 1), resolveRef), lang);
    if (title === undefined) return undefined;
    steps.push(title);
  }
  return steps.join(' › ');
}
