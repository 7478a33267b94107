import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { Translate } from '../i18n/translator.ts';
import type { CatalogueOffer, OfferHome } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { keptFor } from '../model/reads.ts';
import { type LocalisedTexts, textsIn } from '../model/translation.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { Contact, type ContactData } from '../views/components/contact/contact.tsx';
import { Document } from '../views/components/document/document.tsx';
import { Facts } from '../views/components/facts/facts.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { Icon } from '../views/components/icon/icon.tsx';
import { NextDates } from '../views/components/next-dates/next-dates.tsx';
import { PassOn } from '../views/components/pass-on/pass-on.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import { Picture } from '../views/components/picture/picture.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { ReadAloud } from '../views/components/read-aloud/read-aloud.tsx';
import { ResultList } from '../views/components/result-list/result-list.tsx';
import { foreign } from '../views/components/text/text.tsx';
import { keptForm } from '../views/kept-markup.tsx';
import type { PageContext } from '../views/page-context.ts';
import { MarkedText, type PageWords, pageWords, WordsOfPage } from './glossary/page-words.tsx';
import { codePicture, offerAddress } from './offer-code.ts';
import { contactsFor, isReachable, reachable } from './contact-data.ts';
import { feedbackMail } from './feedback-mail.ts';
import { myListPath } from './my-list-route.tsx';
import { termLabel } from './names.ts';
import { nextDatesOf } from './next-dates.ts';
import { OfferBackground } from './offer-background.tsx';
import { offerCalendarHref } from './offer-calendars.ts';
import { keptCard } from './kept-card.tsx';
import { offerCard } from './offer-card.ts';
import { offerFacts } from './offer-facts.tsx';
import { offerJsonLd } from './offer-json-ld.ts';
import { OfferNotices } from './offer-notices.tsx';
import { offerPreview } from './previews.ts';
import { relatedOffers } from './related-offers.ts';
import type { Route } from './route.ts';
import { labelText, optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';

/** The page of one offer. Ended offers keep theirs: an old link must lead on. */
export const offerRoute: Route<string> = {
  name: 'offer',
  items: (model) => model.catalogue.offers.keys(),
  path: (id) => `angebote/${id}/`,
  isHidden: (id, { catalogue }) => catalogue.offers.get(id)?.standing === 'ended',
  render: (id, model, page) => {
    const offer = model.catalogue.offers.get(id);
    if (!offer) throw new Error(`No offer “${id}”`);
    return <OfferPage offer={offer} model={model} page={page} />;
  },
};

interface OfferPageProps {
  readonly offer: CatalogueOffer;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function OfferPage({ offer, model, page }: OfferPageProps): VNode {
  const { t } = page;
  const { data } = offer;
  const texts = textsIn(offer, page.lang);
  const title = shownText(texts.text('title') ?? { value: offer.id, lang: page.lang }, page);
  const summary = optionalText(texts.text('summary'), page);
  const ended = offer.standing === 'ended';
  const contacts = contactsFor(offer, model, page);
  const dates = ended ? [] : nextDatesOf(offer, model, page);
  const calendar = offerCalendarHref(offer, model, page);
  const topic = model.catalogue.vocabularies.topics.get(data.topics[0] ?? '');
  const words = pageWords(model, page);
  const address = ended ? undefined : offerAddress(offer.id, page);
  const related = relatedOffers(offer, model);
  const own = page.own?.fill('offer', offer);
  const alternatives = related.length > 0 && (
    <section class="related">
      <h2>{t(ended ? 'offer.alternatives' : 'offer.related')}</h2>
      <ResultList
        results={related.map((other) => ({ card: offerCard(other, model, page) }))}
        level={3}
        draw={keptCard}
      />
    </section>
  );
  return (
    <Document
      page={page}
      title={title.value}
      description={summary?.value}
      hidden={ended}
      scripts={ended ? [] : ['offer.js']}
      preview={offerPreview(offer, model, page)}
      jsonLd={ended ? undefined : offerJsonLd(offer, dates, model, page)}
    >
      <div class="wrap">
        <Breadcrumb
          {...(topic
            ? stepsTo(
                page,
                [{ value: t('menu.topics') }, 'themen/'],
                [termLabel(topic, model, page), `themen/${topic.id}/`],
              )
            : stepsTo(page, [{ value: t('menu.offers') }, 'angebote/']))}
        />
        <article class="offer">
          <PageHeading title={title} kicker={t(`enum.type.${data.type}`)} lead={summary} />
          <OfferNotices offer={offer} page={page} />
          {ended ? alternatives : <QuickActions offer={offer} contacts={contacts} page={page} />}
          {!ended && keptForm(PageTools, page, { id: offer.id })}
          <div class="offer-layout">
            <section class="offer-facts">
              <h2 class="visually-hidden">{t('offer.facts')}</h2>
              <Facts facts={offerFacts(offer, model, page)} />
            </section>
            <div class="offer-side">
              {contacts.length > 0 && (
                <section class="contacts">
                  <h2>{t('contact.title')}</h2>
                  {contacts.map((contact, index) => (
                    <Contact key={index} t={t} contact={contact} />
                  ))}
                </section>
              )}
              {!contacts.some(isReachable) && <HelpBox t={t} contact={reachable(page.site.publisher)} />}
              {dates.length > 0 && (
                <NextDates
                  title={t('offer.dates')}
                  dates={dates}
                  none={t('offer.dates.none')}
                  {...(calendar === undefined ? {} : { calendar: { href: calendar, label: t('event.calendar') } })}
                />
              )}
            </div>
            <div class="offer-more">
              {own && <div class="own-code">{own}</div>}
              {data.image && (
                <Picture
                  src={page.media + data.image.src}
                  alt={optionalText(texts.text('image.alt'), page) ?? { value: '' }}
                  credit={data.image.credit}
                />
              )}
              <Body offer={offer} texts={texts} words={words} model={model} page={page} />
              <TextList
                title={t('offer.documents')}
                path="required_documents"
                texts={texts}
                words={words}
                page={page}
              />
              <TextList title={t('offer.steps')} path="next_steps" ordered texts={texts} words={words} page={page} />
              <WebLinks offer={offer} texts={texts} page={page} />
              <OfferBackground offer={offer} model={model} page={page} />
              <WordsOfPage words={words} model={model} page={page} />
            </div>
          </div>
          {address && keptForm(WayToPassOn, page, { address, code: codePicture(address) })}
          {offer.homes && <Homes homes={offer.homes} model={model} page={page} />}
          {isKeptHere(offer) && (
            <SheetLinks id={offer.id} title={title.value} ended={ended} model={model} page={page} />
          )}
        </article>
        {!ended && alternatives}
      </div>
    </Document>
  );
}

/** Also an own offer that another town knows as well. */
const isKeptHere = ({ homes, revision }: CatalogueOffer): boolean => homes === undefined || revision !== undefined;

interface HomesProps {
  readonly homes: readonly OfferHome[];
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** An offer of another town is changed there: the way leads to its own page. */
function Homes({ homes, model, page }: HomesProps): VNode {
  return (
    <section class="sheet-links">
      <h2>{page.t('offer.homes')}</h2>
      <ul role="list">
        {homes.map(({ source, title, url }) => {
          const name = labelText(title, page, model.catalogue.site.source_language);
          return (
            <li key={source} {...foreign(name)}>
              {url === undefined ? name.value : <a href={url}>{name.value}</a>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface SheetLinksProps {
  readonly id: string;
  readonly title: string;
  readonly ended: boolean;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** Who sees that something is wrong, or still right, can say so at once. */
function SheetLinks({ id, title, ended, model, page }: SheetLinksProps): VNode {
  const mail = feedbackMail(id, title, model, page);
  const blanks = { id, ...(mail === undefined ? {} : { mail }) };
  return ended ? <LinksOfEnded page={page} blanks={blanks} /> : keptForm(LinksOfCurrent, page, blanks);
}

type SheetForm = OfferForm<{ readonly id: string; readonly mail?: string }>;

function LinksOfCurrent({ page, blanks: { id, mail } }: SheetForm): VNode {
  const { t } = page;
  const address = page.link(`mitmachen/?id=${id}`);
  return (
    <section class="sheet-links no-print">
      <h2>{t('datasheet.ask')}</h2>
      <ul role="list">
        <li>
          <a href={`${address}&kind=still-correct`} rel="nofollow">
            {t('datasheet.still-correct')}
          </a>
        </li>
        <LinkToChange address={address} t={t} />
        <li>
          <a href={`${address}&kind=gone`} rel="nofollow">
            {t('datasheet.gone')}
          </a>
        </li>
        {mail !== undefined && <LinkToMail mail={mail} t={t} />}
      </ul>
    </section>
  );
}

/** Nobody is asked whether it is still right. */
function LinksOfEnded({ page: { t, link }, blanks: { id, mail } }: SheetForm): VNode {
  return (
    <section class="sheet-links no-print">
      <h2>{t('datasheet.ask')}</h2>
      <ul role="list">
        <LinkToChange address={link(`mitmachen/?id=${id}`)} t={t} />
        {mail !== undefined && <LinkToMail mail={mail} t={t} />}
      </ul>
    </section>
  );
}

const LinkToChange = ({ address, t }: { readonly address: string; readonly t: Translate }): VNode => (
  <li>
    <a href={address} rel="nofollow">
      {t('datasheet.change')}
    </a>
  </li>
);

const LinkToMail = ({ mail, t }: { readonly mail: string; readonly t: Translate }): VNode => (
  <li>
    <a href={mail}>{t('feedback.mail')}</a>
  </li>
);

interface QuickActionsProps {
  readonly offer: CatalogueOffer;
  readonly contacts: readonly ContactData[];
  readonly page: PageContext;
}

/** On a phone the call and the registration must not be searched for; on wide screens the contact stands beside the facts anyway. */
function QuickActions({ offer, contacts, page }: QuickActionsProps): VNode | null {
  const { t } = page;
  const call = contacts.find(({ phone }) => phone);
  const { url } = offer.data.registration;
  if (!call && !url) return null;
  return (
    <div class="quick-actions">
      {call && <Contact t={t} contact={{ phone: call.phone }} />}
      {url && (
        <a class="button button-second" href={url} rel="noopener">
          <Icon name="pen" />
          {t('contact.register')}
        </a>
      )}
    </div>
  );
}

interface OfferForm<Filled> {
  readonly page: PageContext;
  readonly blanks: Filled;
}

/** What can be done with the page of an offer. */
function PageTools({ page, blanks: { id } }: OfferForm<{ readonly id: string }>): VNode {
  const { t } = page;
  return (
    <div class="page-tools no-print">
      <Keep id={id} page={page} />
      {page.site.url !== undefined && (
        <p class="pass-on-way">
          <a class="button button-second" href="#weitergeben">
            <Icon name="share" />
            <span>{t('pass-on.title')}</span>
          </a>
        </p>
      )}
      <p class="print-way">
        <a class="button button-second" href={`${page.link(myListPath)}?druck#${id}`} rel="nofollow">
          <Icon name="printer" />
          <span>{t('list.print')}</span>
        </a>
      </p>
      <ReadAloud page={page} />
    </div>
  );
}

const WayToPassOn = ({
  page: { t },
  blanks: { address, code },
}: OfferForm<{ readonly address: string; readonly code: string }>): VNode => (
  <PassOn t={t} address={address} code={code} />
);

/** Keeps the offer on the reader's own list; shown by the script that does it. */
function Keep({ id, page }: { readonly id: string; readonly page: PageContext }): VNode {
  return (
    <p class="keep" data-keep={id} data-wait>
      <button type="button" class="button button-second" aria-pressed="false">
        <Icon name="bookmark" />
        <span>{page.t('list.keep')}</span>
      </button>{' '}
      <a href={page.link(myListPath)} hidden>
        {page.t('list.show')}
      </a>
    </p>
  );
}

interface TextsProps {
  readonly texts: LocalisedTexts;
  readonly page: PageContext;
}

interface MarkedTextsProps extends TextsProps {
  readonly words: PageWords;
}

interface BodyProps extends MarkedTextsProps {
  readonly offer: CatalogueOffer;
  readonly model: SiteModel;
}

/** The first text of the page: no word has been marked before it. */
function Body({ offer, texts, words, model, page }: BodyProps): VNode | null {
  const { value, lang } = texts.body;
  if (value.trim() === '') return null;
  return (
    <section>
      <h2>{page.t('offer.about')}</h2>
      <Prose
        html={lang === offer.language ? sourceBody() : markedBody(value, lang, page.media, words)}
        lang={shownText(texts.body, page).lang}
      />
    </section>
  );

  function sourceBody(): string {
    const { html, met } = sourceBodies(model, `${page.media}\n${offer.id}`);
    words.meet(met);
    return html;
  }
}

const markedBody = (markdown: string, lang: LanguageTag, mediaPath: string, words: PageWords): string =>
  renderMarkdown(markdown, { topHeading: 3, mediaPath, explain: (text) => words.explain(text, lang) });

/** By the folder of pictures and the offer. The text stands on a page of each language that lacks a translation. */
const sourceBodies = keptFor((model: SiteModel, key: string) => {
  const [mediaPath = '', id = ''] = key.split('\n');
  const { body, language } = model.catalogue.offers.get(id)!;
  const words = pageWords(model, { lang: language });
  return { html: markedBody(body, language, mediaPath, words), met: words.met };
});

interface TextListProps extends MarkedTextsProps {
  readonly title: string;
  readonly path: string;
  readonly ordered?: boolean;
}

function TextList({ title, path, ordered, texts, words, page }: TextListProps): VNode | null {
  const items = texts.list(path).map((text) => shownText(text, page));
  if (items.length === 0) return null;
  const [first] = items;
  // A list that is foreign as a whole has its marks on its own side; single foreign entries stand among the others.
  const whole = items.every(({ lang }) => lang === first?.lang) ? foreign({ lang: first?.lang }) : undefined;
  const entries = items.map((item) => (
    <li key={item.value} {...(whole ? {} : foreign(item))}>
      <MarkedText text={item} words={words} />
    </li>
  ));
  return (
    <section>
      <h2>{title}</h2>
      {ordered ? (
        <ol class="steps" {...whole}>
          {entries}
        </ol>
      ) : (
        <ul class="checklist" role="list" {...whole}>
          {entries}
        </ul>
      )}
    </section>
  );
}

function WebLinks({ offer, texts, page }: TextsProps & { readonly offer: CatalogueOffer }): VNode | null {
  const links = offer.data.links ?? [];
  if (links.length === 0) return null;
  return (
    <section>
      <h2>{page.t('offer.links')}</h2>
      <ul class="web-links">
        {links.map(({ url, label }, index) => {
          const text = optionalText(texts.text(`links.${index}.label`), page) ?? { value: label };
          return (
            <li key={url}>
              <a href={url} rel="noopener" {...foreign(text)}>
                {text.value}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
