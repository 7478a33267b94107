import type { VNode } from 'preact';
import type { CatalogueOffer } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { Notice } from '../views/components/notice/notice.tsx';
import { foreign } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { optionalText } from './shown-text.ts';
import { TranslationNotice } from './translation-notice.tsx';

/** What must be known before the facts: that an offer is on pause, has ended, may be out of date or is not translated. */
export function OfferNotices({ offer, page }: { readonly offer: CatalogueOffer; readonly page: PageContext }): VNode {
  const { t, formats } = page;
  const { data, standing, freshness } = offer;
  const reason = optionalText(textsIn(offer, page.lang).text('paused.reason'), page);
  const start = data.valid?.from;
  return (
    <>
      {standing === 'ended' && <Notice tone="stop" title={t('notice.ended')} />}
      {standing === 'paused' && (
        <Notice tone="wait" title={t('notice.paused')}>
          {data.paused?.until && <p>{t('notice.paused-until', { date: formats.date(data.paused.until) })}</p>}
          {reason && <p {...foreign(reason)}>{reason.value}</p>}
        </Notice>
      )}
      {standing === 'upcoming' && start && (
        <Notice tone="wait" title={t('notice.upcoming', { date: formats.date(start) })} />
      )}
      {standing !== 'ended' && freshness === 'ask-first' && (
        <Notice tone="wait" title={t('notice.ask-first')}>
          <p>{t('notice.ask-first-text', { date: formats.date(data.reviewed) })}</p>
        </Notice>
      )}
      <TranslationNotice entry={offer} page={page} />
    </>
  );
}
