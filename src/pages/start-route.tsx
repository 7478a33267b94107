import type { VNode } from 'preact';
import type { CataloguePage } from '../model/catalogue.ts';
import { offlinePath } from '../model/offline-set.ts';
import { plainLanguagePage } from '../model/plain-language.ts';
import type { Site } from '../model/schema.generated.ts';
import { CourseLine } from '../views/components/brand-mark/brand-mark.tsx';
import { ChoiceList } from '../views/components/choice-list/choice-list.tsx';
import { Document } from '../views/components/document/document.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { Icon } from '../views/components/icon/icon.tsx';
import { LinkChips } from '../views/components/link-chips/link-chips.tsx';
import { SearchBox } from '../views/components/search-box/search-box.tsx';
import { SignVideo, type SignVideoProps } from '../views/components/sign-video/sign-video.tsx';
import { foreign } from '../views/components/text/text.tsx';
import { TopicTiles } from '../views/components/topic-tile/topic-tile.tsx';
import { WayList } from '../views/components/way-list/way-list.tsx';
import type { PageContext } from '../views/page-context.ts';
import { audienceLinks, languageLinks, topicTiles, townLinks } from './dimension-links.ts';
import { reachable } from './contact-data.ts';
import { guidesPath, guideWays } from './guides/guide-ways.ts';
import { choicesOf } from './life-situations/situations.ts';
import { entryTitle } from './names.ts';
import { feedOf } from './feed-link.ts';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';

/** One question, and every way to an answer: words, a topic, a town, a group, a language, a person. */
export const startRoute: Route<'start'> = {
  name: 'start',
  items: () => ['start'],
  path: () => '',
  render: (_, model, page) => <StartPage model={model} page={page} />,
};

/** Those that stand first; the others are one step away. */
const shownGuides = 4;

/** Those with the most offers; the others are one step away. */
const shownLanguages = 14;

function StartPage({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t } = page;
  const { site, vocabularies, guides, pages } = model.catalogue;
  const own = page.own?.fill('start');
  const featured = site.featured_topics.length > 0 ? site.featured_topics : [...vocabularies.topics.keys()].slice(0, 9);
  const topics = topicTiles(featured, model, page);
  const choices = choicesOf(model, page);
  const plainLanguage = pages.get(plainLanguagePage);
  return (
    <Document
      page={page}
      description={page.site.tagline}
      alternates={feedOf(page, '', page.site.title)}
      styles={['guide.css']}
      hasVideo={site.sign_language?.video !== undefined}
    >
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
          <h2>{t(choices.length > 0 ? 'start.situations' : 'start.topics')}</h2>
          {choices.length > 0 ? <ChoiceList choices={choices} /> : <TopicTiles tiles={topics} />}
          <p class="more-links">
            <ArrowLink href={page.link('angebote/')} label={t('start.all-offers', { count: model.current.length })} />
            {choices.length === 0 && <ArrowLink href={page.link('themen/')} label={t('start.all-topics')} />}
            {plainLanguage && (
              <a
                class="arrow-link"
                href={page.link(`${plainLanguagePage}/`)}
                {...foreign(entryTitle(plainLanguage, page))}
              >
                {entryTitle(plainLanguage, page).value}
              </a>
            )}
          </p>
        </section>
        {guides.size > 0 && (
          <section>
            <h2>{t('guide.title')}</h2>
            <WayList ways={guideWays([...guides.values()].slice(0, shownGuides), page)} />
            {guides.size > shownGuides && (
              <p class="more-links">
                <ArrowLink href={page.link(guidesPath)} label={t('guide.title')} />
              </p>
            )}
          </section>
        )}
        {own && <div class="own-code">{own}</div>}
        <div class="start-ways">
          {choices.length > 0 && (
            <section>
              <h2>{t('start.topics')}</h2>
              <LinkChips links={topics} />
              <p class="more-links">
                <ArrowLink href={page.link('themen/')} label={t('start.all-topics')} />
              </p>
            </section>
          )}
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
        {site.sign_language && <SignVideo t={t} {...signVideo(site.sign_language, plainLanguage, page)} />}
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

/** The video as the page needs it: files of the municipality's own in `media/`, the text of it on one of its pages. */
function signVideo(
  { video, poster, captions, url, transcript }: NonNullable<Site['sign_language']>,
  plainLanguage: CataloguePage | undefined,
  page: PageContext,
): Omit<SignVideoProps, 't'> {
  const media = (name: string | undefined): string | undefined => (name === undefined ? undefined : page.media + name);
  const text = transcript ?? plainLanguage?.id;
  return {
    video: media(video),
    poster: media(poster),
    captions: media(captions),
    url,
    transcript: text === undefined ? undefined : page.link(`${text}/`),
  };
}

function ArrowLink({ href, label }: { readonly href: string; readonly label: string }): VNode {
  return (
    <a class="arrow-link" href={href}>
      {label}
      <Icon name="arrow" />
    </a>
  );
}
