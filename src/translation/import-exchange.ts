import type { Content } from '../content/read-content.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import type { TranslationState } from '../model/schema.generated.ts';
import { composeTranslation, writeTranslation } from './compose-translation.ts';
import type { Exchange, ExchangeEntry, ExchangeUnit } from './exchange.ts';
import { judgeText } from './judge-text.ts';
import { namesIn } from './known-names.ts';
import type { Rejection } from './rejection.ts';
import { unwrap } from './split-markdown.ts';
import { entriesFor, type TranslatableEntry } from './translatable-entry.ts';
import { unitsOf, type Unit } from './units.ts';

export interface ImportOptions {
  /** Writes texts whose source has changed since, marked as outdated. */
  readonly acceptStale: boolean;
  /** Replaces what somebody has changed in the translation since. */
  readonly overwrite: boolean;
  readonly by: 'human' | 'machine';
  /** Who read the translation, with the day; then it counts as reviewed. */
  readonly reviewed?: { readonly by: string; readonly on: IsoDate };
  /** The text of a file of the content folder; undefined where there is none. */
  readonly read: (file: string) => string | undefined;
}

/** A file to be written. */
export interface TranslationFile {
  readonly file: string;
  /** What is there now; undefined for a new file. */
  readonly before: string | undefined;
  readonly text: string;
  readonly outdated: boolean;
}

export interface ImportPlan {
  readonly files: readonly TranslationFile[];
  readonly rejected: readonly Rejection[];
  /** Times and names that are written differently. */
  readonly look: readonly { readonly file: string; readonly field: string; readonly value: string }[];
  /** Entries whose file is the same afterwards. */
  readonly unchanged: number;
  /** Texts that have no translation yet. */
  readonly empty: number;
}

const tidy = (unit: Unit, text: string): string => (unit.field === 'body' ? text.trim() : unwrap(text));

/** Somebody has worked on it: its state says so, or the words have changed. */
const isDone = (given: ExchangeUnit | undefined, text: string | undefined, unit: Unit): boolean =>
  given !== undefined && (given.state === 'done' || text !== unit.target);

/** What would be written for a file that came back from a translator. Nothing in it is trusted: not where it says it belongs, and not what its placeholders stand for. */
export function planImport(content: Content, exchange: Exchange, options: ImportOptions): ImportPlan {
  const known = new Map(entriesFor(content, exchange.language).map((entry) => [entry.source.file, entry]));
  const files: TranslationFile[] = [];
  const rejected: Rejection[] = [];
  const look: ImportPlan['look'][number][] = [];
  let unchanged = 0;
  let empty = 0;
  for (const given of merge(exchange.entries)) {
    const entry = known.get(given.file);
    if (entry) importEntry(entry, given);
    else rejected.push({ file: given.file, reason: 'unknown-entry' });
  }
  return { files, rejected, look, unchanged, empty };

  function importEntry(entry: TranslatableEntry, given: ExchangeEntry): void {
    const { file } = entry.source;
    const isStale = given.hash !== entry.hash;
    if (isStale && !(options.acceptStale && /^[0-9a-f]{12}$/.test(given.hash))) {
      rejected.push({ file, reason: 'stale' });
      return;
    }
    const units = unitsOf(entry);
    const accepted = acceptUnits(entry, given, units);
    const composed = composeTranslation(entry, units, accepted);
    rejected.push(...composed.rejected);
    const dropped = new Set(composed.rejected.map(({ field }) => field));
    const kept = new Map([...accepted].filter(([field]) => !dropped.has(field)));

    const before = options.read(entry.target);
    const hasNew = units.some(({ field, target }) => kept.has(field) && kept.get(field) !== target);
    const state = stateAfter(entry, given, units, kept, hasNew);
    if (!hasNew && (!entry.existing || isSameState(entry.existing.state, state))) {
      unchanged += 1;
      return;
    }
    // A page without a title would be an error, and one with nothing else is no translation.
    if (entry.collection === 'pages' && typeof composed.data['title'] !== 'string') {
      rejected.push({ file, field: 'title', reason: 'incomplete' });
      return;
    }
    const changedSince = (entry.existing?.hash ?? '') !== given.targetHash;
    if (hasNew && changedSince && !options.overwrite) {
      rejected.push({ file, reason: 'conflict' });
      return;
    }
    const isUnreadable = before !== undefined && entry.existing === undefined;
    const text = isUnreadable ? undefined : writeTranslation(entry, composed, state, before);
    if (text === undefined) rejected.push({ file, reason: 'unreadable' });
    else if (text === before) unchanged += 1;
    else files.push({ file: entry.target, before, text, outdated: state.of !== entry.hash });
  }

  /** The texts that may be used, by field. */
  function acceptUnits(entry: TranslatableEntry, given: ExchangeEntry, units: readonly Unit[]): Map<string, string> {
    const { file } = entry.source;
    const names = namesIn(entry, content);
    const sameWords = exchange.language.split('-')[0] === content.sourceLanguage.split('-')[0];
    const byField = new Map(units.map((unit) => [unit.field, unit]));
    const accepted = new Map<string, string>();
    for (const { field, target, strayCode } of given.units) {
      const unit = byField.get(field);
      if (target.trim() === '') {
        empty += 1;
        continue;
      }
      if (!unit) {
        rejected.push({ file, field, reason: 'unknown-field' });
        continue;
      }
      const text = tidy(unit, target);
      // What stands there already was accepted by somebody.
      if (text === unit.target) {
        accepted.set(field, text);
        continue;
      }
      const { reason, detail, look: odd } = judgeText(unit, text, { names, sameWords });
      if (strayCode) rejected.push({ file, field, reason: 'placeholder' });
      else if (reason) rejected.push({ file, field, reason, ...(detail === undefined ? {} : { detail }) });
      else {
        accepted.set(field, text);
        look.push(...odd.map((value) => ({ file: entry.target, field, value })));
      }
    }
    return accepted;
  }

  /** Up to date only when every text that will stand there was worked on for today's source. */
  function stateAfter(
    { hash, existing }: TranslatableEntry,
    given: ExchangeEntry,
    units: readonly Unit[],
    kept: ReadonlyMap<string, string>,
    hasNew: boolean,
  ): Partial<TranslationState> {
    const byField = new Map(given.units.map((unit) => [unit.field, unit]));
    const allDone = units.every((unit) => {
      const text = kept.get(unit.field) ?? unit.target;
      return text === undefined || (kept.has(unit.field) && isDone(byField.get(unit.field), text, unit));
    });
    const old = existing?.state;
    const review =
      options.reviewed && allDone ? { reviewed_by: options.reviewed.by, reviewed_on: options.reviewed.on } : {};
    if (!old || Object.keys(old).length === 0) {
      if (existing && !hasNew) return { ...old, ...review };
      return { of: given.hash, by: options.by, ...review };
    }
    const of = given.hash === hash ? (existing.outdated && !allDone ? old.of : hash) : given.hash;
    const isRead = old.by !== 'machine' || old.reviewed_on !== undefined;
    const by = allDone && (hasNew || !isRead) ? options.by : old.by;
    // Words that somebody had read are others now.
    const { reviewed_by: _by, reviewed_on: _on, ...unread } = old;
    return { ...(hasNew ? unread : old), of: of ?? hash, by: by ?? options.by, ...review };
  }
}

const isSameState = (a: Partial<TranslationState>, b: Partial<TranslationState>): boolean =>
  (['of', 'by', 'reviewed_by', 'reviewed_on'] as const).every((key) => a[key] === b[key]);

/** A tool may split one file into several parts. Parts that disagree about what they were made from count as stale. */
function merge(entries: readonly ExchangeEntry[]): ExchangeEntry[] {
  const merged = new Map<string, ExchangeEntry>();
  for (const entry of entries) {
    const other = merged.get(entry.file);
    const agree = !other || (other.hash === entry.hash && other.targetHash === entry.targetHash);
    merged.set(entry.file, {
      ...entry,
      hash: agree ? entry.hash : '',
      units: [...(other?.units ?? []), ...entry.units],
    });
  }
  return [...merged.values()];
}
