import { hasDates, offerCalendar } from '../exports/offer-calendar.ts';
import type { CatalogueOffer } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { textsIn } from '../model/translation.ts';
import type { PageContext } from '../views/page-context.ts';
import type { Contexts } from './event-calendars.ts';
import { placeName } from './names.ts';
import { Output } from './output.ts';
import type { SiteModel } from './site-model.ts';

const fileName = 'termine.ics';

/** The languages of an offer's calendars: those that its texts are in, so that there are not as many files as pages. */
function languagesOf({ language, translations }: CatalogueOffer, { catalogue }: SiteModel): readonly LanguageTag[] {
  const spoken = catalogue.languages.filter((tag) => tag === language || translations.has(tag));
  return spoken.length > 0 ? spoken : catalogue.languages.slice(0, 1);
}

/** Where a reader of this page finds the offer's dates as a calendar; undefined where it has none. */
export function offerCalendarHref(offer: CatalogueOffer, model: SiteModel, page: PageContext): string | undefined {
  if (!hasDates(offer)) return undefined;
  const tags = languagesOf(offer, model);
  return page.link(`angebote/${offer.id}/${fileName}`, tags.includes(page.lang) ? page.lang : tags[0]);
}

export const townCalendarPath = (town: string): string => `orte/${town}/${fileName}`;

/** Towns where something has a date. */
export const hasTownCalendar = (town: string, { byTown }: SiteModel): boolean =>
  (byTown.get(town) ?? []).some((offer) => hasDates(offer));

/** A calendar per offer with dates in the languages of its texts, and one per town in every language. */
export function offerCalendars(model: SiteModel, contexts: Contexts): Output[] {
  const { catalogue, current, byTown } = model;
  const calendar = (
    path: string,
    lang: LanguageTag,
    name: (page: PageContext) => string,
    offers: readonly CatalogueOffer[],
  ) =>
    new Output(`${lang}/${path}`, () => {
      const page = contexts.get(lang)!('');
      const { url } = page.site;
      const pageOf = (id: string): string | undefined =>
        url === undefined ? undefined : new URL(page.link(`angebote/${id}/`), url).href;
      return offerCalendar({ catalogue, offers, lang, name: name(page), pageOf });
    });
  return [
    ...current
      .filter(hasDates)
      .flatMap((offer) =>
        languagesOf(offer, model).map((lang) =>
          calendar(
            `angebote/${offer.id}/${fileName}`,
            lang,
            () => textsIn(offer, lang).text('title')?.value ?? offer.id,
            [offer],
          ),
        ),
      ),
    ...[...byTown].flatMap(([town, offers]) =>
      hasTownCalendar(town, model)
        ? catalogue.languages.map((lang) =>
            calendar(
              townCalendarPath(town),
              lang,
              (page) => placeName(town, model, page).value,
              offers.filter(hasDates),
            ),
          )
        : [],
    ),
  ];
}
