import { suggestLanguageTag } from '../check/formats.ts';
import type { Content } from '../content/read-content.ts';
import { mostSimilar, toId } from '../content/similar.ts';
import type { Term, VocabularyName } from '../model/catalogue.ts';
import type { Field, SheetLanguage } from './fields.ts';

/** One value that a field may have, with its name for people. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What fields are looked up in: what the municipality knows, and the texts of one interface language. */
export interface OptionSource {
  readonly vocabularies: Readonly<Record<VocabularyName, ReadonlyMap<string, Term>>>;
  readonly entries: Content['entries'];
  /** Message key → ICU source, of the language that labels are shown in. */
  readonly messages: ReadonlyMap<string, string>;
  /** The language of labels (BCP 47), and of what the schemas say. */
  readonly language: string;
  readonly sheetLanguage: SheetLanguage;
}

/** Which group of interface texts names the values of a field, where the group is not called like the field. */
const messageGroups: Readonly<Record<string, string>> = {
  'cost.kind': 'cost',
  'cost.unit': 'cost-unit',
  'registration.kind': 'registration',
  'childcare.available': 'childcare',
  'capacity.state': 'capacity',
  'audience.access': 'access',
  'audience.gender': 'gender',
  'audience.german.min': 'german',
  'audience.german.target': 'german',
  'volunteering.german': 'german',
  'languages.*.kind': 'language',
  'schedule.*.every': 'every',
  'schedule.*.school_holidays': 'answer',
};

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function weekdayName(day: string, language: string): string {
  // 2024-01-01 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** `free: kostenlos für alle.` or `on-request (auf Anfrage)` in the help of a field. */
function glossIn(help: string, value: string): string | undefined {
  const name = value.replace(/[^\w-]/g, '');
  const match = new RegExp(`(?:^|[\\s(])${name}(?:: ([^.,;]+)| \\(([^)]+)\\))`).exec(help);
  return (match?.[1] ?? match?.[2])?.trim();
}

function labelOf(field: Field, value: string, { messages, language, sheetLanguage }: OptionSource): string {
  if (weekdays.includes(value)) return weekdayName(value, language);
  const path = field.pattern.at(-1) === '*' ? field.pattern.slice(0, -1).join('.') : field.pattern.join('.');
  const group = path.startsWith('accessibility.') ? 'answer' : (messageGroups[path] ?? path);
  const message = messages.get(`enum.${group}.${value}`);
  // Where a message depends on the day, it says it once without one.
  const plainest = /, select,.*\bother \{((?:[^{}]|\{[^{}]*\})*)\}/s.exec(message ?? '')?.[1] ?? message;
  // What stands around a placeholder is enough to know the value by: `{amount} pro Stunde`.
  const words = plainest
    ?.replace(/\{[^{}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,،፣:–-]+|[\s,،፣:–-]+$/g, '');
  return words || glossIn(field.texts[sheetLanguage].help, value) || value;
}

const entryName = (data: Readonly<Record<string, unknown>> | undefined, id: string): string =>
  typeof data?.['name'] === 'string' ? data['name'] : id;

const listed = new WeakMap<OptionSource, Map<Field, readonly Option[] | undefined>>();

/** The values that a field, or each item of it, may have; undefined where it is free. */
export function optionsOf(field: Field, source: OptionSource): readonly Option[] | undefined {
  const known = listed.get(source) ?? new Map<Field, readonly Option[] | undefined>();
  listed.set(source, known);
  if (!known.has(field)) known.set(field, tellApart(field, source));
  return known.get(field);
}

function tellApart(field: Field, source: OptionSource): readonly Option[] | undefined {
  const options = listOptions(field.item ?? field, source);
  if (!options) return undefined;
  // Two places may have the same name: then only the id tells them apart.
  const seen = new Map<string, number>();
  for (const { label } of options) seen.set(label, (seen.get(label) ?? 0) + 1);
  return options.map(({ value, label }) => ({ value, label: seen.get(label)! > 1 ? `${label} (${value})` : label }));
}

function listOptions(field: Field, source: OptionSource): Option[] | undefined {
  if (field.vocabulary !== undefined) {
    const terms = source.vocabularies[field.vocabulary as VocabularyName];
    return [...terms].map(([value, { label }]) => ({
      value,
      label: label[source.language] ?? label[source.sheetLanguage] ?? label['de'] ?? value,
    }));
  }
  if (field.reference === 'organisations' || field.reference === 'places') {
    return [...source.entries[field.reference].values()]
      .filter(({ source: entry }) => !field.placeKinds || field.placeKinds.includes(String(entry?.data['kind'])))
      .map(({ id, source: entry }) => ({ value: id, label: entryName(entry?.data, id) }));
  }
  if (field.kind === 'boolean') {
    return ['true', 'false'].map((value) => ({
      value,
      label: source.messages.get(`enum.answer.${value === 'true' ? 'yes' : 'no'}`) ?? value,
    }));
  }
  return field.options?.map((value) => ({ value, label: labelOf(field, value, source) }));
}

const plain = (text: string): string => toId(text.trim());

/** What people write in lists of their own, by field and value. */
const usualWords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'registration.kind': {
    none: ['keine', 'nein', 'nicht nötig', 'nicht erforderlich', 'ohne', 'offen', 'no', 'not needed'],
    required: ['ja', 'nötig', 'erforderlich', 'notwendig', 'yes', 'needed'],
    appointment: ['termin', 'nach vereinbarung', 'terminvereinbarung', 'by appointment'],
  },
  'cost.kind': {
    free: ['kostenfrei', 'gratis', 'umsonst', 'keine', 'nein', 'frei', 'none', 'no', '0'],
    paid: ['kostenpflichtig', 'gebührenpflichtig', 'ja', 'yes'],
    partly: ['teilweise', 'teils', 'partly free'],
  },
  'delivery.*': {
    'on-site': ['präsenz', 'in präsenz', 'in person'],
    online: ['digital', 'internet', 'virtual'],
    phone: ['telefon', 'telefonisch', 'by phone'],
    outreach: ['aufsuchend', 'mobil', 'mobile'],
  },
  status: {
    draft: ['entwurf'],
    active: ['aktiv', 'läuft', 'findet statt', 'laufend'],
    paused: ['pausiert', 'pause'],
    ended: ['beendet', 'eingestellt', 'abgeschlossen'],
  },
};

/** Everything that an option may be called, in any language: its id, its labels and synonyms of a term, a short name. */
function namesOf(field: Field, option: Option, sources: readonly OptionSource[]): string[] {
  const names = [option.value, option.label];
  const [source] = sources;
  if (!source) return names;
  const term = field.vocabulary ? source.vocabularies[field.vocabulary as VocabularyName].get(option.value) : undefined;
  if (term) names.push(...Object.values(term.label), ...Object.values(term.synonyms).flat());
  if (field.reference === 'organisations') {
    const short = source.entries.organisations.get(option.value)?.source?.data['short_name'];
    if (typeof short === 'string') names.push(short);
  }
  if (field.kind === 'boolean')
    names.push(...(option.value === 'true' ? ['ja', 'yes', 'x', '1', 'wahr'] : ['nein', 'no', '0', 'falsch']));
  if (field.options?.includes('yes')) {
    const more: Readonly<Record<string, readonly string[]>> = {
      yes: ['ja', 'x'],
      no: ['nein'],
      unknown: ['unbekannt', '?'],
    };
    names.push(...(more[option.value] ?? []));
  }
  names.push(...(usualWords[field.pattern.join('.')]?.[option.value] ?? []));
  for (const other of sources) if (other !== source) names.push(labelOf(field, option.value, other));
  return names;
}

const indexed = new WeakMap<OptionSource, Map<Field, ReadonlyMap<string, readonly Option[]>>>();

/** The options by all their names; made once for a field, because a table asks for it in every row. */
function nameIndex(
  field: Field,
  options: readonly Option[],
  sources: readonly OptionSource[],
): ReadonlyMap<string, readonly Option[]> {
  const source = sources[0]!;
  const known = indexed.get(source) ?? new Map<Field, ReadonlyMap<string, readonly Option[]>>();
  indexed.set(source, known);
  const found = known.get(field);
  if (found) return found;
  const index = new Map<string, Option[]>();
  for (const option of options) {
    for (const name of new Set(namesOf(field, option, sources).map(plain))) {
      index.set(name, [...(index.get(name) ?? []), option]);
    }
  }
  known.set(field, index);
  return index;
}

/** The value that somebody meant by a word, in any of the languages; `suggestion` is the most similar label. */
export function findOption(
  field: Field,
  text: string,
  sources: readonly OptionSource[],
): { readonly value?: string; readonly suggestion: string } {
  const single = field.item ?? field;
  const [source] = sources;
  const options = source ? optionsOf(single, source) : undefined;
  if (!options) return { value: text, suggestion: '' };
  if (options.some(({ value }) => value === text)) return { value: text, suggestion: '' };
  const exact = options.find(({ label }) => label === text);
  if (exact) return { value: exact.value, suggestion: '' };
  const wanted = plain(text);
  const index = nameIndex(single, options, sources);
  const byName = wanted === '' ? [] : (index.get(wanted) ?? []);
  // Synonyms may lead to several terms: then nobody can say which one was meant.
  if (byName.length === 1) return { value: byName[0]!.value, suggestion: '' };
  const named = byName.filter(({ label, value }) => plain(label) === wanted || value === wanted);
  if (named.length === 1) return { value: named[0]!.value, suggestion: '' };
  return { suggestion: index.get(mostSimilar(wanted, index.keys()))?.[0]?.label ?? '' };
}

/** The name of a language where its code can be found again by it, otherwise the code. */
export function languageName(code: string, language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code);
  return name !== undefined && !/[;,()\n]/.test(name) && suggestLanguageTag(name) === code ? name : code;
}
