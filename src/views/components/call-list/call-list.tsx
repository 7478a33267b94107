import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Icon } from '../icon/icon.tsx';
import { foreign, type ShownText } from '../text/text.tsx';

export interface Call {
  readonly id: string;
  readonly name: ShownText;
  readonly text?: ShownText;
  readonly number: string;
  /** The whole `tel:` address. */
  readonly href: string;
  /** In words. */
  readonly languages?: string;
  readonly url?: string;
}

export interface CallListProps {
  readonly t: Translate;
  readonly calls: readonly Call[];
  /** In danger: the numbers stand out. */
  readonly urgent?: boolean;
}

/** Numbers to call: one tap each, with who answers and when to call. */
export function CallList({ t, calls, urgent }: CallListProps): VNode {
  return (
    <ul class={urgent ? 'call-list call-list-urgent' : 'call-list'} role="list">
      {calls.map(({ id, name, text, number, href, languages, url }) => (
        <li key={id} class="call">
          <h3 class="call-name" {...foreign(name)}>
            {name.value}
          </h3>
          <a class="call-number" href={href}>
            <Icon name="phone" />
            <bdi class="number" dir="ltr" translate={false}>
              {number}
            </bdi>
          </a>
          {text && <p {...foreign(text)}>{text.value}</p>}
          {languages && (
            <p class="call-languages">
              <span class="label">{t('offer.facts.languages')}</span> {languages}
            </p>
          )}
          {url && (
            <p class="no-print">
              <a class="call-link" href={url} rel="noopener">
                {t('contact.website')} <bdi dir="ltr">{new URL(url).hostname.replace(/^www\./, '')}</bdi>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
