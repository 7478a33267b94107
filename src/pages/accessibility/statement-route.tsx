import type { VNode } from 'preact';
import type { Catalogue } from '../../model/catalogue.ts';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { Contact } from '../../views/components/contact/contact.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { foreign } from '../../views/components/text/text.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { reachable } from '../contact-data.ts';
import { perCatalogue } from '../per-catalogue.ts';
import type { Route } from '../route.ts';
import { labelText, languageName } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';
import { stepsTo } from '../steps.ts';
import { stateLaws } from './enforcement.ts';
import record from './test-record.json' with { type: 'json' };

const id = 'barrierefreiheit';
export const statementPath = `${id}/`;

/** A town that keeps its own statement among its pages shows that one. */
export const makesStatement = ({ pages }: Catalogue): boolean => !pages.has(id);

/**
 * The statement that § 10b BGG NRW wants of public bodies (Directive (EU) 2016/2102): from what the town found in its
 * assessment, what the tests of the program found, and what can be counted in the catalogue.
 */
export const statementRoute: Route<typeof id> = {
  name: 'accessibility-statement',
  items: ({ catalogue }) => (makesStatement(catalogue) ? [id] : []),
  path: () => statementPath,
  render: (_, model, page) => <Statement model={model} page={page} />,
};

/** How many offers stand in the catalogue, and how many of them have a text in each language. */
const countTexts = perCatalogue(({ offers, languages, site }) => {
  const shown = [...offers.values()].filter(({ standing }) => standing !== 'ended');
  const withText = (lang: string): number =>
    shown.filter(({ translations }) => lang === site.source_language || translations.has(lang)).length;
  return { total: shown.length, texts: new Map([...languages, 'de-simple'].map((lang) => [lang, withText(lang)])) };
});

function Statement({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode {
  const { t, formats } = page;
  const { site } = model.catalogue;
  const { publisher, source_language: source, accessibility_statement: town } = site;
  const state = stateLaws[site.state];
  const law = town?.law ?? state?.law;
  const body = town?.enforcement ?? state?.body;
  const { total, texts } = countTexts(model.catalogue);
  const untranslated = total - (texts.get(page.lang) ?? 0);
  const notPlain = total - (texts.get('de-simple') ?? 0);
  return (
    <Document page={page} title={t('accessibility.title')} description={t('accessibility.lead')}>
      <div class="wrap wrap-narrow">
        <Breadcrumb {...stepsTo(page)} />
        <PageHeading title={{ value: t('accessibility.title') }} lead={{ value: t('accessibility.lead') }} />
        <div class="prose">
          <p>
            {t('accessibility.scope', { publisher: publisher.name, site: page.site.title })}
            {law !== undefined && <> {t('accessibility.law', { law })}</>}
          </p>
          <h2>{t('accessibility.result')}</h2>
          <p>{t(town === undefined ? 'accessibility.result.unknown' : `accessibility.result.${town.result}`)}</p>
          {town && (
            <p>
              {town.assessed_by === undefined
                ? t('accessibility.assessed-self', { date: formats.date(town.assessed_on) })
                : t('accessibility.assessed-by', { date: formats.date(town.assessed_on), name: town.assessed_by })}
            </p>
          )}
          <h2>{t('accessibility.tests')}</h2>
          <p>
            {t('accessibility.tests.text', {
              date: formats.date(record.date),
              pages: record.pages,
              languages: formats.list(record.languages.map((lang) => languageName(lang, page))),
              standard: record.standard,
              tool: record.tool,
            })}
          </p>
          <p>{t('accessibility.tests.limit')}</p>
          <h2>{t('accessibility.barriers')}</h2>
          <ul>
            {(town?.barriers ?? []).map((labels, index) => {
              const text = labelText(labels, page, source);
              return (
                <li key={index} {...foreign(text)}>
                  {text.value}
                </li>
              );
            })}
            {untranslated > 0 && <li>{t('accessibility.barriers.untranslated', { count: untranslated, total })}</li>}
            {notPlain > 0 && page.lang !== 'de-simple' && (
              <li>{t('accessibility.barriers.plain', { count: notPlain, total })}</li>
            )}
            <li>{t('accessibility.barriers.links')}</li>
          </ul>
          <h2>{t('accessibility.places')}</h2>
          <p>{t('accessibility.places.text')}</p>
          <h2>{t('accessibility.report')}</h2>
          <p>{t('accessibility.report.text', { days: town?.answer_days ?? 14 })}</p>
        </div>
        <Contact t={t} contact={{ role: { value: publisher.name }, ...reachable(publisher) }} />
        <div class="prose">
          {body && (
            <>
              <h2>{t('accessibility.enforcement')}</h2>
              <p>{t('accessibility.enforcement.text')}</p>
              <p>
                <a href={body.url} rel="noopener" {...(page.lang === source ? {} : foreign({ lang: source }))}>
                  {body.name}
                </a>
              </p>
            </>
          )}
          {town && (
            <p>
              {t('accessibility.dates', {
                made: formats.date(town.made_on ?? town.assessed_on),
                reviewed: formats.date(town.reviewed_on ?? town.assessed_on),
              })}
            </p>
          )}
        </div>
      </div>
    </Document>
  );
}
