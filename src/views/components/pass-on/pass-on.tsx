import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Icon } from '../icon/icon.tsx';

export interface PassOnProps {
  readonly t: Translate;
  /** Opens the offer in the language of whoever opens it. */
  readonly address: string;
  /** Address of the QR code of that address. */
  readonly code: string;
}

/** An offer for somebody else: a code for the other phone and on paper, a link for everybody else. */
export function PassOn({ t, address, code }: PassOnProps): VNode {
  return (
    <section class="pass-on" id="weitergeben">
      <img src={code} alt={t('pass-on.code')} width="164" height="164" />
      <div>
        <h2>{t('pass-on.title')}</h2>
        <p>{t('pass-on.scan')}</p>
        <p class="pass-on-ways no-print" data-share={address} data-copied={t('list.copied')} hidden>
          <button type="button" class="button button-second">
            <Icon name="share" />
            {t('list.share')}
          </button>{' '}
          <span role="status" />
        </p>
        <p class="pass-on-address">
          <bdi dir="ltr">{address}</bdi>
        </p>
      </div>
    </section>
  );
}
