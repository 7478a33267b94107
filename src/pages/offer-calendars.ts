import { entriesIn, hasDates, offerCalendar } from '../exports/offer-calendar.ts';
import type { CatalogueOffer } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { fromEach, kept } from '../model/reads.ts';
import { textsIn } from '../model/translation.ts';
import type { PageContext } from '../views/page-context.ts';
import { placeName } from './names.ts';
import { Output } from './output.ts';
import type { SiteModel } from './site-model.ts';

const fileName = 'termine.ics';

/** The languages of an offer's calendars: those that its texts are in, so that there are not as many files as pages. */
function languagesOf({ language, translations }: CatalogueOffer, { catalogue }: SiteModel): readonly LanguageTag[] {
  const spoken = catalogue.languages.filter((tag) => tag === language || translations.has(tag));
  return spoken.length > 0 ? spoken : catalogue.languages.slice(0, 1);
}

/** Path from the site's root of an offer's calendar for readers of a language; undefined where it has none. */
export function offerCalendarPath(offer: CatalogueOffer, model: SiteModel, lang: LanguageTag): string | undefined {
  if (!hasDates(offer)) return undefined;
  const tags = languagesOf(offer, model);
  return `${tags.includes(lang) ? lang : tags[0]}/angebote/${offer.id}/${fileName}`;
}

/** Where a reader of this page finds the offer's dates as a calendar; undefined where it has none. */
export function offerCalendarHref(offer: CatalogueOffer, model: SiteModel, page: PageContext): string | undefined {
  const path = offerCalendarPath(offer, model, page.lang);
  return path === undefined ? undefined : page.root + path;
}

export const townCalendarPath = (town: string): string => `orte/${town}/${fileName}`;

/** Towns where something has a date. */
export const hasTownCalendar = (town: string, { byTown }: SiteModel): boolean =>
  (byTown.get(town) ?? []).some((offer) => hasDates(offer));

/** Measured while it is rendered: the lists for offline use ask for it. */
const loadsNothing = (): readonly string[] => [];

/** In one language: a calendar per offer with dates whose texts are in it, and one per town. */
export function offerCalendars(
  model: SiteModel,
  lang: LanguageTag,
  contextOf: (path: string) => PageContext,
): Output[] {
  const { catalogue } = model;
  const pages = kept(() => {
    const page = contextOf('');
    return page.site.url === undefined ? undefined : new URL(page.link('angebote/'), page.site.url).href;
  });
  const pageOf = (id: string): string | undefined => {
    const folder = pages();
    return folder === undefined ? undefined : `${folder}${id}/`;
  };
  const entriesOf = entriesIn({ catalogue, lang, pageOf });
  const calendar = (
    path: string,
    name: (page: PageContext) => string,
    offers: () => readonly CatalogueOffer[],
  ): Output =>
    new Output(
      `${lang}/${path}`,
      () => offerCalendar({ catalogue, offers: offers(), lang, name: name(contextOf('')), entriesOf }),
      loadsNothing,
    );
  return [
    ...fromEach(
      () => model.current,
      (offer) =>
        hasDates(offer) && languagesOf(offer, model).includes(lang)
          ? [
              calendar(
                `angebote/${offer.id}/${fileName}`,
                () => textsIn(offer, lang).text('title')?.value ?? offer.id,
                () => [offer],
              ),
            ]
          : [],
    ),
    ...fromEach(
      () => model.byTown.keys(),
      (town) =>
        hasTownCalendar(town, model)
          ? [
              calendar(
                townCalendarPath(town),
                (page) => placeName(town, model, page).value,
                () => (model.byTown.get(town) ?? []).filter(hasDates),
              ),
            ]
          : [],
    ),
  ];
}
