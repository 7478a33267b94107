import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { CatalogueNetwork } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { EntryRows, type EntryRow } from '../views/components/entry-rows/entry-rows.tsx';
import { type Fact, Facts } from '../views/components/facts/facts.tsx';
import { MemberList } from '../views/components/member-list/member-list.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { foreign, Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { Attachments } from './attachments.tsx';
import { contactsOf } from './contact-data.ts';
import { ContactsSection } from './contacts-section.tsx';
import { eventRow, sortEvents } from './event-data.ts';
import { FactLinks } from './fact-links.tsx';
import { entryTitle, organisationName, placeName, termLabel, termsOf } from './names.ts';
import type { Route } from './route.ts';
import { optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';
import { TranslationNotice } from './translation-notice.tsx';

const folder = 'netzwerke/';
/** The kinds from large to small. */
const kinds = ['network', 'steering-group', 'working-group', 'round-table', 'elected-body'] as const;

/** Those that are part of a network, or of none (`undefined`). */
function networksBelow(parent: string | undefined, { catalogue }: SiteModel): CatalogueNetwork[] {
  const collator = new Intl.Collator(catalogue.site.source_language);
  return [...catalogue.networks.values()]
    .filter(({ data }) => data.part_of === parent)
    .sort(
      (a, b) => kinds.indexOf(a.data.kind) - kinds.indexOf(b.data.kind) || collator.compare(a.data.name, b.data.name),
    );
}

function networkRow(network: CatalogueNetwork, page: PageContext, inner: boolean): EntryRow {
  const texts = textsIn(network, page.lang);
  const summary = optionalText(texts.text('summary'), page);
  const meets = optionalText(texts.text('meets'), page);
  const members = network.data.members?.length ?? 0;
  return {
    href: page.link(`${folder}${network.id}/`),
    title: entryTitle(network, page),
    kicker: page.t(`enum.network.${network.data.kind}`),
    ...(summary ? { text: summary } : {}),
    details: [
      ...(members > 0 ? [{ value: page.t('count.members', { count: members }) }] : []),
      ...(meets ? [meets] : []),
    ],
    inner,
  };
}

export const networksRoute: Route<'networks'> = {
  name: 'networks',
  items: ({ catalogue }) => (catalogue.networks.size > 0 ? ['networks'] : []),
  path: () => folder,
  render: (_, model, page) => (
    <SteeringPage
      page={page}
      catalogue={model.catalogue}
      title={{ value: page.t('network.title') }}
      lead={{ value: page.t('network.intro') }}
    >
      <EntryRows
        level={2}
        rows={networksBelow(undefined, model).flatMap((network) => [
          networkRow(network, page, false),
          ...networksBelow(network.id, model).map((part) => networkRow(part, page, true)),
        ])}
      />
    </SteeringPage>
  ),
};

export const networkRoute: Route<string> = {
  name: 'network',
  items: ({ catalogue }) => catalogue.networks.keys(),
  path: (id) => `${folder}${id}/`,
  render: (id, model, page) => {
    const network = model.catalogue.networks.get(id);
    if (!network) throw new Error(`No network “${id}”`);
    return <NetworkPage network={network} model={model} page={page} />;
  },
};

interface NetworkPageProps {
  readonly network: CatalogueNetwork;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function NetworkPage({ network, model, page }: NetworkPageProps): VNode {
  const { t } = page;
  const texts = textsIn(network, page.lang);
  const body = shownText(texts.body, page);
  const { coming, past } = sortEvents(model, network.id);
  const parts = networksBelow(network.id, model);
  const facts = networkFacts({ network, model, page });
  const calendar = page.link(`${folder}${network.id}/termine.ics`);
  return (
    <SteeringPage
      page={page}
      catalogue={model.catalogue}
      parents={[[{ value: t('network.title') }, folder]]}
      title={entryTitle(network, page)}
      kicker={t(`enum.network.${network.data.kind}`)}
      lead={optionalText(texts.text('summary'), page)}
      alternates={coming.length > 0 ? [{ type: 'text/calendar', title: t('event.title'), href: calendar }] : []}
    >
      <TranslationNotice entry={network} page={page} />
      {facts.length > 0 && (
        <div class="steering-facts">
          <Facts facts={facts} />
        </div>
      )}
      {body.value.trim() !== '' && (
        <div class="steering-section">
          <Prose html={renderMarkdown(body.value, { mediaPath: page.media })} lang={body.lang} />
        </div>
      )}
      {(coming.length > 0 || past.length > 0) && (
        <SteeringSection title={t('offer.dates')}>
          {coming.length > 0 ? (
            <>
              <EntryRows rows={coming.map((event) => eventRow(event, model, page, network.id))} />
              <p class="steering-way no-print">
                <a href={calendar}>{t('network.calendar')}</a>
              </p>
            </>
          ) : (
            <p>{t('event.none')}</p>
          )}
        </SteeringSection>
      )}
      <Members network={network} model={model} page={page} />
      {parts.length > 0 && (
        <SteeringSection title={t('network.groups')}>
          <EntryRows rows={parts.map((part) => networkRow(part, page, false))} />
        </SteeringSection>
      )}
      {past.length > 0 && (
        <SteeringSection title={t('event.past')}>
          <EntryRows rows={past.map((event) => eventRow(event, model, page, network.id))} />
        </SteeringSection>
      )}
      <Attachments entry={network} page={page} />
      <Links network={network} page={page} />
      <ContactsSection contacts={contactsOf(network, page)} page={page} />
    </SteeringPage>
  );
}

function networkFacts({ network, model, page }: NetworkPageProps): Fact[] {
  const { t, formats } = page;
  const { lead, since, part_of: partOf, towns = [], fields_of_action: fields = [] } = network.data;
  const meets = optionalText(textsIn(network, page.lang).text('meets'), page);
  const parent = partOf === undefined ? undefined : model.catalogue.networks.get(partOf);
  const terms = termsOf('fields-of-action', fields, model);
  const facts: Array<Fact | false | undefined> = [
    lead !== undefined && {
      icon: 'home',
      label: t('network.lead'),
      value: (
        <FactLinks links={[{ href: page.link(`traeger/${lead}/`), title: organisationName(lead, model, page) }]} />
      ),
    },
    meets && { icon: 'calendar', label: t('network.meets'), value: <Text text={meets} /> },
    terms.length > 0 && {
      icon: 'tag',
      label: t('field.fields_of_action'),
      value: (
        <ul>
          {terms.map((term) => (
            <li key={term.id}>
              <Text text={termLabel(term, model, page)} />
            </li>
          ))}
        </ul>
      ),
    },
    towns.length > 0 && {
      icon: 'pin',
      label: t('menu.towns'),
      value: (
        <FactLinks links={towns.map((id) => ({ href: page.link(`orte/${id}/`), title: placeName(id, model, page) }))} />
      ),
    },
    parent && {
      icon: 'people',
      label: t('organisation.part-of'),
      value: <FactLinks links={[{ href: page.link(`${folder}${parent.id}/`), title: entryTitle(parent, page) }]} />,
    },
    since !== undefined && {
      icon: 'check',
      label: t('network.since'),
      value: <time dateTime={since}>{formats.date(since)}</time>,
    },
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}

const votes = ['yes', 'advisory', 'no', undefined] as const;

/** Members under the headline of how they vote, where anything is voted on. */
function Members({ network, model, page }: NetworkPageProps): VNode | null {
  const { members = [] } = network.data;
  if (members.length === 0) return null;
  const texts = textsIn(network, page.lang);
  const shown = members.map(({ organisation, vote }, index) => {
    const role = optionalText(texts.text(`members.${index}.role`), page);
    return {
      href: page.link(`traeger/${organisation}/`),
      name: organisationName(organisation, model, page),
      vote,
      ...(role ? { role } : {}),
    };
  });
  return (
    <SteeringSection title={page.t('network.members')}>
      {votes.map((vote) => {
        const voters = shown.filter((member) => member.vote === vote);
        if (voters.length === 0) return null;
        return vote === undefined ? (
          <MemberList key="none" members={voters} />
        ) : (
          <section key={vote} class="steering-part steering-part-wide">
            <h3>{page.t(`enum.vote.${vote}`)}</h3>
            <MemberList members={voters} />
          </section>
        );
      })}
    </SteeringSection>
  );
}

function Links({ network, page }: Pick<NetworkPageProps, 'network' | 'page'>): VNode | null {
  const { links = [] } = network.data;
  if (links.length === 0) return null;
  const texts = textsIn(network, page.lang);
  return (
    <SteeringSection title={page.t('offer.links')}>
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
    </SteeringSection>
  );
}
