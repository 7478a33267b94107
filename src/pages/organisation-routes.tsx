import { renderMarkdown } from '../content/markdown.ts';
import { textsIn } from '../model/translation.ts';
import { Contact } from '../views/components/contact/contact.tsx';
import { EntryList } from '../views/components/entry-list/entry-list.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { foreign } from '../views/components/text/text.tsx';
import { contactsOf } from './contact-data.ts';
import { DimensionIndex, DimensionPage } from './dimension-page.tsx';
import { organisationName } from './names.ts';
import { type PagedItem, pagePath, pagesOf } from './paging.ts';
import type { Route } from './route.ts';
import { optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

const folder = 'traeger/';

function organisationIds({ catalogue }: SiteModel): string[] {
  const collator = new Intl.Collator(catalogue.site.source_language);
  return Array.from(catalogue.organisations.values())
    .sort((a, b) => collator.compare(a.data.name, b.data.name))
    .map(({ id }) => id);
}

export const organisationsRoute: Route<'organisations'> = {
  name: 'organisations',
  items: () => ['organisations'],
  path: () => folder,
  render: (_, model, page) => (
    <DimensionIndex page={page} title={page.t('menu.organisations')} intro={page.t('organisations.intro')}>
      <EntryList
        entries={organisationIds(model).map((id) => {
          const kind = model.catalogue.organisations.get(id)?.data.kind;
          return {
            href: page.link(`${folder}${id}/`),
            title: organisationName(id, model, page),
            kicker: kind && page.t(`enum.organisation.${kind}`),
            count: page.t('count.offers', { count: model.byOrganisation.get(id)?.length ?? 0 }),
          };
        })}
      />
    </DimensionIndex>
  ),
};

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
          <Prose html={renderMarkdown(body.value, { mediaPath: page.media })} lang={body.lang} />
        )}
        {contacts.length > 0 && (
          <section class="contacts contacts-row">
            <h2>{t('contact.title')}</h2>
            {contacts.map((contact, index) => (
              <Contact key={index} t={t} contact={contact} />
            ))}
          </section>
        )}
      </DimensionPage>
    );
  },
};
