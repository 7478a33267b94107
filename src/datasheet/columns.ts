import { isLanguageTag, isTime, suggestLanguageTag, suggestTime } from '../check/formats.ts';
import { isRealDate } from '../model/calendar.ts';
import type { FieldPath } from '../model/diagnostic.ts';
import { describeOfferFields, type Field, type SheetLanguage } from './fields.ts';
import { isSame } from './is-same.ts';
import { findOption, languageName, optionsOf, type OptionSource } from './options.ts';

/** A column of the data sheet as a table. */
export interface Column {
  /** `contacts[0].phone`; besides the fields of the schema `id`, `body` and `state`. */
  readonly key: string;
  readonly path: FieldPath;
  /** Undefined for the columns that are no fields. */
  readonly field: Field | undefined;
  readonly labels: Readonly<Record<SheetLanguage, string>>;
  readonly help: Readonly<Record<SheetLanguage, string>>;
}

/** What a table holds besides the fields of the schema. */
const ownColumns: readonly Column[] = [
  {
    key: 'id',
    path: ['id'],
    field: undefined,
    labels: { de: 'Kennung', en: 'Id' },
    help: {
      de: 'Der Dateiname ohne .md. Leer lassen bei einem neuen Angebot, sonst nicht ändern.',
      en: 'The file name without .md. Leave it empty for a new offer, otherwise do not change it.',
    },
  },
  {
    key: 'body',
    path: ['body'],
    field: undefined,
    labels: { de: 'Beschreibung', en: 'Description' },
    help: {
      de: 'Der lange Text, in Absätzen. Überschriften beginnen mit ##, Aufzählungen mit einem Strich.',
      en: 'The long text, in paragraphs. Headings begin with ##, lists with a hyphen.',
    },
  },
  {
    key: 'state',
    path: ['state'],
    field: undefined,
    labels: { de: 'Prüfsumme', en: 'Checksum' },
    help: {
      de: 'Nicht ändern: Daran erkennt der Import, ob das Angebot inzwischen anderswo geändert wurde.',
      en: 'Do not change: by it the import sees whether the offer has been changed elsewhere in the meantime.',
    },
  },
];

/** How many times a repeatable group stands in an empty sheet. */
const blankGroups = 2;

/** A list whose items fit into a line: `Deutsch; Arabisch (Jemand übersetzt)`. */
export const isLineList = (field: Field): boolean => field.key === 'languages';

/** The columns for offers; `counts` says how many items the lists of groups must have room for, by key (`contacts`). */
export function offerColumns(counts: Readonly<Record<string, number>> = {}): readonly Column[] {
  const [id, body, state] = ownColumns as [Column, Column, Column];
  return [id, ...describeOfferFields().flatMap((field) => columnsOf(field, [field.key], undefined)), body, state];

  function columnsOf(field: Field, path: FieldPath, parent: Column['labels'] | undefined): Column[] {
    const labels = {
      de: parent ? `${parent.de}: ${field.texts.de.title}` : field.texts.de.title,
      en: parent ? `${parent.en}: ${field.texts.en.title}` : field.texts.en.title,
    };
    const own: Column = {
      key: path.reduce<string>(
        (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`),
        '',
      ),
      path,
      field,
      labels,
      help: { de: helpOf(field, 'de'), en: helpOf(field, 'en') },
    };
    if (field.kind === 'map') {
      const inner = field.fields.flatMap((child) => columnsOf(child, [...path, child.key], labels));
      return field.reference === undefined ? inner : [own, ...inner];
    }
    if (field.item?.kind !== 'map' || isLineList(field)) return [own];
    const count = Math.max(blankGroups, counts[field.key] ?? 0);
    return Array.from({ length: count }, (_, index) => {
      const numbered = { de: `${labels.de} ${index + 1}`, en: `${labels.en} ${index + 1}` };
      return field.item!.fields.flatMap((child) => columnsOf(child, [...path, index, child.key], numbered));
    }).flat();
  }
}

function helpOf(field: Field, lang: SheetLanguage): string {
  const { description, help } = field.texts[lang];
  const several = { de: 'Mehrere durch Strichpunkt trennen.', en: 'Separate several by semicolons.' };
  return [description, help, ...(field.kind === 'list' ? [several[lang]] : [])].filter(Boolean).join(' ');
}

/** How many groups the fullest of these offers has in each list. */
export function groupCounts(offers: Iterable<Readonly<Record<string, unknown>>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const data of offers) {
    for (const [key, value] of Object.entries(data)) {
      if (Array.isArray(value)) counts[key] = Math.max(counts[key] ?? 0, value.length);
    }
  }
  return counts;
}

/** The value at a path; undefined where there is none. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

export type Cell = string | number;

const bullet = /^\s*(?:[-•*–]|\d+[.)])\s+/;

function writeList(texts: readonly string[], isProse: boolean): string {
  const simple = texts.join('; ');
  if (!isProse && texts.every((text) => !/[;\n]/.test(text))) return simple;
  return texts.map((text) => `- ${text.replaceAll('\n', '\n  ')}`).join('\n');
}

function splitList(text: string): string[] {
  const lines = text.trim().split(/\r?\n/);
  if (bullet.test(lines[0] ?? '')) {
    const items: string[] = [];
    for (const line of lines) {
      if (bullet.test(line) && !line.startsWith('  ')) items.push(line.replace(bullet, ''));
      else if (line.trim() !== '') items.push(`${items.pop() ?? ''}\n${line.replace(/^ {2}/, '')}`);
    }
    return items.map((item) => item.trim()).filter(Boolean);
  }
  return text
    .split(/[;\n]/)
    .map((item) => item.trim())
    .filter(Boolean);
}

/** Parts between separators that do not stand inside brackets: `de; ar (interpreter: on request; free)`. */
function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, char] of [...text].entries()) {
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[;,\n]/.test(char)) {
      parts.push([...text].slice(start, index).join(''));
      start = index + 1;
    }
  }
  parts.push([...text].slice(start).join(''));
  return parts.map((part) => part.trim()).filter(Boolean);
}

interface SpokenLanguage {
  readonly code: string;
  readonly kind: string;
  readonly note?: string;
}

function writeLanguages(field: Field, value: readonly SpokenLanguage[], source: OptionSource): string {
  const kind = field.item!.fields.find(({ key }) => key === 'kind')!;
  const labels = new Map(optionsOf(kind, source)?.map((option) => [option.value, option.label]));
  return value
    .map(({ code, kind: way, note }) => {
      const name = languageName(code, source.language);
      if (way === kind.options![0] && note === undefined) return name;
      return `${name} (${labels.get(way) ?? way}${note === undefined ? '' : `: ${note}`})`;
    })
    .join('; ');
}

/** A cell for a value. What the simple form could not give back as it was is written as JSON. */
export function writeCell(column: Column, value: unknown, source: OptionSource): Cell {
  if (value === undefined || value === null) return '';
  const { field } = column;
  if (!field) return typeof value === 'string' ? value : '';
  // The fields of a map have columns of their own; its own column holds an id.
  if (field.kind === 'map' && typeof value === 'object') return '';
  const cell = simpleCell(field, value, source);
  const back = readCell(column, cell, [source]);
  return 'value' in back && isSame(back.value, value)
    ? cell
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

function simpleCell(field: Field, value: unknown, source: OptionSource): Cell {
  if (typeof value === 'number') return value;
  if (isLineList(field) && Array.isArray(value)) return writeLanguages(field, value as SpokenLanguage[], source);
  const options = optionsOf(field, source);
  const label = (one: unknown): string => options?.find((option) => option.value === String(one))?.label ?? String(one);
  if (Array.isArray(value)) return writeList(value.map(label), field.isProse);
  return typeof value === 'object' ? JSON.stringify(value) : label(value);
}

/** Why a cell means nothing. */
export interface CellProblem {
  readonly reason: 'unknown-option' | 'bad-date' | 'bad-time' | 'bad-number' | 'bad-language';
  readonly value: string;
  readonly suggestion: string;
}

export type CellResult = { readonly value: unknown } | { readonly problem: CellProblem };

const ok = (value: unknown): CellResult => ({ value });
const bad = (reason: CellProblem['reason'], value: string, suggestion = ''): CellResult => ({
  problem: { reason, value, suggestion },
});

function readDate(text: string): string | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text)?.[0];
  if (iso !== undefined) return isRealDate(iso) ? iso : undefined;
  const [, day, month, year] = /^(\d{1,2})[./]\s*(\d{1,2})[./]\s*(\d{4})$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const date = `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(date) ? date : undefined;
}

function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s|€|EUR|Euro/gi, '');
  const decimal = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)
    ? plain.replaceAll('.', '').replace(',', '.')
    : plain.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(decimal) ? Number(decimal) : undefined;
}

/** A phone number that a spreadsheet took for a number, and therefore lost its `+` or its first 0. */
const repairPhone = (text: string): string =>
  /^49\d{6,12}$/.test(text) ? `+${text}` : /^[1-9]\d{7,11}$/.test(text) ? `0${text}` : text;

function readLanguages(field: Field, text: string, sources: readonly OptionSource[]): CellResult {
  const kind = field.item!.fields.find(({ key }) => key === 'kind')!;
  const value: SpokenLanguage[] = [];
  for (const part of splitOutsideBrackets(text)) {
    const [, name = part, inside] = /^([^(]*?)\s*\(([\s\S]*)\)$/.exec(part) ?? [];
    const code = isLanguageTag(name) ? name : suggestLanguageTag(name);
    if (code === '') return bad('bad-language', name);
    const [way = '', ...rest] = inside === undefined ? [] : inside.split(/:\s*/);
    const found = inside === undefined ? kind.options![0] : findOption(kind, way, sources).value;
    if (found !== undefined) {
      const note = inside?.slice(way.length).replace(/^:\s*/, '').trim();
      value.push({ code, kind: found, ...(rest.length > 0 && note ? { note } : {}) });
    } else value.push({ code, kind: kind.options![0]!, note: inside!.trim() });
  }
  return ok(value);
}

/** What a cell means. An empty cell means that nothing is said: its value is undefined. */
export function readCell(column: Column, cell: Cell, sources: readonly OptionSource[]): CellResult {
  const text = String(cell).trim();
  const { field } = column;
  if (text === '') return ok(undefined);
  if (!field) return ok(String(cell));
  if (field.kind === 'list' || field.kind === 'map') {
    const json = /^[[{]/.test(text) ? parseJson(text) : undefined;
    if (typeof json === 'object' && json !== null && Array.isArray(json) === (field.kind === 'list')) return ok(json);
  }
  if (isLineList(field)) return readLanguages(field, text, sources);
  if (field.kind !== 'list') return readSingle(field, text, sources);
  const values: unknown[] = [];
  for (const part of splitList(text)) {
    const result = readSingle(field.item!, part, sources);
    if ('problem' in result) {
      // Commas as well separate ids, but never key words or sentences.
      const isCoded = field.item!.vocabulary ?? field.item!.reference ?? field.item!.options;
      const pieces = isCoded ? part.split(',').map((piece) => readSingle(field.item!, piece.trim(), sources)) : [];
      const failed = pieces.find((piece) => 'problem' in piece);
      if (pieces.length < 2) return result;
      if (failed) return failed;
      values.push(...pieces.map((piece) => (piece as { value: unknown }).value));
    } else values.push(result.value);
  }
  return ok(values.filter((value, index) => values.findIndex((other) => isSame(other, value)) === index));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readSingle(field: Field, text: string, sources: readonly OptionSource[]): CellResult {
  if (field.vocabulary ?? field.options ?? field.reference ?? (field.kind === 'boolean' ? 'boolean' : undefined)) {
    const { value, suggestion } = findOption(field, text, sources);
    if (value === undefined) return bad('unknown-option', text, suggestion);
    return ok(field.kind === 'boolean' ? value === 'true' : value);
  }
  switch (field.kind) {
    case 'date': {
      const date = readDate(text);
      return date === undefined ? bad('bad-date', text) : ok(date);
    }
    case 'time-of-day': {
      const time = isTime(text) ? text : suggestTime(text);
      return time === '' ? bad('bad-time', text) : ok(time);
    }
    case 'number': {
      const number = readNumber(text);
      return number === undefined ? bad('bad-number', text) : ok(number);
    }
    case 'language-tag': {
      const code = isLanguageTag(text) ? text : suggestLanguageTag(text);
      return code === '' ? bad('bad-language', text) : ok(code);
    }
    case 'phone':
      return ok(repairPhone(text));
    default:
      return ok(field.key === 'postal_code' && /^\d{3,4}$/.test(text) ? text.padStart(5, '0') : text);
  }
}
