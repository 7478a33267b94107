import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/translator.ts';
import { Notice } from '../../views/components/notice/notice.tsx';
import type { DatasheetPageData, OfferSource } from '../../views/datasheet-page-data.ts';
import type { Checker } from './checker.ts';
import { loadChecker } from './checker.ts';
import { HandInWays } from './hand-in-ways.tsx';
import { textOf } from './sheet-data.ts';
import { todayHere } from '../today.ts';

interface Props {
  readonly t: Translate;
  readonly page: DatasheetPageData;
  readonly offer: OfferSource;
  readonly kind: 'gone' | 'still-correct';
}

/** Says of an offer that it is over, or that everything is still right: one question, one click. */
export function ReportApp({ t, page, offer, kind }: Props): VNode {
  const [checker, setChecker] = useState<Checker | 'failed' | undefined>();
  const [stale, setStale] = useState(false);
  const today = todayHere();
  useEffect(() => {
    loadChecker(page, today).then(setChecker, () => setChecker('failed'));
  }, []);
  const title = textOf(offer.data['title']) || offer.id;
  const change = kind === 'gone' ? { status: 'ended' } : { reviewed: today };
  return (
    <div class="sheet-form">
      <h2>
        <bdi lang={offer.lang}>{title}</bdi>
      </h2>
      <p>{t(`datasheet.${kind}-text`)}</p>
      {checker === undefined && <p role="status">{t('datasheet.loading')}</p>}
      {checker === 'failed' && <Notice tone="stop" title={t('datasheet.load-error')} />}
      {checker !== undefined && checker !== 'failed' && (
        <HandInWays
          t={t}
          page={page}
          files={[
            { path: `offers/${offer.id}.md`, text: checker.script.writeEntry('offers', change, ''), isChange: true },
          ]}
          isCorrection
          subject={`${t(`datasheet.${kind}`)}: ${title}`}
          handIn={{ kind, lang: page.lang, id: offer.id, ...(offer.of === undefined ? {} : { of: offer.of }) }}
          onSent={() => {}}
          onRefused={() => {}}
          onStale={async () => setStale(true)}
        />
      )}
      <div role="status">
        {stale && (
          <Notice tone="wait" title={t('send.stale')}>
            <p>{t('send.stale-wait')}</p>
          </Notice>
        )}
      </div>
      <p>
        <a href={`${page.root}${page.lang}/angebote/${offer.id}/`}>{t('datasheet.back')}</a>
      </p>
    </div>
  );
}
