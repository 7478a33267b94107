import type { CatalogueOffer, CatalogueOrganisation } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import type { ContactData } from '../views/components/contact/contact.tsx';
import type { PageContext } from '../views/page-context.ts';
import { optionalText, phoneHref } from './shown-text.ts';

/** The contacts of an offer or organisation as a page shows them. */
export function contactsOf(entry: CatalogueOffer | CatalogueOrganisation, page: PageContext): ContactData[] {
  const texts = textsIn(entry, page.lang);
  return (entry.data.contacts ?? []).map(({ person, phone, email, url }, index) => ({
    role: optionalText(texts.text(`contacts.${index}.role`), page),
    hours: optionalText(texts.text(`contacts.${index}.hours`), page),
    ...reachable({ phone, email, url }),
    ...(person ? { person } : {}),
  }));
}

/** Phone, e-mail and website as links. */
export function reachable({ phone, email, url }: { phone?: string; email?: string; url?: string }): ContactData {
  return {
    ...(phone ? { phone: { href: phoneHref(phone), number: phone } } : {}),
    ...(email ? { email } : {}),
    ...(url ? { url } : {}),
  };
}
