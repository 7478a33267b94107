import type { Content } from '../content/read-content.ts';
import { valuesAt } from '../content/marked-fields.ts';
import { textFields, translatedCollections, type Collection } from '../content/schemas.ts';
import { textHash } from '../content/text-hash.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';

/** missing: no file · outdated: the source has changed since · machine: nobody has read it yet · reviewed: somebody has · current: by a person. */
export const translationStates = ['missing', 'outdated', 'machine', 'reviewed', 'current'] as const;
export type TranslationState = (typeof translationStates)[number];

/** One text with all its translations, as far as the work on them is concerned. */
export interface TranslatedEntry {
  readonly collection: Collection;
  readonly id: string;
  /** Of the source, relative to the content folder. */
  readonly file: string;
  readonly data: unknown;
  readonly body: string;
  readonly hash: string;
  readonly states: ReadonlyMap<LanguageTag, Exclude<TranslationState, 'missing'>>;
}

export interface TranslationWork {
  readonly entry: TranslatedEntry;
  readonly state: TranslationState;
}

export type StateCounts = Readonly<Record<TranslationState, number>>;

/** What `translation` in a file says; a page written for one language alone has none and counts as up to date. */
function stateOf(state: unknown, hash: string): Exclude<TranslationState, 'missing'> {
  const { of, by, reviewed_on: reviewed } = (state ?? {}) as { of?: unknown; by?: unknown; reviewed_on?: unknown };
  if (of !== undefined && of !== hash) return 'outdated';
  if (reviewed !== undefined) return 'reviewed';
  return by === 'machine' ? 'machine' : 'current';
}

const textsOf = ({ collection, data, body }: Pick<TranslatedEntry, 'collection' | 'data' | 'body'>): string[] =>
  [...textFields[collection].flatMap((pattern) => valuesAt(data, pattern).map(({ value }) => value)), body].filter(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );

/** How much there is to translate: words as a translator counts them, separated by spaces. */
export const countWords = (entry: Pick<TranslatedEntry, 'collection' | 'data' | 'body'>): number =>
  textsOf(entry).reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0);

/** A venue that has only a name and an address needs no translation. */
const needsTranslation = (entry: TranslatedEntry): boolean => textsOf(entry).length > 0;

/** Everything in a content folder that can be translated, drafts included; entries that cannot be read are left out. */
export function translatedEntries(content: Content): TranslatedEntry[] {
  return translatedCollections
    .flatMap((collection) =>
      [...content.entries[collection].values()].flatMap(({ id, file, source, translations }): TranslatedEntry[] => {
        if (!source) return [];
        const hash = textHash(source, textFields[collection]);
        const states = new Map(
          [...translations].map(([tag, { data }]) => [tag, stateOf(data['translation'], hash)] as const),
        );
        return [{ collection, id, file, data: source.data, body: source.body, hash, states }];
      }),
    )
    .filter(needsTranslation);
}

const networkCollections = [
  'networks',
  'events',
  'editions',
  'goals',
  'measures',
  'indicators',
  'guidelines',
  'funding',
] as const;

/** The same of what is published; ended offers are no longer worth the work. */
export function publishedEntries(catalogue: Catalogue): TranslatedEntry[] {
  const current = [...catalogue.offers.values()].filter(({ standing }) => standing !== 'ended');
  const listed: [Collection, Iterable<Entry<unknown>>][] = [
    ['offers', current],
    ['organisations', catalogue.organisations.values()],
    ['places', catalogue.places.values()],
    ['pages', catalogue.pages.values()],
    ['guides', catalogue.guides.values()],
    ...networkCollections.map((name): [Collection, Iterable<Entry<unknown>>] => [name, catalogue[name].values()]),
  ];
  return listed
    .flatMap(([collection, entries]) =>
      Array.from(entries, ({ id, file, data, body, textHash: hash, translations }): TranslatedEntry => {
        const states = new Map([...translations].map(([tag, { state }]) => [tag, stateOf(state, hash)] as const));
        return { collection, id, file, data, body, hash, states };
      }),
    )
    .filter(needsTranslation);
}

/** Each entry with the state of its translation into one language. */
export const translationWork = (entries: readonly TranslatedEntry[], lang: LanguageTag): TranslationWork[] =>
  entries.map((entry) => ({ entry, state: entry.states.get(lang) ?? 'missing' }));

export function countStates(work: readonly TranslationWork[]): StateCounts {
  const counts = Object.fromEntries(translationStates.map((state) => [state, 0])) as Record<TranslationState, number>;
  for (const { state } of work) counts[state] += 1;
  return counts;
}
