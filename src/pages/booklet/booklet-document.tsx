import type { VNode } from 'preact';
import type { CatalogueOffer } from '../../model/catalogue.ts';
import { textsIn } from '../../model/translation.ts';
import type { ContactData } from '../../views/components/contact/contact.tsx';
import { BrandMark } from '../../views/components/brand-mark/brand-mark.tsx';
import { QrCode } from '../../views/components/qr-code/qr-code.tsx';
import { foreign, type ShownText, Text } from '../../views/components/text/text.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { contactsFor, contactsOf } from '../contact-data.ts';
import { organisationName } from '../names.ts';
import { offerFacts } from '../offer-facts.tsx';
import { OfferNotices } from '../offer-notices.tsx';
import { labelText, optionalText, shownText } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';
import { type BookletSection, bookletSections, offersOf, subjectName, subjectPath } from './booklet.ts';
import type { BookletSubject } from './booklet-name.ts';

export interface BookletProps {
  readonly subject: BookletSubject;
  readonly model: SiteModel;
  /** Its links must hold on paper and in a file: `link` gives whole addresses. */
  readonly page: PageContext;
}

export interface BookletDocumentProps extends BookletProps {
  /** The style sheet with the fonts in it: the document needs no other file. */
  readonly css: string;
}

const offerAnchor = (id: string): string => `angebot-${id}`;
const sectionAnchor = (id: string): string => `teil-${id}`;
const indexAnchor = 'traeger';

/** These say what the place in the booklet says already, or change too fast for paper. */
const leftOut = ['offer.facts.topics', 'offer.facts.area', 'offer.facts.capacity'] as const;

/** For a style sheet: a text in quotation marks. */
const cssString = (text: string): string =>
  `"${text.replaceAll(/["\\\n<]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;

export function bookletTitle({ subject, model, page }: BookletProps): string {
  const { value } = subjectName(subject, model, page);
  return subject.kind === 'town' ? page.t('booklet.of-town', { town: value }) : value;
}

/**
 * A booklet as one document to be printed. Where a page number belongs there is an empty element that names the
 * heading (`data-page-of`): only the printer knows on which page that falls.
 */
export function BookletDocument(props: BookletDocumentProps): VNode {
  const { page, css } = props;
  const title = bookletTitle(props);
  const sections = bookletSections(props.subject, props.model, page);
  const heads = `:root{--booklet-title:${cssString(title)};--booklet-site:${cssString(page.site.title)}}`;
  return (
    <html lang={page.lang} dir={page.dir}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – ${page.site.title}`}</title>
        <style dangerouslySetInnerHTML={{ __html: heads + css }} />
      </head>
      <body>
        <Cover {...props} title={title} />
        <Contents sections={sections} page={page} />
        {sections.map((section) => (
          <Section key={section.id} section={section} {...props} />
        ))}
        <OrganisationIndex {...props} />
        <Imprint {...props} />
      </body>
    </html>
  );
}

function Cover({ subject, model, page, title }: BookletProps & { readonly title: string }): VNode {
  const { site, t, formats } = page;
  return (
    <header class="cover">
      <p class="cover-site">
        <BrandMark />
        {site.title}
      </p>
      <h1>{title}</h1>
      <p class="cover-count">{t('count.offers', { count: offersOf(subject, model).length })}</p>
      {site.tagline && <p class="cover-tagline">{site.tagline}</p>}
      <p class="cover-foot">
        <span>{page.language.name}</span>
        <span>{t('data.as-of', { date: formats.date(page.today) })}</span>
      </p>
      {site.notice && <p class="cover-notice">{site.notice}</p>}
    </header>
  );
}

/** A line of the table of contents: its words and its page, both lead there. */
function ContentsLine({ anchor, text }: { readonly anchor: string; readonly text: ShownText }): VNode {
  return (
    <a href={`#${anchor}`}>
      <span {...foreign(text)}>{text.value}</span>
      <span class="page-number" data-page-of={anchor} />
    </a>
  );
}

function Contents({
  sections,
  page,
}: {
  readonly sections: readonly BookletSection[];
  readonly page: PageContext;
}): VNode {
  return (
    <nav class="contents">
      <h2>{page.t('concept.contents')}</h2>
      <ol>
        {sections.map(({ id, title, offers }) => (
          <li key={id}>
            <p class="contents-part">
              <ContentsLine anchor={sectionAnchor(id)} text={title} />
            </p>
            <ol>
              {offers.map((offer) => (
                <li key={offer.id}>
                  <ContentsLine anchor={offerAnchor(offer.id)} text={titleOf(offer, page)} />
                </li>
              ))}
            </ol>
          </li>
        ))}
        <li>
          <p class="contents-part">
            <ContentsLine anchor={indexAnchor} text={{ value: page.t('booklet.index') }} />
          </p>
        </li>
      </ol>
    </nav>
  );
}

const titleOf = (offer: CatalogueOffer, page: PageContext): ShownText =>
  shownText(textsIn(offer, page.lang).text('title') ?? { value: offer.id, lang: page.lang }, page);

function Section({ section, model, page }: BookletProps & { readonly section: BookletSection }): VNode {
  return (
    <section class="part">
      <h2 id={sectionAnchor(section.id)} {...foreign(section.title)}>
        {section.title.value}
      </h2>
      {section.offers.map((offer) => (
        <Offer key={offer.id} offer={offer} model={model} page={page} />
      ))}
    </section>
  );
}

interface OfferProps {
  readonly offer: CatalogueOffer;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function Offer({ offer, model, page }: OfferProps): VNode {
  const { t } = page;
  const texts = textsIn(offer, page.lang);
  const title = titleOf(offer, page);
  const summary = optionalText(texts.text('summary'), page);
  const without = new Set(leftOut.map((key) => t(key)));
  const documents = texts.list('required_documents').map((text) => shownText(text, page));
  const contacts = contactsFor(offer, model, page);
  return (
    <article class="offer">
      <header>
        <p class="kicker">{t(`enum.type.${offer.data.type}`)}</p>
        <h3 id={offerAnchor(offer.id)} {...foreign(title)}>
          {title.value}
        </h3>
        {summary && (
          <p class="summary" {...foreign(summary)}>
            {summary.value}
          </p>
        )}
        <OfferNotices offer={offer} page={page} />
      </header>
      <dl>
        {offerFacts(offer, model, page)
          .filter(({ label }) => !without.has(label))
          .map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {documents.length > 0 && (
          <div>
            <dt>{t('offer.documents')}</dt>
            <dd>
              <ul>
                {documents.map((text) => (
                  <li key={text.value}>
                    <Text text={text} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <footer>
        <div class="contacts">
          {contacts.map((contact, index) => (
            <Contact key={index} contact={contact} page={page} />
          ))}
        </div>
        {page.site.url && <QrCode text={page.link(`angebote/${offer.id}/`)} label={title.value} />}
      </footer>
    </article>
  );
}

/** On paper a number is read, not tapped. */
function Contact({ contact, page }: { readonly contact: ContactData; readonly page: PageContext }): VNode {
  const { role, person, phone, email, url, hours } = contact;
  return (
    <div class="contact">
      {(role || person) && (
        <p>
          {role && <Text text={role} />}
          {role && person && ' · '}
          {person && <bdi translate={false}>{person}</bdi>}
        </p>
      )}
      {phone && (
        <p class="phone">
          <a href={phone.href} dir="ltr">
            {phone.number}
          </a>
        </p>
      )}
      {hours && (
        <p>
          {page.t('contact.hours')} <Text text={hours} />
        </p>
      )}
      {email && (
        <p>
          <a href={`mailto:${email}`} dir="ltr">
            {email}
          </a>
        </p>
      )}
      {url && (
        <p>
          <a href={url} dir="ltr">
            {url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
          </a>
        </p>
      )}
    </div>
  );
}

/** Who offers something here, by name, with the pages. */
function OrganisationIndex({ subject, model, page }: BookletProps): VNode {
  const byOrganisation = new Map<string, CatalogueOffer[]>();
  for (const offer of offersOf(subject, model)) {
    for (const id of new Set([offer.data.organisation, ...(offer.data.partners ?? [])]))
      byOrganisation.set(id, [...(byOrganisation.get(id) ?? []), offer]);
  }
  const collator = new Intl.Collator(page.language.locale);
  const entries = Array.from(byOrganisation, ([id, offers]) => ({
    id,
    offers,
    name: organisationName(id, model, page),
    organisation: model.catalogue.organisations.get(id),
  })).sort((a, b) => collator.compare(a.name.value, b.name.value));
  return (
    <section class="index">
      <h2 id={indexAnchor}>{page.t('booklet.index')}</h2>
      <ul>
        {entries.map(({ id, name, offers, organisation }) => {
          const phone = organisation && contactsOf(organisation, page).find((contact) => contact.phone)?.phone;
          return (
            <li key={id}>
              <p class="index-name">
                <Text text={name} />
                {phone && (
                  <a class="phone" href={phone.href} dir="ltr">
                    {phone.number}
                  </a>
                )}
              </p>
              <p class="index-pages">
                {offers.map((offer) => (
                  <a key={offer.id} href={`#${offerAnchor(offer.id)}`} aria-label={titleOf(offer, page).value}>
                    <span data-page-of={offerAnchor(offer.id)} />
                  </a>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Imprint({ subject, model, page }: BookletProps): VNode {
  const { t, site, formats } = page;
  const { publisher } = site;
  const { data_licence: licence, source_language: source } = model.catalogue.site;
  const address = page.link(subjectPath(subject));
  const emergency = model.catalogue.emergency.filter(({ kind }) => kind === 'emergency');
  return (
    <section class="imprint">
      {emergency.length > 0 && (
        <div class="emergency">
          <h2>{t('emergency.title')}</h2>
          <ul>
            {emergency.map(({ id, phone, name }) => (
              <li key={id}>
                <bdi dir="ltr">{phone}</bdi> <Text text={labelText(name, page, source)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="imprint-foot">
        <div>
          <p>
            <strong>{site.title}</strong>
          </p>
          <p>{t('data.as-of', { date: formats.date(page.today) })}</p>
          <p>
            {t('booklet.publisher')} <bdi>{publisher.name}</bdi>
          </p>
          {publisher.phone && (
            <p>
              <bdi dir="ltr">{publisher.phone}</bdi>
            </p>
          )}
          {publisher.email && (
            <p>
              <bdi dir="ltr">{publisher.email}</bdi>
            </p>
          )}
          {licence !== undefined && <p>{t('data.licence', { licence })}</p>}
        </div>
        {site.url && (
          <div class="imprint-newest">
            <p>{t('booklet.newest')}</p>
            <QrCode text={address} label={address} />
            <p dir="ltr">{address}</p>
          </div>
        )}
      </div>
    </section>
  );
}
