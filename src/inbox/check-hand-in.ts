import { basename } from 'node:path';
import { checkContent } from '../check/check-content.ts';
import { locate } from '../content/locate.ts';
import type { Content, SourceEntry } from '../content/read-content.ts';
import { readMarkdown } from '../content/read-document.ts';
import { collectionOf, collections, type Collection } from '../content/schemas.ts';
import { toId } from '../content/similar.ts';
import { offerRevision } from '../datasheet/offer-revision.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import { filesOf, withOrganisationId, type Applied } from './apply-hand-in.ts';
import { handInKey, idLength, sha256, type HandIn } from './hand-in.ts';
import { checkNeedText } from './need.ts';

/** A hand-in after the check. */
export interface CheckedHandIn {
  readonly id: string;
  /** The hand-in as it is to be sent: a new organisation has an id that nobody else has. */
  readonly handIn: HandIn;
  readonly key: string;
  /** The file that it is about, below the content folder. */
  readonly file: string;
  readonly applied: Applied;
  /** All that is wrong in the files that it makes; with an error among them it is refused. */
  readonly problems: readonly Diagnostic[];
  /** The texts that the problems are about, by file. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether the offer has changed since the form was opened. */
  readonly stale: boolean;
  /** SHA-256 of the file that it changes; undefined for a new one. */
  readonly base: string | undefined;
}

/** How long an id made from a title becomes; leaves room for a number. */
const titleLength = 60;

/** The wanted id, or with a number where it is taken. */
function freeId(wanted: string, taken: (id: string) => boolean): string {
  for (let number = 2, id = wanted; ; number += 1) {
    if (!taken(id)) return id;
    id = `${wanted.slice(0, idLength - 1 - String(number).length).replace(/-$/, '')}-${number}`;
  }
}

function wantedId(handIn: HandIn, today: IsoDate): string {
  const { id, kind, data } = handIn;
  // What somebody wrote about a need is not published: its name, which stands in branches and messages, says nothing of it.
  if (kind === 'need') return `${today}-${handInKey(handIn, undefined).slice(0, 8)}`;
  const title = typeof data['title'] === 'string' ? data['title'] : '';
  return id ?? (toId(title.slice(0, 200)).slice(0, titleLength).replace(/-$/, '') || kind);
}

const withoutText = (entry: SourceEntry): SourceEntry => ({ ...entry, source: undefined, translations: new Map() });

/** Of organisations and places the text is needed as well: where they are, which of them are protected. */
const isMeant = (collection: Collection): boolean => collection === 'organisations' || collection === 'places';

/**
 * The problems that an offer or a need would have with these texts, one of them perhaps that of its new organisation; every other
 * file counts only as something to refer to.
 */
function checkTexts(content: Content, texts: ReadonlyMap<string, string>, today: IsoDate): Diagnostic[] {
  const entries = Object.fromEntries(
    collections.map((name) => [
      name,
      new Map([...content.entries[name]].map(([known, entry]) => [known, isMeant(name) ? entry : withoutText(entry)])),
    ]),
  ) as unknown as Record<Collection, Map<string, SourceEntry>>;
  const unreadable: Diagnostic[] = [];
  for (const [file, text] of texts) {
    const collection = collectionOf(file)!;
    const id = basename(file, '.md');
    const { value, problems } = readMarkdown(file, text);
    if (!value) unreadable.push(...problems);
    else {
      const translations = content.entries[collection].get(id)?.translations ?? new Map();
      entries[collection].set(id, { id, file, source: value, translations });
    }
  }
  if (unreadable.length > 0) return unreadable;
  const sources = new Map([...content.sources, ...texts]);
  return checkContent({ ...content, entries, sources }, { today }).problems.filter(({ file }) => texts.has(file));
}

const identity = ({ code, args }: Diagnostic): string => JSON.stringify([code, args]);

/** Checks a hand-in against the content with the very code of `npm run check`; nothing is written. */
export function checkHandIn(content: Content, received: HandIn, today: IsoDate): CheckedHandIn {
  const { offers, organisations, needs } = content.entries;
  const isNew = received.kind === 'offer' || received.kind === 'need';
  const id = isNew
    ? freeId(wantedId(received, today), (some) => (received.kind === 'offer' ? offers : needs).has(some))
    : wantedId(received, today);
  const handIn = received.organisation
    ? withOrganisationId(
        received,
        freeId(received.organisation.id, (some) => organisations.has(some)),
      )
    : received;
  const [main, ...others] = filesOf(handIn, id, today);
  const offer = isNew ? undefined : offers.get(id);
  const current = offer && content.sources.get(main.path);
  const applied = main.apply(current);
  const texts = new Map([[main.path, applied.kind === 'changed' ? applied.text : (current ?? '')]]);
  for (const file of others) {
    const made = file.apply(undefined);
    if (made.kind === 'changed') texts.set(file.path, made.text);
  }
  const stale =
    received.of !== undefined &&
    offer?.source !== undefined &&
    received.of !== offerRevision(offer.source.data, offer.source.body);
  return {
    id,
    handIn,
    key: handInKey(received, current),
    file: main.path,
    applied,
    problems: problemsOf(),
    texts,
    stale,
    base: current === undefined ? undefined : sha256(current),
  };

  function problemsOf(): Diagnostic[] {
    if (applied.kind !== 'changed') return [];
    const found = checkTexts(content, texts, today);
    if (handIn.kind === 'need') return [...found, ...checkNeedText(main.path, handIn.body ?? '')];
    if (handIn.kind === 'offer' || handIn.kind === 'correction' || current === undefined) return found;
    // Who says that an offer is over need not put right what was wrong in it before.
    const before = new Set(checkTexts(content, new Map([[main.path, current]]), today).map(identity));
    return found.filter((problem) => !before.has(identity(problem)));
  }
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
