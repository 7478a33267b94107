import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Contact, type ContactData } from '../contact/contact.tsx';

/** Where to get help from a person; stands wherever someone may be stuck. */
export function HelpBox({ t, contact }: { readonly t: Translate; readonly contact: ContactData }): VNode {
  return (
    <section class="help-box">
      <div>
        <h2>{t('help.title')}</h2>
        <p>{t('help.text')}</p>
      </div>
      <Contact t={t} contact={contact} />
    </section>
  );
}
