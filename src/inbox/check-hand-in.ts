import { checkContent } from '../check/check-content.ts';
import { locate } from '../content/locate.ts';
import type { Content, SourceEntry } from '../content/read-content.ts';
import { readMarkdown } from '../content/read-document.ts';
import { toId } from '../content/similar.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import { applyHandIn, fileOf, type Applied } from './apply-hand-in.ts';
import { fileHash, handInKey, idLength, type HandIn } from './hand-in.ts';
import { checkNeed } from './need.ts';

/** A hand-in after the check. */
export interface CheckedHandIn {
  readonly id: string;
  readonly key: string;
  readonly applied: Applied;
  /** All that is wrong in the file that it makes; with an error among them it is refused. */
  readonly problems: readonly Diagnostic[];
  /** The text that the problems are about. */
  readonly text: string;
  /** Whether the file has changed since the form was opened. */
  readonly stale: boolean;
}

/** How long an id made from a title becomes; leaves room for a number. */
const titleLength = 60;

function newId(handIn: HandIn, taken: (id: string) => boolean): string {
  const title = typeof handIn.data['title'] === 'string' ? handIn.data['title'] : '';
  const wanted = handIn.id ?? (toId(title.slice(0, 200)).slice(0, titleLength).replace(/-$/, '') || handIn.kind);
  for (let number = 2, id = wanted; ; number += 1) {
    if (!taken(id)) return id;
    id = `${wanted.slice(0, idLength - 1 - String(number).length).replace(/-$/, '')}-${number}`;
  }
}

const withoutText = (entry: SourceEntry): SourceEntry => ({ ...entry, source: undefined, translations: new Map() });

/** The problems that an offer would have with this text; every other file counts only as something to refer to. */
function checkOffer(content: Content, id: string, text: string, today: IsoDate): Diagnostic[] {
  const file = `offers/${id}.md`;
  const { value, problems } = readMarkdown(file, text);
  if (!value) return [...problems];
  const offers = new Map([...content.entries.offers].map(([known, entry]) => [known, withoutText(entry)]));
  offers.set(id, {
    id,
    file,
    source: value,
    translations: content.entries.offers.get(id)?.translations ?? new Map(),
  });
  const pages = new Map([...content.entries.pages].map(([known, entry]) => [known, withoutText(entry)]));
  const sources = new Map([...content.sources, [file, text]]);
  const checked = checkContent({ ...content, entries: { ...content.entries, offers, pages }, sources }, { today });
  return checked.problems.filter((problem) => problem.file === file);
}

const identity = ({ code, args }: Diagnostic): string => JSON.stringify([code, args]);

/** Checks a hand-in against the content with the very code of `npm run check`; nothing is written. */
export function checkHandIn(content: Content, handIn: HandIn, today: IsoDate): CheckedHandIn {
  const isNew = handIn.kind === 'offer' || handIn.kind === 'need';
  const id =
    isNew || handIn.id === undefined
      ? newId(handIn, (some) => handIn.kind === 'offer' && content.entries.offers.has(some))
      : handIn.id;
  const file = fileOf(handIn, id);
  const current = isNew || !content.entries.offers.has(id) ? undefined : content.sources.get(file);
  const applied = applyHandIn(handIn, current, today);
  const text = applied.kind === 'changed' ? applied.text : (current ?? '');
  const stale = handIn.of !== undefined && current !== undefined && handIn.of !== fileHash(current);
  return { id, key: handInKey(handIn, current), applied, problems: problemsOf(), text, stale };

  function problemsOf(): Diagnostic[] {
    if (applied.kind !== 'changed') return [];
    if (handIn.kind === 'need') {
      return checkNeed(file, handIn.data, handIn.body ?? '', {
        places: new Set(content.entries.places.keys()),
        topics: termIds(content, 'topics'),
        groups: termIds(content, 'target-groups'),
      });
    }
    const found = checkOffer(content, id, text, today);
    if (handIn.kind === 'offer' || handIn.kind === 'correction' || current === undefined) return found;
    // Who says that an offer is over need not put right what was wrong in it before.
    const before = new Set(checkOffer(content, id, current, today).map(identity));
    return found.filter((problem) => !before.has(identity(problem)));
  }
}

const idsIn = (data: Readonly<Record<string, unknown>> | undefined): string[] =>
  ((data?.['terms'] ?? []) as readonly { id?: unknown }[]).flatMap((term) =>
    typeof term?.id === 'string' ? [term.id] : [],
  );

function termIds(content: Content, name: 'topics' | 'target-groups'): Set<string> {
  const { builtIn, own } = content.vocabularies[name];
  return new Set([...(own?.data['mode'] === 'replace' ? [] : idsIn(builtIn.data)), ...idsIn(own?.data)]);
}

/** For a form: where a problem stands, as the steps to the field. */
export const fieldPathOf = ({ at }: Diagnostic): readonly (string | number)[] | undefined =>
  Array.isArray(at) ? (at as readonly (string | number)[]) : undefined;

/** For a form: the line of the description that a problem stands on, from 1; undefined where it is about a field. */
export function bodyLineOf(problem: Diagnostic, text: string): number | undefined {
  if (problem.at === undefined || fieldPathOf(problem)) return undefined;
  const { line } = locate(text, problem);
  const lines = text.split('\n');
  const closing = lines.indexOf('---', 1);
  const first = lines.findIndex((content, index) => index > closing && content.trim() !== '');
  return first !== -1 && line > first ? line - first : undefined;
}
