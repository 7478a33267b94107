import { addMonths } from '../model/calendar.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import type { Offer } from '../model/schema.generated.ts';
import { freshnessOf, standingOf } from '../model/standing.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';

function checkFuture(file: string, at: readonly string[], date: string | undefined, today: IsoDate): Diagnostic[] {
  return date !== undefined && date > today
    ? [diagnose('review-in-future', file, { field: fieldName(at), date }, { at })]
    : [];
}

const checkOther = oncePerEntry(
  'freshness',
  ({ file, data }: CheckedEntry<'organisations' | 'networks' | 'funding'>, today: IsoDate) =>
    checkFuture(file, ['reviewed'], data.reviewed, today),
);

const checkOffer = oncePerEntry(
  'freshness',
  ({ file, data }: CheckedEntry<'offers'>, { today, grace }: { today: IsoDate; grace: number }) => {
    const problems = [
      ...checkFuture(file, ['reviewed'], data.reviewed, today),
      ...checkFuture(file, ['capacity', 'as_of'], data.capacity?.as_of, today),
    ];
    const { reviewed, review_every: every, status } = data;
    if (reviewed === undefined || every === undefined || status === undefined || status === 'draft') return problems;
    const offer = { ...data, reviewed, review_every: every, status } as Offer;
    if (standingOf(offer, today) === 'ended') return problems;
    const freshness = freshnessOf(offer, today, grace);
    const since = addMonths(reviewed, every);
    if (freshness === 'due') problems.push(diagnose('review-due', file, { since }, { at: ['reviewed'] }));
    if (freshness === 'ask-first') problems.push(diagnose('review-overdue', file, { since }, { at: ['reviewed'] }));
    return problems;
  },
);

/** How long ago somebody made sure that an entry is true. */
export function checkFreshness({ entries, site, today, digest }: Checkable): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const onThisDay = digest(today);
  for (const name of ['organisations', 'networks', 'funding'] as const)
    for (const entry of entries[name].values()) problems.push(...checkOther(entry, today, onThisDay));
  const rule = { today, grace: site.review_grace ?? 2 };
  const around = digest(rule);
  for (const entry of entries.offers.values()) problems.push(...checkOffer(entry, rule, around));
  return problems;
}
