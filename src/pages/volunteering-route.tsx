import type { VNode } from 'preact';
import type { CatalogueOffer } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { Contact } from '../views/components/contact/contact.tsx';
import { Document } from '../views/components/document/document.tsx';
import { Facts } from '../views/components/facts/facts.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import { foreign } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { contactsFor, reachable } from './contact-data.ts';
import { entryTitle, organisationName } from './names.ts';
import { languagesText } from './offer-card.ts';
import type { Route } from './route.ts';
import { optionalText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';
import { volunteeringFacts } from './volunteering-facts.tsx';

export const volunteeringPath = 'ehrenamt/';

/** For people who want to help: what they would do, when, and whom to ask, without a click in between. */
export const volunteeringRoute: Route<'volunteering'> = {
  name: 'volunteering',
  items: (model) => (volunteeringOffers(model).length > 0 ? ['volunteering'] : []),
  path: () => volunteeringPath,
  render: (_, model, page) => <VolunteeringPage model={model} page={page} />,
};

/** Offers for those who want to give their time; a town without any has no page for them. */
export const volunteeringOffers = ({ current }: SiteModel): CatalogueOffer[] =>
  current.filter(({ data }) => data.type === 'volunteering');

interface Props {
  readonly model: SiteModel;
  readonly page: PageContext;
}

function VolunteeringPage({ model, page }: Props): VNode {
  const { t } = page;
  return (
    <Document page={page} title={t('volunteering.title')} description={t('volunteering.lead')}>
      <div class="wrap">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading icon="heart" title={{ value: t('volunteering.title') }} lead={{ value: t('volunteering.lead') }} />
        <div class="volunteering-list">
          {volunteeringOffers(model).map((offer) => (
            <Task key={offer.id} offer={offer} model={model} page={page} />
          ))}
        </div>
        <HelpBox t={t} contact={reachable(page.site.publisher)} />
      </div>
    </Document>
  );
}

function Task({ offer, model, page }: Props & { readonly offer: CatalogueOffer }): VNode {
  const { t } = page;
  const title = entryTitle(offer, page);
  const summary = optionalText(textsIn(offer, page.lang).text('summary'), page);
  const organisation = organisationName(offer.data.organisation, model, page);
  const languages = languagesText(offer, page);
  const [contact] = contactsFor(offer, model, page);
  return (
    <article class="volunteering-task">
      <h2>
        <a href={page.link(`angebote/${offer.id}/`)} {...foreign(title)}>
          {title.value}
        </a>
      </h2>
      <p class="label" {...foreign(organisation)}>
        {organisation.value}
      </p>
      {summary && <p {...foreign(summary)}>{summary.value}</p>}
      <Facts
        facts={[
          ...volunteeringFacts(offer, page),
          ...(languages === undefined
            ? []
            : [{ icon: 'speech' as const, label: t('offer.facts.languages'), value: languages }]),
        ]}
      />
      {contact && <Contact t={t} contact={contact} />}
    </article>
  );
}
