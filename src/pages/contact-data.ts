import type { CatalogueOffer, Entry } from '../model/catalogue.ts';
import type { Contact } from '../model/schema.generated.ts';
import { textsIn } from '../model/translation.ts';
import type { ContactData } from '../views/components/contact/contact.tsx';
import type { PageContext } from '../views/page-context.ts';
import { organisationName } from './names.ts';
import { optionalText, phoneHref } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

/** The contacts of an offer, an organisation, a network … as a page shows them. */
export function contactsOf(entry: Entry<{ contacts?: Contact[] }>, page: PageContext): ContactData[] {
  const texts = textsIn(entry, page.lang);
  return (entry.data.contacts ?? []).map(({ person, phone, email, url }, index) => ({
    role: optionalText(texts.text(`contacts.${index}.role`), page),
    hours: optionalText(texts.text(`contacts.${index}.hours`), page),
    ...reachable({ phone, email, url }),
    ...(person ? { person } : {}),
  }));
}

/** Whom to ask about an offer: its own contacts; where none of them can be reached, those of the organisation. */
export function contactsFor(offer: CatalogueOffer, model: SiteModel, page: PageContext): ContactData[] {
  const own = contactsOf(offer, page);
  if (own.some(isReachable)) return own;
  const organisation = model.catalogue.organisations.get(offer.data.organisation);
  if (!organisation) return own;
  const { url } = organisation.data;
  const others = contactsOf(organisation, page).filter(isReachable);
  const role = organisationName(organisation.id, model, page);
  return [
    ...own,
    ...(others.length === 0 && url ? [{ url }] : others).map((contact: ContactData) => ({
      ...contact,
      role: contact.role ?? role,
    })),
  ];
}

export const isReachable = ({ phone, email, url }: ContactData): boolean => Boolean(phone ?? email ?? url);

/** Phone, e-mail and website as links. */
export function reachable({ phone, email, url }: { phone?: string; email?: string; url?: string }): ContactData {
  return {
    ...(phone ? { phone: { href: phoneHref(phone), number: phone } } : {}),
    ...(email ? { email } : {}),
    ...(url ? { url } : {}),
  };
}
