import { germanLevels, type GermanLevel } from '../model/offer-values.ts';
import type { Offer } from '../model/schema.generated.ts';

/**
 * At which levels of German an offer counts for steering: a course at those that it teaches, that is above the level
 * needed up to the one it leads to; any other offer at the level that is needed. Nothing where neither is known.
 * Literacy lies beside the way from no German to A1: it counts only where a course leads there.
 *
 * @example { min: 'A1', target: 'B1' } → A2, B1 · { min: 'B1' } → B1 · { target: 'A1' } → A1
 */
export function levelsOf(german: Offer['audience']['german']): readonly GermanLevel[] {
  const { min, target } = german ?? {};
  if (target === undefined) return min === undefined ? [] : [min];
  const to = germanLevels.indexOf(target);
  const from = min === undefined ? to : Math.min(to, germanLevels.indexOf(min) + 1);
  return germanLevels.slice(from, to + 1).filter((level) => level !== 'literacy' || target === 'literacy');
}
