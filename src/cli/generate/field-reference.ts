import { format } from 'prettier';
import { collectionFolder, collections, collectionSchema, schemas } from '../../content/schemas.ts';
import type { SchemaNode } from '../../content/marked-fields.ts';
import { childOf, keyOrder, type SchemaPlace } from '../../datasheet/emit-yaml.ts';
import type { SheetLanguage } from '../../datasheet/fields.ts';

const words = {
  de: {
    title: 'Alle Felder',
    lead: 'Aus den Schemas in `schemas/` erzeugt (`npm run generate`): nicht von Hand ändern. Pflichtfelder tragen einen Stern. „Übersetzbar“ heißt: Das Feld kann auch in einer Übersetzung stehen, in `<Kennung>.<Sprache>.md`. `[]` steht für jeden Eintrag einer Liste, `*` für jede Sprache oder jeden Schlüssel.',
    field: 'Feld',
    meaning: 'Was es bedeutet',
    form: 'Form und Beispiel',
    translatable: 'Übersetzbar.',
    oneOf: 'Eines von',
    vocabulary: (name: string) => `Kennung aus \`vocabularies/${name}.yml\``,
    reference: (folder: string) => `Kennung aus \`${folder}/\``,
    orFields: 'oder eine eigene Angabe mit den Feldern darunter',
    length: (max: number) => `bis ${max} Zeichen`,
    items: (max: number) => `bis ${max} Einträge`,
    example: 'Beispiel:',
    file: 'Datei:',
    types: {
      string: 'Text',
      integer: 'ganze Zahl',
      number: 'Zahl',
      boolean: '`true` oder `false`',
      array: 'Liste',
      object: 'Felder darunter',
    },
    formats: {
      date: 'Datum `JJJJ-MM-TT`',
      'time-of-day': 'Uhrzeit `HH:MM`',
      phone: 'Telefonnummer mit Vorwahl',
      email: 'E-Mail-Adresse',
      'web-address': 'Adresse mit `https://`',
      'language-tag': 'Sprachkürzel wie `de`, `ar`, `uk`',
    },
  },
  en: {
    title: 'All fields',
    lead: 'Made from the schemas in `schemas/` (`npm run generate`): do not edit by hand. Fields with an asterisk are required. “Translatable”: the field may also stand in a translation, in `<id>.<language>.md`. `[]` stands for each entry of a list, `*` for each language or key.',
    field: 'Field',
    meaning: 'What it means',
    form: 'Form and example',
    translatable: 'Translatable.',
    oneOf: 'One of',
    vocabulary: (name: string) => `id from \`vocabularies/${name}.yml\``,
    reference: (folder: string) => `id from \`${folder}/\``,
    orFields: 'or details of its own in the fields below',
    length: (max: number) => `up to ${max} characters`,
    items: (max: number) => `up to ${max} entries`,
    example: 'Example:',
    file: 'File:',
    types: {
      string: 'text',
      integer: 'whole number',
      number: 'number',
      boolean: '`true` or `false`',
      array: 'list',
      object: 'fields below',
    },
    formats: {
      date: 'date `YYYY-MM-DD`',
      'time-of-day': 'time `HH:MM`',
      phone: 'telephone number with area code',
      email: 'e-mail address',
      'web-address': 'address with `https://`',
      'language-tag': 'language tag such as `de`, `ar`, `uk`',
    },
  },
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Plain text in a cell of a table. */
const cell = (value: string): string => value.replace(/[\\`*_<|]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');

const code = (value: string): string => `\`${value.replaceAll('|', '\\|')}\``;

function textsOf(node: SchemaNode, lang: SheetLanguage): { title: string; description: string; help: string } {
  const german = (node['x-de'] ?? {}) as Readonly<Record<string, unknown>>;
  return lang === 'de'
    ? { title: text(german['title']), description: text(german['description']), help: text(german['help']) }
    : { title: text(node['title']), description: text(node['description']), help: text(node['x-help']) };
}

const requiredIn = ({ node }: SchemaPlace): readonly string[] =>
  (node['required'] as readonly string[] | undefined) ?? [];

function shapeOf({ node }: SchemaPlace, lang: SheetLanguage): string[] {
  const say = words[lang];
  const reference = node.anyOf?.find((branch) => branch['x-reference'] !== undefined) ?? node;
  const target = text(reference['x-reference']);
  if (target !== '') {
    const folder = collectionFolder[target as keyof typeof collectionFolder];
    return [node.anyOf ? `${say.reference(folder)}, ${say.orFields}` : say.reference(folder)];
  }
  const vocabulary = text(node['x-vocabulary']);
  if (vocabulary !== '') return [say.vocabulary(vocabulary)];
  const values = node['enum'] as readonly unknown[] | undefined;
  if (values) return [`${say.oneOf} ${values.map((value) => code(String(value))).join(', ')}`];
  const known = say.formats[text(node['format']) as keyof typeof say.formats];
  return [known ?? say.types[text(node['type']) as keyof typeof say.types] ?? say.types.object];
}

function formOf(place: SchemaPlace, lang: SheetLanguage): string {
  const say = words[lang];
  const { node } = place;
  const item = node['type'] === 'array' ? childOf(place, 0) : undefined;
  const parts = item ? [`${say.types.array}: ${shapeOf(item, lang).join(', ')}`] : shapeOf(place, lang);
  if (typeof node['maxItems'] === 'number') parts.push(say.items(node['maxItems']));
  if (typeof node['maxLength'] === 'number') parts.push(say.length(node['maxLength']));
  const [example] = (node['examples'] as readonly unknown[] | undefined) ?? [];
  const shown = example === undefined ? '' : typeof example === 'string' ? example : JSON.stringify(example);
  return `${parts.join(', ')}.${shown === '' ? '' : ` ${say.example} ${code(shown)}`}`;
}

/** Rows of a table: the field itself, then those inside it. */
function rowsOf(key: string, place: SchemaPlace, path: string, isRequired: boolean, lang: SheetLanguage): string[] {
  const { node } = place;
  const { title, description, help } = textsOf(node, lang);
  const own = `${path}${key}`;
  const meaning = [
    title === '' ? '' : `**${cell(title)}**`,
    cell(description),
    cell(help),
    node['x-translatable'] === true ? words[lang].translatable : '',
  ].filter(Boolean);
  const row = `| ${code(own)}${isRequired ? ' \\*' : ''} | ${meaning.join(' ')} | ${formOf(place, lang)} |`;
  const inner = node['type'] === 'array' ? childOf(place, 0) : place;
  if (!inner) return [row];
  return [row, ...innerRows(inner, node['type'] === 'array' ? `${own}[].` : `${own}.`, lang)];
}

function innerRows(place: SchemaPlace, path: string, lang: SheetLanguage): string[] {
  const address = place.node.anyOf?.find((branch) => branch['x-reference'] === undefined);
  const holder = address
    ? (childOf({ node: { properties: { address } }, root: place.root }, 'address') ?? place)
    : place;
  const required = requiredIn(holder);
  return keyOrder(holder).flatMap((key) => {
    const child = childOf(holder, key);
    return child ? rowsOf(key, child, path, required.includes(key), lang) : [];
  });
}

function section(schema: SchemaNode, file: string, lang: SheetLanguage): string {
  const say = words[lang];
  const { title, description } = textsOf(schema, lang);
  const rows = innerRows({ node: schema, root: schema }, '', lang);
  return [
    `## ${title}`,
    '',
    `${say.file} \`${file}\`. ${cell(description)}`,
    '',
    `| ${say.field} | ${say.meaning} | ${say.form} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** What every field of every kind of file means, as Markdown, from what the schemas say about them. */
export async function generateFieldReference(lang: SheetLanguage): Promise<string> {
  const say = words[lang];
  const id = lang === 'de' ? '<Kennung>' : '<id>';
  const sections = [
    ...collections.map((name) =>
      section(
        collectionSchema[name],
        name === 'pages'
          ? `content/pages/<${lang === 'de' ? 'Sprache' : 'language'}>/${id}.md`
          : `content/${collectionFolder[name]}/${id}.md`,
        lang,
      ),
    ),
    section(schemas['targets.schema.json']!, 'content/concept/targets.yml', lang),
    section(schemas['emergency.schema.json']!, 'content/emergency.yml', lang),
    section(schemas['vocabulary.schema.json']!, `content/vocabularies/<Name>.yml`, lang),
    section(schemas['site.schema.json']!, 'content/site.yml', lang),
  ];
  return format(`# ${say.title}\n\n${say.lead}\n\n${sections.join('\n')}`, { parser: 'markdown', printWidth: 120 });
}
