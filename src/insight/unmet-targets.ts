import type { Catalogue } from '../model/catalogue.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { judgeTargets } from './targets.ts';

/** Where targets are written down, relative to the content folder. */
const file = 'concept/targets.yml';
/** How many cases a message names; the rest is a number. */
const named = 4;

/**
 * One problem for each target that is not met everywhere. A gap in the offers is no mistake in the content, so that
 * these are warnings, and only `npm run check` asks for them.
 */
export function unmetTargets(catalogue: Catalogue): Diagnostic[] {
  const cases = judgeTargets(catalogue);
  const nameOf = (town: string | undefined): string =>
    (town === undefined ? catalogue.places.get(catalogue.site.region) : catalogue.places.get(town))?.data.name ??
    town ??
    catalogue.site.region;
  return catalogue.targets.flatMap((target, index) => {
    const own = cases.filter((one) => one.target.id === target.id);
    const unmet = own.filter(({ met }) => !met);
    if (unmet.length === 0) return [];
    const places = unmet.map(({ town, language }) => (language ? `${nameOf(town)} (${language})` : nameOf(town)));
    const shown = places.slice(0, named).join(', ');
    const label = target.label[catalogue.site.source_language] ?? target.id;
    const args = { label, unmet: unmet.length, of: own.length, shown, more: Math.max(0, places.length - named) };
    return [diagnose('target-unmet', file, args, { at: ['targets', index, 'id'] })];
  });
}
