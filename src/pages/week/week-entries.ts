import type { CatalogueOffer } from '../../model/catalogue.ts';
import { planWeek, type PlannedDay } from '../../model/plan-week.ts';
import { keptFor } from '../../model/reads.ts';
import { timetableOf, type Timetable } from '../../model/timetable.ts';
import { textsIn } from '../../model/translation.ts';
import type { WeekItem } from '../../views/components/week-plan/week-plan.tsx';
import type { ShownText } from '../../views/components/text/text.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { holidaysOf } from '../holidays.ts';
import { placeName } from '../names.ts';
import { venueName } from '../place-address.tsx';
import { shownText } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';

/** Everything of the site, or one town. */
export type WeekScope = 'all' | { readonly town: string };

export interface Timed {
  readonly offer: CatalogueOffer;
  readonly timetable: Timetable;
}

/** Empty where all towns are meant. */
const townOf = (scope: WeekScope): string => (scope === 'all' ? '' : scope.town);

/** Each page of a week asks for those of all towns. */
const timedOf = keptFor((model: SiteModel, town: string): readonly Timed[] => {
  const offers = town === '' ? model.current : (model.byTown.get(town) ?? []);
  return offers.flatMap((offer) => {
    const timetable = timetableOf(offer);
    return timetable ? [{ offer, timetable }] : [];
  });
});

/** The offers of a scope that have days or dates. */
export const timedOffers = (scope: WeekScope, model: SiteModel): readonly Timed[] => timedOf(model, townOf(scope));

const topicsOf = keptFor(
  (model: SiteModel, town: string): ReadonlySet<string> =>
    new Set(timedOf(model, town).flatMap(({ offer }) => offer.data.topics)),
);

/** Ids of the topics that these offers have. */
export const timedTopics = (scope: WeekScope, model: SiteModel): ReadonlySet<string> => topicsOf(model, townOf(scope));

const planOf = keptFor((model: SiteModel, town: string): readonly PlannedDay<Timed>[] => {
  return planWeek(timedOf(model, town), model.catalogue.today, holidaysOf(model.catalogue));
});

/** The seven days from the day of the build: the same in every language. */
export const plannedWeek = (scope: WeekScope, model: SiteModel): readonly PlannedDay<Timed>[] =>
  planOf(model, townOf(scope));

/** An offer as a timetable shows it. */
export function weekItem(
  offer: CatalogueOffer,
  scope: WeekScope,
  model: SiteModel,
  page: PageContext,
): Omit<WeekItem, 'time'> {
  const { id } = offer;
  const where = whereOf(offer, scope, model, page);
  const note = noteOf(offer, page);
  return {
    href: page.link(`angebote/${id}/`),
    title: shownText(textsIn(offer, page.lang).text('title') ?? { value: id, lang: page.lang }, page),
    ...(where ? { where } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

/** The house, in another town than the page's own the town; of a protected place only the town. */
function whereOf(offer: CatalogueOffer, scope: WeekScope, model: SiteModel, page: PageContext): ShownText | undefined {
  const { place } = offer;
  if (!place) return undefined;
  const town = placeName(place.town, model, page);
  if (place.protected || (scope !== 'all' && place.town !== scope.town)) return town;
  return venueName({ entry: offer, place, model, page }) ?? town;
}

/** What spares a way in vain; the weightiest alone. */
function noteOf({ data, freshness }: CatalogueOffer, { t }: PageContext): string | undefined {
  if (freshness === 'ask-first') return t('card.ask-first');
  if (data.capacity?.state === 'full') return t('enum.capacity.full');
  return data.registration.kind === 'none' ? undefined : t(`enum.registration.${data.registration.kind}`);
}
