import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import { isSelected, type OfferSelection } from '../model/offer-selection.ts';
import type { Offer } from '../model/schema.generated.ts';
import { standingOf } from '../model/standing.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';

const times = ['first-days', 'first-weeks', 'first-months', 'later'] as const;

/** As what an offer is no longer there for readers, if it is. */
const goneAs = oncePerEntry(
  'gone',
  ({ data }: CheckedEntry<'offers'>, today: IsoDate): readonly ('draft' | 'ended')[] => {
    if (data.status === 'draft') return ['draft'];
    return data.status !== undefined && standingOf(data as Offer, today) === 'ended' ? ['ended'] : [];
  },
);

/** Steps of guides that stand in the wrong order or lead nowhere. */
export function checkGuides({ entries, ids, today, digest }: Checkable): Diagnostic[] {
  if (entries.guides.size === 0) return [];
  const around = digest(today);
  const current = [...entries.offers.values()].filter((offer) => goneAs(offer, today, around).length === 0);
  return [...entries.guides.values()].flatMap(({ file, data }) => {
    const problems: Diagnostic[] = [];
    let before: (typeof times)[number] | undefined;
    for (const [index, step] of (data.steps ?? []).entries()) {
      if (!step) continue;
      const at = ['steps', index];
      const { when, offers = [], find } = step;
      if (when !== undefined) {
        if (before !== undefined && times.indexOf(when) < times.indexOf(before))
          problems.push(diagnose('step-order', file, { when, before }, { at: [...at, 'when'] }));
        else before = when;
      }
      for (const [position, id] of offers.entries()) {
        const offer = id === undefined ? undefined : entries.offers.get(id);
        const [status] = offer ? goneAs(offer, today, around) : [];
        if (offer && status)
          problems.push(
            diagnose('step-offer-gone', file, { id: offer.id, status }, { at: [...at, 'offers', position] }),
          );
      }
      const asks = offers.length > 0 || find !== undefined;
      const finds =
        // What cannot be read was reported itself.
        offers.some((id) => id !== undefined && ids.offers.has(id) && !entries.offers.has(id)) ||
        current.some(({ id }) => offers.includes(id)) ||
        (find !== undefined && current.some(({ data: offer }) => isSelected(find as OfferSelection, offer)));
      if (asks && !finds)
        problems.push(
          diagnose(
            'step-without-offer',
            file,
            { step: step.title ?? String(index + 1) },
            { at: [...at, find === undefined ? 'offers' : 'find'], onKey: true },
          ),
        );
    }
    return problems;
  });
}
