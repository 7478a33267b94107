import type { Content } from '../content/read-content.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { Exchange, ExchangeEntry, ExchangeState } from './exchange.ts';
import { namesIn } from './known-names.ts';
import { entriesFor, type TranslatableEntry } from './translatable-entry.ts';
import { describeUnit, unitsOf, type Unit } from './units.ts';

export const exportScopes = ['missing', 'outdated', 'all'] as const;
export type ExportScope = (typeof exportScopes)[number];

function stateOf({ existing }: TranslatableEntry, { target }: Unit): ExchangeState {
  if (target === undefined) return 'new';
  if (existing?.outdated) return 'outdated';
  return existing?.state.by === 'machine' && existing.state.reviewed_on === undefined ? 'machine' : 'done';
}

function inScope(entry: TranslatableEntry, unit: Unit, scope: ExportScope): boolean {
  if (scope === 'missing') return unit.target === undefined;
  return scope === 'all' || entry.existing?.outdated === true;
}

/** Nobody should translate what is not published yet or no longer. */
const isPublished = ({ collection, source }: TranslatableEntry): boolean =>
  collection !== 'offers' || (source.data['status'] !== 'draft' && source.data['status'] !== 'ended');

/** The texts to be translated into one language, with notes in German or English. */
export function makeExchange(
  content: Content,
  { language, scope, notes }: { language: LanguageTag; scope: ExportScope; notes: 'de' | 'en' },
): Exchange {
  const entries = entriesFor(content, language)
    .filter(isPublished)
    .flatMap((entry): ExchangeEntry[] => {
      const units = unitsOf(entry)
        .filter((unit) => inScope(entry, unit, scope))
        .map((unit) => ({
          field: unit.field,
          source: unit.source,
          target: unit.target ?? '',
          state: stateOf(entry, unit),
          note: describeUnit(entry.collection, unit, notes),
          ...(unit.maxLength === undefined ? {} : { maxLength: unit.maxLength }),
        }));
      if (units.length === 0) return [];
      const { source, hash, existing } = entry;
      return [{ file: source.file, hash, targetHash: existing?.hash ?? '', units, names: namesIn(entry, content) }];
    });
  return { sourceLanguage: content.sourceLanguage, language, entries };
}
