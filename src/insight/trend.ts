import type { Catalogue } from '../model/catalogue.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import { countedOffers, isCounted } from './dimensions.ts';
import { countMet, judgeTargets, type TargetCount } from './targets.ts';

/** The state of one day: of a snapshot, or of today. */
export interface TrendPoint {
  readonly date: IsoDate;
  /** Offers that counted then. */
  readonly offers: number;
  /** Cases of all targets that were not met; undefined where there were no targets. */
  readonly unmet?: number;
}

const unmetOf = (counts: Iterable<TargetCount>): number =>
  Array.from(counts).reduce((sum, { met, of }) => sum + of - met, 0);

/** All snapshots before today and then today, the oldest first. */
export function trendOf(catalogue: Catalogue): TrendPoint[] {
  const { snapshots, targets, today } = catalogue;
  const past = snapshots
    .filter(({ date }) => date < today)
    .map(({ date, offers, targets: then }): TrendPoint => ({
      date,
      offers: Object.values(offers).filter(isCounted).length,
      ...(then ? { unmet: unmetOf(Object.values(then)) } : {}),
    }));
  const now = countMet(judgeTargets(catalogue), targets);
  return [
    ...past,
    {
      date: today,
      offers: countedOffers(catalogue).length,
      ...(targets.length > 0 ? { unmet: unmetOf(now.values()) } : {}),
    },
  ];
}
