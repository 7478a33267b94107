import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { Organisation } from '../model/schema.generated.ts';
import { textsIn } from '../model/translation.ts';
import { type Actor, ActorList } from '../views/components/actor-list/actor-list.tsx';
import { LinkChips } from '../views/components/link-chips/link-chips.tsx';
import { MemberList } from '../views/components/member-list/member-list.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { foreign } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { contactsOf } from './contact-data.ts';
import { ContactsSection } from './contacts-section.tsx';
import { DimensionPage } from './dimension-page.tsx';
import { pageWords } from './glossary/page-words.tsx';
import { MeasureLinks } from './measure-links.tsx';
import { membershipsOf, roleOf } from './memberships.ts';
import { entryTitle, organisationName } from './names.ts';
import { type PagedItem, pagePath, pagesOf } from './paging.ts';
import type { Route } from './route.ts';
import { optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';

const folder = 'traeger/';

type OrganisationKind = Organisation['kind'];

const kindOrder: Readonly<Record<OrganisationKind, number>> = {
  authority: 1,
  'job-centre': 2,
  'independent-body': 3,
  'education-provider': 4,
  school: 5,
  'day-care': 6,
  'migrant-organisation': 7,
  'volunteer-group': 8,
  church: 9,
  'mosque-association': 10,
  'religious-community': 11,
  'sports-club': 12,
  'health-service': 13,
  'housing-company': 14,
  company: 15,
  other: 16,
};
const kindsInOrder = (Object.keys(kindOrder) as OrganisationKind[]).sort((a, b) => kindOrder[a] - kindOrder[b]);

/** Ids of all organisations, or of those of a kind, by name. */
function organisationIds({ catalogue }: SiteModel, kind?: OrganisationKind): string[] {
  const collator = new Intl.Collator(catalogue.site.source_language);
  return Array.from(catalogue.organisations.values())
    .filter(({ data }) => kind === undefined || data.kind === kind)
    .sort((a, b) => collator.compare(a.data.name, b.data.name))
    .map(({ id }) => id);
}

export const organisationsRoute: Route<'organisations'> = {
  name: 'organisations',
  items: () => ['organisations'],
  path: () => folder,
  render: (_, model, page) => <OrganisationsPage model={model} page={page} />,
};

interface PageProps {
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** The actors of the network: by kind, each with its part in the networks and how to reach it. */
function OrganisationsPage({ model, page }: PageProps): VNode {
  const { t } = page;
  const { organisations } = model.catalogue;
  const kinds = kindsInOrder.filter((kind) => [...organisations.values()].some(({ data }) => data.kind === kind));
  const without = organisationIds(model).filter((id) => !model.byOrganisation.has(id));
  return (
    <SteeringPage
      page={page}
      catalogue={model.catalogue}
      title={{ value: t('menu.organisations') }}
      lead={{ value: t('organisations.intro') }}
    >
      {kinds.map((kind) => {
        const ids = organisationIds(model, kind);
        return (
          <section key={kind} class="steering-section">
            <h2>{t(`enum.organisation.${kind}`)}</h2>
            <p class="label">{t('count.organisations', { count: ids.length })}</p>
            <ActorList networksLabel={t('actor.networks')} actors={ids.map((id) => actorOf(id, model, page))} />
          </section>
        );
      })}
      {without.length > 0 && (
        <SteeringSection title={t('actor.no-offers')}>
          <p>{t('actor.no-offers-text')}</p>
          <LinkChips
            links={without.map((id) => ({
              href: page.link(`${folder}${id}/`),
              label: organisationName(id, model, page),
            }))}
          />
          <p class="steering-way">
            <a href={page.link('mitmachen/')}>{t('datasheet.title')}</a>
          </p>
        </SteeringSection>
      )}
    </SteeringPage>
  );
}

function actorOf(id: string, model: SiteModel, page: PageContext): Actor {
  const organisation = model.catalogue.organisations.get(id);
  const contacts = organisation ? contactsOf(organisation, page) : [];
  const phone = contacts.find((contact) => contact.phone)?.phone;
  const email = contacts.find((contact) => contact.email)?.email;
  return {
    href: page.link(`${folder}${id}/`),
    name: organisationName(id, model, page),
    count: page.t('count.offers', { count: model.byOrganisation.get(id)?.length ?? 0 }),
    networks: networksOf(id, model, page),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
  };
}

const networksOf = (id: string, model: SiteModel, page: PageContext): Actor['networks'] =>
  (membershipsOf(model.catalogue).get(id) ?? []).map((membership) => {
    const role = roleOf(membership, page);
    return {
      href: page.link(`netzwerke/${membership.network.id}/`),
      name: entryTitle(membership.network, page),
      ...(role ? { role } : {}),
    };
  });

export const organisationRoute: Route<PagedItem> = {
  name: 'organisation',
  items: (model) =>
    pagesOf(model.catalogue.organisations.keys(), (id) => model.byOrganisation.get(id), model.catalogue.site.page_size),
  path: ({ id, number }) => pagePath(`${folder}${id}/`, number),
  render: (item, model, page) => {
    const { t } = page;
    const organisation = model.catalogue.organisations.get(item.id);
    if (!organisation) throw new Error(`No organisation “${item.id}”`);
    const { data } = organisation;
    const texts = textsIn(organisation, page.lang);
    const body = shownText(texts.body, page);
    const [first, ...others] = contactsOf(organisation, page);
    // The organisation's website stands with its first contact, unless that has one of its own.
    const contacts =
      data.url && !first?.url ? [{ ...first, url: data.url }, ...others] : first ? [first, ...others] : [];
    const words = pageWords(model, page);
    const explain = (text: string) => words.explain(text, body.lang);
    const parent = data.part_of === undefined ? undefined : organisationName(data.part_of, model, page);
    return (
      <DimensionPage
        item={item}
        parent={{ title: t('menu.organisations'), path: folder }}
        title={organisationName(item.id, model, page)}
        kicker={t(`enum.organisation.${data.kind}`)}
        lead={optionalText(texts.text('summary'), page)}
        offers={model.byOrganisation.get(organisation.id) ?? []}
        grouped
        after={networking(organisation.id, model, page)}
        words={words}
        model={model}
        page={page}
      >
        {parent && (
          <p>
            <span class="label">{t('organisation.part-of')}</span>{' '}
            <a href={page.link(`${folder}${data.part_of}/`)} {...foreign(parent)}>
              {parent.value}
            </a>
          </p>
        )}
        {body.value.trim() !== '' && (
          <Prose html={renderMarkdown(body.value, { mediaPath: page.media, explain })} lang={body.lang} />
        )}
        <ContactsSection contacts={contacts} page={page} />
      </DimensionPage>
    );
  },
};

/** What an organisation does beside its offers: its part in networks and the measures it answers for. */
function networking(id: string, model: SiteModel, page: PageContext): VNode | undefined {
  const { t } = page;
  const networks = networksOf(id, model, page);
  const all = [...model.catalogue.measures.values()];
  // One that goes on in a newer edition stands there.
  const continued = new Set(all.map(({ data }) => data.continues));
  const measures = all.filter((measure) => measure.data.responsible === id && !continued.has(measure.id));
  if (networks.length === 0 && measures.length === 0) return undefined;
  return (
    <>
      {networks.length > 0 && (
        <SteeringSection title={t('actor.networks')}>
          <MemberList members={networks} />
        </SteeringSection>
      )}
      {measures.length > 0 && (
        <SteeringSection title={t('actor.measures')}>
          <MeasureLinks measures={measures} page={page} />
        </SteeringSection>
      )}
    </>
  );
}
