import type { VNode } from 'preact';
import { Contact, type ContactData } from '../views/components/contact/contact.tsx';
import type { PageContext } from '../views/page-context.ts';

export interface ContactsSectionProps {
  readonly contacts: readonly ContactData[];
  readonly page: PageContext;
}

/** Whom to ask; nothing where nobody is named. */
export function ContactsSection({ contacts, page }: ContactsSectionProps): VNode | null {
  if (contacts.length === 0) return null;
  return (
    <section class="contacts contacts-row">
      <h2>{page.t('contact.title')}</h2>
      {contacts.map((contact, index) => (
        <Contact key={index} t={page.t} contact={contact} />
      ))}
    </section>
  );
}
