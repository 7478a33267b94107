import { addMonths } from '../model/calendar.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Offer } from '../model/schema.generated.ts';
import { freshnessOf, standingOf } from '../model/standing.ts';
import type { Checkable } from './checkable.ts';

/** How long ago somebody made sure that an entry is true. */
export function checkFreshness({ entries, site, today }: Checkable): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const checkFuture = (file: string, at: readonly string[], date: string | undefined): void => {
    if (date !== undefined && date > today)
      problems.push(diagnose('review-in-future', file, { field: fieldName(at), date }, { at }));
  };

  for (const name of ['organisations', 'networks', 'funding'] as const)
    for (const { file, data } of entries[name].values()) checkFuture(file, ['reviewed'], data.reviewed);
  for (const { file, data } of entries.offers.values()) {
    checkFuture(file, ['reviewed'], data.reviewed);
    checkFuture(file, ['capacity', 'as_of'], data.capacity?.as_of);
    const { reviewed, review_every: every, status } = data;
    if (reviewed === undefined || every === undefined || status === undefined || status === 'draft') continue;
    const offer = { ...data, reviewed, review_every: every, status } as Offer;
    if (standingOf(offer, today) === 'ended') continue;
    const freshness = freshnessOf(offer, today, site.review_grace ?? 2);
    const since = addMonths(reviewed, every);
    if (freshness === 'due') problems.push(diagnose('review-due', file, { since }, { at: ['reviewed'] }));
    if (freshness === 'ask-first') problems.push(diagnose('review-overdue', file, { since }, { at: ['reviewed'] }));
  }
  return problems;
}
