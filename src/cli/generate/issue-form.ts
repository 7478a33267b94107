import { format } from 'prettier';
import { stringify } from 'yaml';
import { fieldSchema } from '../../content/field-schema.ts';
import type { SchemaNode } from '../../content/marked-fields.ts';
import { collectionSchema, resolveRef } from '../../content/schemas.ts';

/** What the editors fill in themselves. */
const ownFields = new Set(['status', 'reviewed', 'review_every']);
/** Few enough to be chosen from a list; ids of topics and places mean nothing to somebody without the file. */
const optionsLimit = 20;

const both = (german: unknown, english: unknown): string => `${String(german)} · ${String(english)}`;

function question(key: string, node: SchemaNode): Record<string, unknown> {
  const german = (node['x-de'] ?? {}) as Readonly<Record<string, unknown>>;
  const options = node['enum'] as readonly string[] | undefined;
  const type = options && options.length <= optionsLimit ? 'dropdown' : key === 'title' ? 'input' : 'textarea';
  return {
    type,
    id: key.replaceAll('_', '-'),
    attributes: {
      label: both(german['title'], node['title']),
      description: both(german['description'], node['description']),
      ...(type === 'dropdown' ? { options } : {}),
    },
    validations: { required: true },
  };
}

/** The issue form for a new offer: a question for each field that an offer must have, in the words of the schema. */
export async function generateIssueForm(): Promise<string> {
  const schema = collectionSchema.offers;
  const required = (schema['required'] as readonly string[]).filter((key) => !ownFields.has(key));
  const form = {
    name: 'Neues Angebot · New offer',
    description: 'Für alle, die keine Datei anlegen möchten. · For everybody who does not want to write a file.',
    title: 'Angebot: ',
    labels: ['angebot'],
    body: [
      {
        type: 'markdown',
        attributes: {
          value:
            'Schreiben Sie in Ihren Worten; die Redaktion macht daraus ein Datenblatt. **Dieser Eintrag ist öffentlich: keine Namen, keine privaten Nummern, keine geschützten Adressen.**\n\nUse your own words; the editors make a data sheet of it. **This is public: no names, no private numbers, no protected addresses.**\n',
        },
      },
      ...required.map((key) => question(key, fieldSchema(schema, [key], resolveRef)!)),
      {
        type: 'textarea',
        id: 'description',
        attributes: {
          label: both('Wann, wo und was noch?', 'When, where and what else?'),
          description: both('Tage, Uhrzeiten, Ort, was man mitbringt.', 'Days, times, place, what to bring.'),
        },
      },
    ],
  };
  const head = '# Generated from schemas/offer.schema.json by `npm run generate`. Do not edit.\n';
  return format(head + stringify(form, { lineWidth: 0, singleQuote: true }), {
    parser: 'yaml',
    printWidth: 120,
    singleQuote: true,
  });
}
