import type { VNode } from 'preact';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { EmptyState } from '../../views/components/empty-state/empty-state.tsx';
import { HelpBox } from '../../views/components/help-box/help-box.tsx';
import { Icon } from '../../views/components/icon/icon.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { ResultList } from '../../views/components/result-list/result-list.tsx';
import { foreign } from '../../views/components/text/text.tsx';
import { TopicTiles } from '../../views/components/topic-tile/topic-tile.tsx';
import { WayList } from '../../views/components/way-list/way-list.tsx';
import type { OfferSelection } from '../../model/offer-selection.ts';
import type { PageContext } from '../../views/page-context.ts';
import { reachable } from '../contact-data.ts';
import { topicTiles, townIds } from '../dimension-links.ts';
import { guideWays } from '../guides/guide-ways.ts';
import { missingPath } from '../missing-path.ts';
import { placeName, termDescription, termLabel } from '../names.ts';
import { offerCard } from '../offer-card.ts';
import type { Route } from '../route.ts';
import type { SiteModel } from '../site-model.ts';
import { stepsTo } from '../steps.ts';
import { fittingOffers } from './fitting-offers.ts';
import { offersAddress } from './offers-address.ts';
import { guidesFor, ownPath, selectionOf, situationPath, situationsOf } from './situations.ts';

/** More would be a list to read through; all others are one step away. */
const shown = 4;

interface Props {
  readonly id: string;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** An answer to “What do you need?”: how to go about it, what fits best, where to look further, whom to ask. */
export const situationRoute: Route<string> = {
  name: 'situation',
  items: (model) =>
    situationsOf(model)
      .filter((term) => situationPath(term, model) === ownPath(term.id))
      .map(({ id }) => id),
  path: ownPath,
  render: (id, model, page) => <SituationPage id={id} model={model} page={page} />,
};

function SituationPage({ id, model, page }: Props): VNode {
  const term = model.catalogue.vocabularies['life-situations'].get(id);
  if (!term) throw new Error(`No situation in life “${id}”`);
  const { t } = page;
  const selection = selectionOf(term, model);
  const offers = fittingOffers(selection, model, page.lang);
  const guides = guidesFor(id, model);
  const title = termLabel(term, model, page);
  const lead = termDescription(term, model, page);
  return (
    <Document page={page} title={title.value} description={lead?.value} styles={['guide.css']}>
      <div class="wrap situation">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={title} lead={lead} icon={term.icon ?? ''} />
        {guides.length > 0 && (
          <section>
            <h2>{t('guide.title')}</h2>
            <WayList ways={guideWays(guides, page)} />
          </section>
        )}
        {offers.length > 0 ? (
          <section>
            <h2>{t('situation.best')}</h2>
            <ResultList
              level={3}
              results={offers.slice(0, shown).map((offer) => ({ card: offerCard(offer, model, page) }))}
            />
            {offers.length > shown && (
              <p class="more-links">
                <a class="arrow-link" href={offersAddress(selection, page)}>
                  {t('start.all-offers', { count: offers.length })}
                  <Icon name="arrow" />
                </a>
              </p>
            )}
          </section>
        ) : (
          <EmptyState
            title={t('empty.title')}
            text={t('empty.text')}
            link={{ href: page.link('angebote/'), label: t('menu.offers') }}
            second={{ href: page.link(missingPath), label: t('missing.title') }}
          />
        )}
        {offers.length > shown && <TownChoice selection={selection} model={model} page={page} />}
        {selection.topics && (
          <section>
            <h2>{t('situation.topics')}</h2>
            <TopicTiles tiles={topicTiles(selection.topics, model, page)} />
          </section>
        )}
        <HelpBox t={t} contact={reachable(page.site.publisher)} />
      </div>
    </Document>
  );
}

/** Leads to the list of offers with the filters set; a form, so that it does not grow with the towns. */
function TownChoice({
  selection,
  model,
  page,
}: Omit<Props, 'id'> & { readonly selection: OfferSelection }): VNode | null {
  const { t } = page;
  const towns = townIds(model);
  if (towns.length < 2) return null;
  return (
    <section class="no-print">
      <h2>{t('situation.town')}</h2>
      <form class="town-choice" action={page.link('angebote/')} method="get">
        {selection.topics?.map((topic) => (
          <input key={topic} type="hidden" name="topic" value={topic} />
        ))}
        {selection.types?.map((type) => (
          <input key={type} type="hidden" name="type" value={type} />
        ))}
        <div class="form-field">
          <label class="form-label" for="situation-town">
            {t('filter.town')}
          </label>
          <select id="situation-town" name="town">
            {towns.map((id) => {
              const name = placeName(id, model, page);
              return (
                <option key={id} value={id} {...foreign(name)}>
                  {name.value}
                </option>
              );
            })}
          </select>
        </div>
        <button class="button" type="submit">
          {t('situation.show')}
        </button>
      </form>
    </section>
  );
}
