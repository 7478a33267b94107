import type { VNode } from 'preact';
import { offlinePath } from '../model/offline-set.ts';
import { CourseLine } from '../views/components/brand-mark/brand-mark.tsx';
import { Document } from '../views/components/document/document.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { Icon } from '../views/components/icon/icon.tsx';
import { LinkChips } from '../views/components/link-chips/link-chips.tsx';
import { SearchBox } from '../views/components/search-box/search-box.tsx';
import { TopicTiles } from '../views/components/topic-tile/topic-tile.tsx';
import type { PageContext } from '../views/page-context.ts';
import { audienceLinks, languageLinks, topicTiles, townLinks } from './dimension-links.ts';
import { reachable } from './contact-data.ts';
import { feedOf } from './feed-link.ts';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';
import { volunteeringOffers, volunteeringPath } from './volunteering-route.tsx';

/** One question, and every way to an answer: words, a topic, a town, a group, a language, a person. */
export const startRoute: Route<'start'> = {
  name: 'start',
  items: () => ['start'],
  path: () => '',
  render: (_, model, page) => <StartPage model={model} page={page} />,
};

/** Those with the most offers; the others are one step away. */
const shownLanguages = 14;

function StartPage({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t } = page;
  const { site, vocabularies } = model.catalogue;
  const own = page.own?.fill('start');
  const featured = site.featured_topics.length > 0 ? site.featured_topics : [...vocabularies.topics.keys()].slice(0, 9);
  return (
    <Document page={page} description={page.site.tagline} alternates={feedOf(page, '', page.site.title)}>
      <div class="hero">
        <CourseLine />
        <div class="hero-inner wrap">
          {page.site.tagline && <p class="hero-tagline">{page.site.tagline}</p>}
          <h1>{t('start.question')}</h1>
          <SearchBox t={t} action={page.link('angebote/')} />
        </div>
      </div>
      <div class="wrap start">
        <section>
          <h2>{t('start.topics')}</h2>
          <TopicTiles tiles={topicTiles(featured, model, page)} />
          <p class="more-links">
            <ArrowLink href={page.link('themen/')} label={t('start.all-topics')} />
            <ArrowLink href={page.link('angebote/')} label={t('start.all-offers', { count: model.current.length })} />
            {volunteeringOffers(model).length > 0 && (
              <ArrowLink href={page.link(volunteeringPath)} label={t('volunteering.title')} />
            )}
          </p>
        </section>
        {own && <div class="own-code">{own}</div>}
        <div class="start-ways">
          <section>
            <h2>{t('start.towns')}</h2>
            <LinkChips links={townLinks(model, page)} />
          </section>
          <section>
            <h2>{t('start.audiences')}</h2>
            <LinkChips links={audienceLinks(model, page)} />
          </section>
          <section>
            <h2>{t('start.languages')}</h2>
            <LinkChips links={languageLinks(model, page).slice(0, shownLanguages)} />
            <p class="more-links">
              <ArrowLink href={page.link('sprachen/')} label={t('menu.languages')} />
            </p>
          </section>
        </div>
        {site.offline && (
          <p class="more-links">
            <ArrowLink href={page.link(offlinePath)} label={t('offline.title')} />
          </p>
        )}
        <HelpBox t={t} contact={reachable(page.site.publisher)} />
      </div>
    </Document>
  );
}

function ArrowLink({ href, label }: { readonly href: string; readonly label: string }): VNode {
  return (
    <a class="arrow-link" href={href}>
      {label}
      <Icon name="arrow" />
    </a>
  );
}
