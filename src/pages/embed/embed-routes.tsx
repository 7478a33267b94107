import type { VNode } from 'preact';
import { DataBlock } from '../../views/components/document/data-block.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { Notice } from '../../views/components/notice/notice.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { foreign, type ShownText } from '../../views/components/text/text.tsx';
import { embedScript, type EmbedBuilderData, type EmbedFrameData } from '../../views/embed-data.ts';
import type { PageContext } from '../../views/page-context.ts';
import { languageTags, townIds } from '../dimension-links.ts';
import { placeName, termLabel } from '../names.ts';
import type { Route } from '../route.ts';
import { languageTitle } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';
import { hasHub, hubPath } from '../steering-links.ts';
import { stepsTo } from '../steps.ts';
import { embedTexts } from './embed-files.ts';

export const embedPath = 'einbetten/';
export const framePath = 'einbetten/liste/';

/** Makes the code with which another website shows offers. */
export const embedRoute: Route<'embed'> = {
  name: 'embed',
  items: () => ['embed'],
  path: () => embedPath,
  render: (_, model, page) => <BuilderPage model={model} page={page} />,
};

/** The list as a page of its own, for frames: the only page that may stand in one. */
export const embedFrameRoute: Route<'frame'> = {
  name: 'embed-frame',
  items: () => ['frame'],
  path: () => framePath,
  isHidden: () => true,
  render: (_, model, page) => <FramePage model={model} page={page} />,
};

interface Props {
  readonly model: SiteModel;
  readonly page: PageContext;
}

function FramePage({ model, page }: Props): VNode {
  // In a frame nothing is kept on the device, so there is nothing to look after.
  const { appManifest: _appManifest, ...plain } = page;
  const data: EmbedFrameData = { root: page.root, texts: embedTexts(model) };
  return (
    <Document
      page={plain}
      neutral
      hidden
      title={page.t('menu.offers')}
      styles={['embed.css']}
      scripts={['embed-frame.js']}
    >
      <h1 class="visually-hidden">{page.t('menu.offers')}</h1>
      <angebotslotse-list lang={page.lang} heading-level="2" target="_top">
        <p>
          <a href={page.link('angebote/')} target="_top" rel="noopener">
            {page.t('menu.offers')}
          </a>
        </p>
      </angebotslotse-list>
      <DataBlock type="application/json" id="embed-data" data={data} />
    </Document>
  );
}

type Option = readonly [value: string, label: ShownText];

function BuilderPage({ model, page }: Props): VNode {
  const { t, site } = page;
  const { vocabularies } = model.catalogue;
  const data: EmbedBuilderData = {
    lang: page.lang,
    root: page.root,
    ...(site.url === undefined ? {} : { url: site.url }),
    texts: embedTexts(model),
    copied: t('embed.copied'),
    title: site.title,
  };
  const terms = (name: 'topics' | 'target-groups', used: ReadonlyMap<string, unknown>): Option[] =>
    Array.from(vocabularies[name].values())
      .filter(({ id }) => used.has(id))
      .map((term) => [term.id, termLabel(term, model, page)]);
  const origin = site.url === undefined ? 'https://…' : new URL(site.url).origin;
  const address = `${site.url ?? origin}${page.root}`;
  return (
    <Document
      page={page}
      title={t('embed.title')}
      description={t('embed.intro')}
      styles={['embed.css']}
      scripts={['embed-builder.js']}
    >
      <div class="wrap">
        <Breadcrumb
          {...(hasHub(model.catalogue) ? stepsTo(page, [{ value: t('steering.title') }, hubPath]) : stepsTo(page))}
        />
        <PageHeading title={{ value: t('embed.title') }} lead={{ value: t('embed.intro') }} />
        <noscript>
          <Notice tone="note" title={t('embed.no-script')} />
        </noscript>
        <div class="embed-layout" data-embed-ready hidden>
          <form id="embed-form" class="embed-form">
            <h2>{t('embed.what')}</h2>
            <Choice
              name="lang"
              label={t('embed.interface')}
              options={page.languages.map(({ tag, name }): Option => [tag, { value: name, lang: tag }])}
              value={page.lang}
            />
            <Choice
              name="topic"
              label={t('filter.topic')}
              any={t('embed.any')}
              options={terms('topics', model.byTopic)}
            />
            <Choice
              name="town"
              label={t('filter.town')}
              any={t('embed.any')}
              options={townIds(model)
                .filter((id) => model.byTown.has(id))
                .map((id): Option => [id, placeName(id, model, page)])}
            />
            <Choice
              name="audience"
              label={t('filter.audience')}
              any={t('embed.any')}
              options={terms('target-groups', model.byAudience)}
            />
            <Choice
              name="language"
              label={t('embed.spoken')}
              any={t('embed.any')}
              options={languageTags(model).map((tag): Option => [tag, { value: languageTitle(tag, page) }])}
            />
            <p class="embed-field">
              <label for="embed-limit">{t('embed.limit')}</label>
              <input
                id="embed-limit"
                name="limit"
                type="number"
                inputMode="numeric"
                min="1"
                max="50"
                defaultValue="6"
              />
            </p>
            <p class="embed-field">
              <label for="embed-heading">{t('embed.heading')}</label>
              <input id="embed-heading" name="heading" type="text" maxLength={120} autocomplete="off" />
            </p>
            <fieldset>
              <legend>{t('embed.way')}</legend>
              {(['element', 'frame'] as const).map((way) => (
                <label key={way} class="embed-way">
                  <input type="radio" name="way" value={way} defaultChecked={way === 'element'} />
                  <span>{t(`embed.${way}`)}</span>
                </label>
              ))}
            </fieldset>
          </form>
          <div class="embed-result">
            <p class="embed-field">
              <label class="embed-label" for="embed-code">
                {t('embed.code')}
              </label>
              <textarea id="embed-code" rows={8} readOnly dir="ltr" spellcheck={false} />
            </p>
            <p class="embed-copy">
              <button id="embed-copy" class="button" type="submit" form="embed-form">
                {t('embed.copy')}
              </button>{' '}
              <span id="embed-said" role="status" />
            </p>
            <section class="embed-preview">
              <h2>{t('embed.preview')}</h2>
              <div id="embed-preview" />
            </section>
          </div>
        </div>
        <section class="embed-it">
          <h2>{t('embed.it')}</h2>
          <p>{t('embed.private')}</p>
          <p>{t('embed.csp')}</p>
          <Code text={`script-src ${origin}; connect-src ${origin}; frame-src ${origin}`} />
          <p>{t('embed.style')}</p>
          <Code text={properties.map(([name, value]) => `${name}: ${value};`).join('\n')} />
          <Code text={`<script src="${address}${embedScript}" defer></script>`} />
        </section>
        <DataBlock type="application/json" id="embed-data" data={data} />
      </div>
    </Document>
  );
}

/** What the town's designers may set, with examples. */
const properties = [
  ['--angebotslotse-font', 'inherit'],
  ['--angebotslotse-color', '#222'],
  ['--angebotslotse-link', '#00558a'],
  ['--angebotslotse-line', '#ccc'],
  ['--angebotslotse-surface', '#fff'],
  ['--angebotslotse-focus', '#000'],
  ['--angebotslotse-radius', '0.5rem'],
  ['--angebotslotse-gap', '1rem'],
  ['--angebotslotse-column', '18rem'],
] as const;

const Code = ({ text }: { readonly text: string }): VNode => (
  <pre class="embed-code" lang="en" dir="ltr" translate={false} tabIndex={0}>
    <code>{text}</code>
  </pre>
);

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly any?: string;
  readonly options: readonly Option[];
  readonly value?: string;
}

function Choice({ name, label, any, options, value }: ChoiceProps): VNode {
  return (
    <p class="embed-field">
      <label for={`embed-${name}`}>{label}</label>
      <select id={`embed-${name}`} name={name}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([id, text]) => (
          <option key={id} value={id} selected={id === value} {...foreign(text)}>
            {text.value}
          </option>
        ))}
      </select>
    </p>
  );
}
