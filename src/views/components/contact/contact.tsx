import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Icon } from '../icon/icon.tsx';
import { foreign, type ShownText, Text } from '../text/text.tsx';

export interface ContactData {
  readonly role?: ShownText;
  readonly person?: string;
  /** `href` is the whole `tel:` address. */
  readonly phone?: { readonly href: string; readonly number: string };
  readonly email?: string;
  readonly url?: string;
  readonly hours?: ShownText;
}

/** Whom to call or write to. The call comes first: on a phone it is what most people want. */
export function Contact({ t, contact }: { readonly t: Translate; readonly contact: ContactData }): VNode {
  const { role, person, phone, email, url, hours } = contact;
  return (
    <div class="contact">
      {role && (
        <p class="contact-name" {...foreign(role)}>
          {role.value}
        </p>
      )}
      {person && (
        <p class="contact-name">
          <bdi translate={false}>{person}</bdi>
        </p>
      )}
      {hours && (
        <p class="contact-hours">
          <span class="label">{t('contact.hours')}</span> <Text text={hours} />
        </p>
      )}
      <ul class="contact-ways">
        {phone && (
          <li>
            <a class="button" href={phone.href}>
              <Icon name="phone" />
              <CallLabel t={t} number={phone.number} />
            </a>
          </li>
        )}
        {email && (
          <li>
            <a class="button button-second" href={`mailto:${email}`}>
              <Icon name="mail" />
              <span>{t('contact.write')}</span>
            </a>
            <bdi class="contact-address" translate={false}>
              {email}
            </bdi>
          </li>
        )}
        {url && (
          <li>
            <a class="button button-second" href={url} rel="noopener">
              <Icon name="globe" />
              <span>{t('contact.website')}</span>
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** “Call 0221 …” with the number isolated, so that it reads from left to right in every language. */
function CallLabel({ t, number }: { readonly t: Translate; readonly number: string }): VNode {
  const [before = '', after = ''] = t('contact.call', { phone: '\u0000' }).split('\u0000');
  return (
    <span>
      {before}
      <bdi class="number" dir="ltr" translate={false}>
        {number}
      </bdi>
      {after}
    </span>
  );
}
