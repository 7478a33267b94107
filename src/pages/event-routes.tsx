import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { CatalogueEvent } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { EntryRows } from '../views/components/entry-rows/entry-rows.tsx';
import { type Fact, Facts } from '../views/components/facts/facts.tsx';
import { Notice } from '../views/components/notice/notice.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { foreign, Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { Attachments } from './attachments.tsx';
import { contactsOf } from './contact-data.ts';
import { ContactsSection } from './contacts-section.tsx';
import { Decisions } from './decisions.tsx';
import { daysText, eventRow, eventsFolder, isOver, sortEvents, startTime } from './event-data.ts';
import { eventJsonLd } from './event-json-ld.ts';
import { FactLinks } from './fact-links.tsx';
import { entryTitle, organisationName, termLabel, termsOf } from './names.ts';
import { PlaceAddress } from './place-address.tsx';
import type { Route } from './route.ts';
import { timeText } from './schedule-text.ts';
import { optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';
import { TranslationNotice } from './translation-notice.tsx';

export const changesPath = `${eventsFolder}aenderungen/`;
export const feedPath = `${eventsFolder}feed.xml`;

export const eventsRoute: Route<'events'> = {
  name: 'events',
  items: ({ catalogue }) => (catalogue.events.size > 0 ? ['events'] : []),
  path: () => eventsFolder,
  render: (_, model, page) => <EventsPage model={model} page={page} />,
};

function EventsPage({ model, page }: Omit<EventProps, 'event'>): VNode {
  const { t } = page;
  const { coming, past } = sortEvents(model);
  const yearOf = ({ data }: CatalogueEvent): string => data.date.slice(0, 4);
  const rowsOf = (events: readonly CatalogueEvent[]) => events.map((event) => eventRow(event, model, page));
  return (
    <SteeringPage
      page={page}
      catalogue={model.catalogue}
      title={{ value: t('event.title') }}
      lead={{ value: t('event.intro') }}
      alternates={[{ type: 'application/atom+xml', title: t('event.title'), href: page.link(feedPath) }]}
    >
      <SteeringSection title={t('offer.dates')}>
        {coming.length > 0 ? <EntryRows rows={rowsOf(coming)} /> : <p>{t('event.none')}</p>}
        <p class="steering-way no-print">
          <a href={page.link(changesPath)}>{t('changes.title')}</a>
          <a href={page.link(feedPath)}>{t('event.feed')}</a>
        </p>
      </SteeringSection>
      {past.length > 0 && (
        <SteeringSection title={t('event.past')}>
          {[...new Set(past.map(yearOf))].map((year) => (
            <section key={year} class="steering-part">
              <h3>{year}</h3>
              <EntryRows level={4} rows={rowsOf(past.filter((event) => yearOf(event) === year))} />
            </section>
          ))}
        </SteeringSection>
      )}
    </SteeringPage>
  );
}

export const eventRoute: Route<string> = {
  name: 'event',
  items: ({ catalogue }) => catalogue.events.keys(),
  path: (id) => `${eventsFolder}${id}/`,
  render: (id, model, page) => {
    const event = model.catalogue.events.get(id);
    if (!event) throw new Error(`No event “${id}”`);
    return <EventPage event={event} model={model} page={page} />;
  },
};

interface EventProps {
  readonly event: CatalogueEvent;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function EventPage({ event, model, page }: EventProps): VNode {
  const { t } = page;
  const { data } = event;
  const texts = textsIn(event, page.lang);
  const minutes = shownText(texts.body, page);
  const over = isOver(event, page.today);
  const calendar = page.link(`${eventsFolder}${event.id}/termin.ics`);
  return (
    <SteeringPage
      page={page}
      catalogue={model.catalogue}
      parents={[[{ value: t('event.title') }, eventsFolder]]}
      title={entryTitle(event, page)}
      kicker={t(`enum.event.${data.kind}`)}
      lead={optionalText(texts.text('summary'), page)}
      alternates={over ? [] : [{ type: 'text/calendar', title: t('event.calendar'), href: calendar }]}
      jsonLd={eventJsonLd(event, model, page)}
    >
      {data.status === 'cancelled' && <Notice tone="stop" title={t('event.cancelled')} />}
      <TranslationNotice entry={event} page={page} />
      <div class="steering-facts">
        <Facts facts={eventFacts({ event, model, page })} />
      </div>
      {!over && data.status !== 'cancelled' && (
        <p class="steering-way no-print">
          <a href={calendar}>{t('event.calendar')}</a>
          {data.url && (
            <a href={data.url} rel="noopener">
              {t('event.online')}
            </a>
          )}
        </p>
      )}
      <Results event={event} model={model} page={page} />
      <Decisions event={event} model={model} page={page} />
      <Agenda event={event} model={model} page={page} />
      {minutes.value.trim() !== '' && (
        <SteeringSection title={t('event.minutes')}>
          <Prose html={renderMarkdown(minutes.value, { topHeading: 3, mediaPath: page.media })} lang={minutes.lang} />
        </SteeringSection>
      )}
      <Attachments entry={event} page={page} />
      <ContactsSection contacts={contactsOf(event, page)} page={page} />
    </SteeringPage>
  );
}

function eventFacts({ event, model, page }: EventProps): Fact[] {
  const { t } = page;
  const { data, place } = event;
  const texts = textsIn(event, page.lang);
  const time = timeText(data, page);
  const networks = (data.networks ?? []).flatMap((id) => model.catalogue.networks.get(id) ?? []);
  const audience = optionalText(texts.text('audience'), page);
  const moderation = optionalText(texts.text('moderation'), page);
  const registration = isOver(event, page.today) ? undefined : optionalText(texts.text('registration'), page);
  const facts: Array<Fact | false | undefined> = [
    {
      icon: 'calendar',
      label: t('offer.facts.when'),
      value: (
        <time dateTime={startTime(event)}>
          {daysText(event, page)}
          {time !== undefined && (
            <>
              <br />
              {time}
            </>
          )}
        </time>
      ),
    },
    (place ?? data.url) !== undefined && {
      icon: 'pin',
      label: t('offer.facts.where'),
      value: place ? <PlaceAddress entry={event} place={place} model={model} page={page} /> : t('enum.delivery.online'),
    },
    {
      icon: 'people',
      label: t('event.access'),
      value: (
        <>
          <p>{t(`enum.event-access.${data.access}`)}</p>
          {audience && (
            <p class="fact-note" {...foreign(audience)}>
              {audience.value}
            </p>
          )}
        </>
      ),
    },
    registration && { icon: 'pen', label: t('offer.facts.registration'), value: <Text text={registration} /> },
    moderation && { icon: 'speech', label: t('event.moderation'), value: <Text text={moderation} /> },
    networks.length > 0 && {
      icon: 'home',
      label: t('network.title'),
      value: (
        <FactLinks
          links={networks.map((network) => ({
            href: page.link(`netzwerke/${network.id}/`),
            title: entryTitle(network, page),
          }))}
        />
      ),
    },
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}

function Agenda({ event, model, page }: EventProps): VNode | null {
  const { agenda = [] } = event.data;
  if (agenda.length === 0) return null;
  const texts = textsIn(event, page.lang);
  return (
    <SteeringSection title={page.t('event.agenda')}>
      <ol class="agenda">
        {agenda.map(({ time, title, organisation }, index) => {
          const text = optionalText(texts.text(`agenda.${index}.title`), page) ?? { value: title };
          return (
            <li key={index}>
              {time && <span class="agenda-time">{page.formats.time(time)}</span>}
              <span>
                <span {...foreign(text)}>{text.value}</span>
                {organisation && (
                  <span class="label">
                    {' '}
                    <Text text={organisationName(organisation, model, page)} />
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </SteeringSection>
  );
}

/** What came out, under the headline of each field of action, in the order of the vocabulary. */
function Results({ event, model, page }: EventProps): VNode | null {
  const { results = [] } = event.data;
  if (results.length === 0) return null;
  const texts = textsIn(event, page.lang);
  const shown = results.map(({ field_of_action: field, text }, index) => ({
    field,
    text: optionalText(texts.text(`results.${index}.text`), page) ?? { value: text },
  }));
  const order = [...model.catalogue.vocabularies['fields-of-action'].keys()];
  const fields = [...new Set(shown.map(({ field }) => field))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <SteeringSection title={page.t('event.results')}>
      {fields.map((field) => {
        const [term] = termsOf('fields-of-action', [field], model);
        const label = term ? termLabel(term, model, page) : { value: field };
        return (
          <section key={field} class="steering-part">
            <h3 {...foreign(label)}>{label.value}</h3>
            {shown
              .filter((result) => result.field === field)
              .map(({ text }) => (
                <p key={text.value} {...foreign(text)}>
                  {text.value}
                </p>
              ))}
          </section>
        );
      })}
    </SteeringSection>
  );
}
