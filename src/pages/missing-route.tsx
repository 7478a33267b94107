import type { VNode } from 'preact';
import { forgeName } from '../datasheet/forge-address.ts';
import { loadMessages } from '../i18n/load-texts.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { DataBlock } from '../views/components/document/data-block.tsx';
import { Document } from '../views/components/document/document.tsx';
import { HelpBox } from '../views/components/help-box/help-box.tsx';
import { Notice } from '../views/components/notice/notice.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import type { FormOption, HandInWays } from '../views/datasheet-page-data.ts';
import type { MissingPageData } from '../views/missing-page-data.ts';
import type { PageContext } from '../views/page-context.ts';
import { reachable } from './contact-data.ts';
import { spokenLanguageOptions, waysOf } from './datasheet-page-data.ts';
import { townIds } from './dimension-links.ts';
import { missingPath } from './missing-path.ts';
import { placeName, termLabel } from './names.ts';
import { originOf } from './participate-route.tsx';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';
import { stepsTo } from './steps.ts';

/** A short form for everybody who did not find what they need; of the answers only sums are ever shown. */
export const missingRoute: Route<'missing'> = {
  name: 'missing',
  items: () => ['missing'],
  path: () => missingPath,
  render: (_, model, page) => <MissingPage model={model} page={page} />,
};

interface Props {
  readonly model: SiteModel;
  readonly page: PageContext;
}

function MissingPage({ model, page }: Props): VNode {
  const { t } = page;
  const data = missingPageData(model, page);
  return (
    <Document
      page={page}
      title={t('missing.title')}
      description={t('missing.lead')}
      scripts={['missing.js']}
      connect={originOf(data.ways.inbox)}
    >
      <div class="wrap wrap-narrow">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('missing.title') }} lead={{ value: t('missing.lead') }} />
        {/* The form takes the place of all that stands inside. */}
        <div id="missing">
          <noscript>
            <Notice tone="wait" title={t('missing.no-script')}>
              <PlainWays ways={data.ways} page={page} />
            </Notice>
          </noscript>
        </div>
        <DataBlock type="application/json" id="missing-data" data={data} />
        <HelpBox t={t} contact={reachable(page.site.publisher)} />
      </div>
    </Document>
  );
}

/** A mail or an entry in the forge, written by hand. */
function PlainWays({
  ways: { email, repository },
  page,
}: {
  readonly ways: HandInWays;
  readonly page: PageContext;
}): VNode {
  const { t } = page;
  return (
    <ul class="plain-ways">
      {email !== undefined && (
        <li>
          <a href={`mailto:${email}?subject=${encodeURIComponent(t('missing.subject'))}`}>
            {t('send.email')}: <bdi dir="ltr">{email}</bdi>
          </a>
        </li>
      )}
      {repository && (
        <li>
          <a href={`${repository.url}${repository.kind === 'gitlab' ? '/-' : ''}/issues/new`} rel="noopener">
            {t('send.forge', { forge: forgeName(repository) })}
          </a>
        </li>
      )}
    </ul>
  );
}

/** Groups of texts that the form uses. */
const messageGroups =
  /^(missing|send)\.|^(search\.retry|filter\.(topic|town|audience|language)|datasheet\.(choose|optional|next)|error\.(missing|too-short|too-long|number))$/;

function missingPageData(model: SiteModel, page: PageContext): MissingPageData {
  const { catalogue } = model;
  const { vocabularies } = catalogue;
  const messages = loadMessages(page.lang, catalogue.texts.get(page.lang));
  const terms = (name: 'topics' | 'target-groups'): FormOption[] =>
    Array.from(vocabularies[name].values(), (term) => ({ value: term.id, label: termLabel(term, model, page) }));
  return {
    lang: page.lang,
    today: page.today,
    messages: Object.fromEntries([...messages].filter(([key]) => messageGroups.test(key))),
    choices: {
      topics: terms('topics'),
      where: townIds(model).map((id) => ({ value: id, label: placeName(id, model, page) })),
      whom: terms('target-groups'),
      languages: spokenLanguageOptions(model, page),
    },
    ways: waysOf(model),
    proofScript: page.asset('datasheet-proof.js'),
  };
}
