import type { Content } from '../../content/read-content.ts';
import type { LanguageTag } from '../../model/diagnostic.ts';
import { composeTranslation, writeTranslation } from '../compose-translation.ts';
import type { TranslationFile } from '../import-exchange.ts';
import { isCode, protect } from '../inline-codes.ts';
import { judgeText } from '../judge-text.ts';
import { namesIn, ownPeopleIn, peopleIn } from '../known-names.ts';
import type { Rejection } from '../rejection.ts';
import { unwrap } from '../split-markdown.ts';
import { entriesFor, type TranslatableEntry } from '../translatable-entry.ts';
import { unitsOf, type Unit } from '../units.ts';
import { legalTermPattern } from './legal-terms.ts';
import type { MachineText, MachineTranslator } from './machine-translator.ts';
import type { ServiceProblem } from './send.ts';

/** One entry with the texts that a service may see and that have no translation. */
export interface Gap {
  readonly entry: TranslatableEntry;
  readonly units: readonly Unit[];
}

export interface GapOptions {
  readonly language: LanguageTag;
  /** Files with errors: what is wrong with them may be exactly that something must not be seen. */
  readonly broken: ReadonlySet<string>;
  /** Also what a machine has translated and nobody has read, where its source has changed since. */
  readonly outdated: boolean;
  readonly limit?: number;
}

/** How many texts are collected before they are sent together. */
const portion = 40;

const isSecret = (place: unknown): boolean =>
  typeof place === 'object' && place !== null && (place as { protected?: unknown }).protected === true;

/** Never leaves the house: texts about a person, and the way to a protected place. */
function maySend({ source: { data } }: TranslatableEntry, { path }: Unit): boolean {
  if (!path) return true;
  const [first, index] = path;
  if (first === 'contacts' && typeof index === 'number') {
    const contact = (data['contacts'] as readonly Record<string, unknown>[])[index];
    return contact?.['person'] === undefined && contact?.['consent'] === undefined;
  }
  return !(path.includes('directions') && (isSecret(data) || isSecret(data['place'])));
}

const isPublished = ({ collection, source }: TranslatableEntry): boolean =>
  collection !== 'offers' || source.data['status'] === 'active' || source.data['status'] === 'paused';

/** The gaps that a machine may fill: nothing that a person has translated or read is touched. */
export function findGaps(content: Content, { language, broken, outdated, limit }: GapOptions): Gap[] {
  const gaps = entriesFor(content, language).flatMap((entry): Gap[] => {
    const { existing, source, target } = entry;
    if (!isPublished(entry) || broken.has(source.file) || broken.has(target)) return [];
    const isRead = existing && (existing.state.by !== 'machine' || existing.state.reviewed_on !== undefined);
    if (isRead || (existing?.outdated && !outdated)) return [];
    const units = unitsOf(entry).filter(
      (unit) => (unit.target === undefined || existing?.outdated === true) && maySend(entry, unit),
    );
    return units.length === 0 ? [] : [{ entry, units }];
  });
  return limit === undefined ? gaps : gaps.slice(0, limit);
}

export interface FillReport {
  readonly written: readonly string[];
  readonly rejected: readonly Rejection[];
  /** What ended the work early. */
  readonly problem?: ServiceProblem;
  readonly characters: number;
}

export interface FillOptions {
  readonly translator: MachineTranslator;
  readonly read: (file: string) => string | undefined;
  /** False when the file was changed by somebody in the meantime. */
  readonly write: (file: TranslationFile) => boolean;
}

/** Has the gaps translated, a few entries at a time. What is done is written at once: a service that fails takes nothing with it. */
export async function fillGaps(
  content: Content,
  language: LanguageTag,
  gaps: readonly Gap[],
  { translator, read, write }: FillOptions,
): Promise<FillReport> {
  const people = new Set(entriesFor(content, language).flatMap(peopleIn));
  const sameWords = language.split('-')[0] === content.sourceLanguage.split('-')[0];
  const written: string[] = [];
  const rejected: Rejection[] = [];
  let characters = 0;

  const opening = await translator.open();
  if (opening) return { written, rejected, problem: opening, characters };
  try {
    for (const group of inPortions(gaps)) {
      const texts = group.flatMap(({ entry, units }) => units.map((unit) => textFor(entry, unit)));
      const answer = await translator.translate(texts);
      if ('problem' in answer) return { written, rejected, problem: answer.problem, characters };
      characters += texts.reduce(
        (sum, { pieces }) => sum + pieces.reduce((length, piece) => length + (isCode(piece) ? 0 : piece.length), 0),
        0,
      );
      const translations = [...answer.value];
      for (const gap of group) writeGap(gap, translations.splice(0, gap.units.length));
    }
    return { written, rejected, characters };
  } finally {
    await translator.close();
  }

  function textFor(entry: TranslatableEntry, { source }: Unit): MachineText {
    const terms =
      translator.protectsTerms && content.sourceLanguage.startsWith('de') ? { terms: legalTermPattern() } : {};
    const pieces = protect(source, { names: [...namesIn(entry, content), ...people], ...terms });
    const secret = new Set([...people, ...ownPeopleIn(entry)]);
    const shown = pieces
      .filter(isCode)
      .filter(({ type, native }) => type === 'time' || type === 'term' || (type === 'name' && !secret.has(native)));
    return { pieces, visible: new Set(shown.map(({ id }) => id)) };
  }

  function writeGap({ entry, units }: Gap, translations: readonly (string | undefined)[]): void {
    const { file } = entry.source;
    const names = namesIn(entry, content);
    const accepted = new Map<string, string>();
    for (const [index, unit] of units.entries()) {
      const text = translations[index];
      const tidy = text === undefined ? '' : unit.field === 'body' ? text.trim() : unwrap(text);
      const { reason, detail } =
        text === undefined
          ? { reason: 'placeholder' as const, detail: undefined }
          : judgeText(unit, tidy, { names, sameWords });
      if (reason) rejected.push({ file, field: unit.field, reason, ...(detail === undefined ? {} : { detail }) });
      else accepted.set(unit.field, tidy);
    }
    const all = unitsOf(entry);
    const composed = composeTranslation(entry, all, accepted);
    rejected.push(...composed.rejected);
    const dropped = new Set(composed.rejected.map(({ field }) => field));
    if (![...accepted.keys()].some((field) => !dropped.has(field))) return;
    if (entry.collection === 'pages' && typeof composed.data['title'] !== 'string') {
      rejected.push({ file, field: 'title', reason: 'incomplete' });
      return;
    }
    // What was refused keeps its old text, and that one is still of the old source.
    const isRenewed =
      !entry.existing?.outdated ||
      all.every(({ field, target }) => target === undefined || (accepted.has(field) && !dropped.has(field)));
    const of = isRenewed ? entry.hash : (entry.existing?.state.of ?? entry.hash);
    const before = read(entry.target);
    const isUnreadable = before !== undefined && entry.existing === undefined;
    const text = isUnreadable ? undefined : writeTranslation(entry, composed, { of, by: 'machine' }, before);
    if (text === undefined) rejected.push({ file, reason: 'unreadable' });
    else if (write({ file: entry.target, before, text, outdated: !isRenewed })) written.push(entry.target);
    else rejected.push({ file, reason: 'changed-meanwhile' });
  }
}

/** Whole entries, as many as make about one request. */
function inPortions(gaps: readonly Gap[]): Gap[][] {
  const groups: Gap[][] = [];
  let texts = portion;
  for (const gap of gaps) {
    if (texts + gap.units.length > portion) {
      groups.push([]);
      texts = 0;
    }
    groups.at(-1)!.push(gap);
    texts += gap.units.length;
  }
  return groups;
}
