import type { VNode } from 'preact';
import { loadMessages } from '../../i18n/load-texts.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { formatsFor } from '../../i18n/formats.ts';
import type { EmergencyNumber } from '../../model/catalogue.ts';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { type Call, CallList } from '../../views/components/call-list/call-list.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { ResultList } from '../../views/components/result-list/result-list.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { fittingOffers } from '../life-situations/fitting-offers.ts';
import { emergencySituation, selectionOf } from '../life-situations/situations.ts';
import { offerCard } from '../offer-card.ts';
import type { Route } from '../route.ts';
import { labelText, languageName, phoneHref } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';
import { stepsTo } from '../steps.ts';
import { emergencyPath, hasEmergencyPage } from './emergency-path.ts';

/** More would be too much for somebody in need. */
const shown = 4;

const phrases = ['emergency.say.ambulance', 'emergency.say.police', 'emergency.say.address'] as const;

/** Whom to call in danger and in distress, one tap away from every page. */
export const emergencyRoute: Route<'emergency'> = {
  name: 'emergency',
  items: ({ catalogue }) => (hasEmergencyPage(catalogue) ? ['emergency'] : []),
  path: () => emergencyPath,
  render: (_, model, page) => <EmergencyPage model={model} page={page} />,
};

function EmergencyPage({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t } = page;
  const german = createTranslator(loadMessages('de'), formatsFor('de'));
  const { emergency, vocabularies } = model.catalogue;
  const situation = vocabularies['life-situations'].get(emergencySituation);
  const nearby = situation ? fittingOffers(selectionOf(situation, model), model, page.lang).slice(0, shown) : [];
  const callsOf = (kind: EmergencyNumber['kind']): Call[] =>
    emergency.filter((one) => one.kind === kind).map((one) => callOf(one, model, page));
  const [now, listening] = [callsOf('emergency'), callsOf('helpline')];
  return (
    <Document page={page} title={t('emergency.title')} description={t('emergency.lead')} styles={['guide.css']}>
      <div class="wrap emergency-page">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('emergency.title') }} lead={{ value: t('emergency.lead') }} icon="alert" />
        {now.length > 0 && (
          <section>
            <h2>{t('emergency.now')}</h2>
            <CallList t={t} calls={now} urgent />
          </section>
        )}
        {now.length > 0 && (
          <section>
            <h2>{t('emergency.say')}</h2>
            <ul class="emergency-phrases" role="list">
              {phrases.map((key) => (
                <Phrase key={key} german={german(key)} own={t(key)} lang={page.lang} />
              ))}
            </ul>
            <p class="more-links">{t('emergency.say.wait')}</p>
          </section>
        )}
        {listening.length > 0 && (
          <section>
            <h2>{t('emergency.listen')}</h2>
            <CallList t={t} calls={listening} />
          </section>
        )}
        {nearby.length > 0 && (
          <section>
            <h2>{t('emergency.nearby')}</h2>
            <ResultList level={3} results={nearby.map((offer) => ({ card: offerCard(offer, model, page) }))} />
          </section>
        )}
      </div>
    </Document>
  );
}

/** What to say in German, and what it means. */
function Phrase({
  german,
  own,
  lang,
}: {
  readonly german: string;
  readonly own: string;
  readonly lang: string;
}): VNode {
  return lang === 'de' ? (
    <li>{german}</li>
  ) : (
    <li>
      <span lang="de" dir="ltr">
        {german}
      </span>
      {lang !== 'de-simple' && own}
    </li>
  );
}

function callOf({ id, name, text, phone, languages, url }: EmergencyNumber, model: SiteModel, page: PageContext): Call {
  const source = model.catalogue.site.source_language;
  return {
    id,
    name: labelText(name, page, source),
    ...(text ? { text: labelText(text, page, source) } : {}),
    number: phone,
    href: phoneHref(phone),
    ...(languages ? { languages: page.formats.list(languages.map((code) => languageName(code, page))) } : {}),
    ...(url === undefined ? {} : { url }),
  };
}
