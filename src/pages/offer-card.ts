import type { CatalogueOffer } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { type Families, reckoned } from '../model/reads.ts';
import { textsIn } from '../model/translation.ts';
import type { OfferCardData } from '../views/components/offer-card/offer-card.tsx';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { costText } from './cost-text.ts';
import { placeName } from './names.ts';
import { scheduleSummary } from './schedule-text.ts';
import { isolated, languageName, optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

/** More names than this make a list that nobody reads. */
const shownTowns = 3;
const shownLanguages = 5;

/** An offer as lists and search results show it, in the page's language: made once for all lists of that language. */
export function offerCard(offer: CatalogueOffer, model: SiteModel, page: PageContext): OfferCardData {
  const keptCard = keptCards.get(model)?.get(page.lang);
  if (keptCard) return keptCard(offer.id);
  let cards = cardsOf.get(page.link);
  if (cards?.model !== model) cardsOf.set(page.link, (cards = { model, byOffer: new Map() }));
  let card = cards.byOffer.get(offer);
  if (!card) cards.byOffer.set(offer, (card = makeCard(offer, model, page)));
  return card;
}

/** Pages of one language and build have their `link` in common. */
const cardsOf = new WeakMap<
  PageContext['link'],
  { readonly model: SiteModel; readonly byOffer: Map<CatalogueOffer, OfferCardData> }
>();

const keptCards = new WeakMap<SiteModel, Map<string, (id: string) => OfferCardData>>();

/** From now on, who shows a card of this model depends on the card, not on all that the offer says. */
export function keepCards(
  lang: LanguageTag,
  model: SiteModel,
  contextOf: (path: string) => PageContext,
  families: Families,
): void {
  const ofModel = keptCards.get(model) ?? new Map<string, (id: string) => OfferCardData>();
  keptCards.set(model, ofModel);
  const make = (id: string): OfferCardData => {
    const offer = model.catalogue.offers.get(id);
    if (!offer) throw new Error(`No offer “${id}”`);
    return makeCard(offer, model, contextOf('angebote/'));
  };
  ofModel.set(lang, reckoned(families, `card ${lang}`, make));
}

function makeCard(offer: CatalogueOffer, model: SiteModel, page: PageContext): OfferCardData {
  const texts = textsIn(offer, page.lang);
  const summary = optionalText(texts.text('summary'), page);
  const when = scheduleSummary(offer.data, page);
  const languages = languagesText(offer, page);
  const badges = badgesOf(offer, page);
  return {
    href: page.link(`angebote/${offer.id}/`),
    title: shownText(texts.text('title') ?? { value: offer.id, lang: page.lang }, page),
    ...(summary ? { summary } : {}),
    kind: page.t(`enum.type.${offer.data.type}`),
    ...(when ? { when } : {}),
    where: whereText(offer, model, page),
    cost: costText(offer.data.cost, page),
    ...(languages ? { languages } : {}),
    ...(badges.length > 0 ? { badges } : {}),
  };
}

function whereText(offer: CatalogueOffer, model: SiteModel, page: PageContext): ShownText {
  if (offer.place) return placeName(offer.place.town, model, page);
  if (offer.data.delivery.every((way) => way === 'online')) return { value: page.t('card.online') };
  if (offer.data.delivery.every((way) => way === 'phone')) return { value: page.t('enum.delivery.phone') };
  if (offer.towns.length > shownTowns) {
    const all =
      offer.towns.length === [...model.catalogue.places.values()].filter(({ data }) => data.kind === 'town').length;
    return { value: all ? page.t('card.all-towns') : page.t('card.towns', { count: offer.towns.length }) };
  }
  return { value: page.formats.list(offer.towns.map((town) => isolated(placeName(town, model, page)))) };
}

/** The languages spoken or interpreted, the reader’s own among the first; undefined where there is none. */
export function languagesText(offer: CatalogueOffer, page: PageContext): string | undefined {
  const codes = new Set(offer.data.languages.filter(({ kind }) => kind !== 'material').map(({ code }) => code));
  if (codes.size === 0) return undefined;
  // The reader's own language must never be among those that are cut off.
  const own = page.lang.split('-')[0] ?? page.lang;
  const ordered = [...codes].sort((a, b) => Number(b === own) - Number(a === own));
  const names = ordered.slice(0, shownLanguages).map((code) => languageName(code, page));
  const more = ordered.length - shownLanguages;
  return page.formats.list(more > 0 ? [...names, page.t('card.more-languages', { count: more })] : names);
}

function badgesOf(
  { data, standing, freshness }: CatalogueOffer,
  { t, formats }: PageContext,
): NonNullable<OfferCardData['badges']> {
  if (standing === 'paused') return [{ tone: 'wait', label: t('card.paused') }];
  if (standing === 'upcoming' && data.valid?.from) {
    return [{ tone: 'wait', label: t('card.upcoming', { date: formats.date(data.valid.from) }) }];
  }
  if (freshness === 'ask-first') return [{ tone: 'wait', label: t('card.ask-first') }];
  if (data.capacity?.state === 'full') return [{ tone: 'wait', label: t('enum.capacity.full') }];
  return [];
}
