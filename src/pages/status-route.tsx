import type { VNode } from 'preact';
import type { RuleId } from '../insight/completeness.ts';
import { contentStatus, type ContentStatus } from '../insight/status.ts';
import type { CatalogueFunding } from '../model/catalogue.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import { textsIn } from '../model/translation.ts';
import { Definition } from '../views/components/definition/definition.tsx';
import { type EntryRow, EntryRows } from '../views/components/entry-rows/entry-rows.tsx';
import { KeyFigures } from '../views/components/key-figures/key-figures.tsx';
import { foreign, type ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { measurePath } from './concept-data.tsx';
import { entryTitle, organisationName } from './names.ts';
import { perCatalogue } from './per-catalogue.ts';
import type { Route } from './route.ts';
import { languageTitle, optionalText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';

export const statusPath = 'stand/';

const statusOf = perCatalogue(contentStatus);

/** How up to date and complete the guide is; a town that does not want to show it leaves it out in `site.yml`. */
export const statusRoute: Route<'status'> = {
  name: 'status',
  items: ({ catalogue }) => (catalogue.site.status_page ? ['status'] : []),
  path: () => statusPath,
  render: (_, model, page) => <StatusPage model={model} page={page} />,
};

interface PartProps {
  readonly status: ContentStatus;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function StatusPage({ model, page }: Omit<PartProps, 'status'>): VNode {
  const { t } = page;
  const { catalogue } = model;
  const status = statusOf(catalogue);
  const props = { status, model, page };
  return (
    <SteeringPage
      catalogue={catalogue}
      page={page}
      title={{ value: t('status.title') }}
      lead={{ value: t('status.lead') }}
    >
      <Freshness {...props} />
      <Completeness {...props} />
      <Translations {...props} />
      <Listed
        title={t('status.ends-soon')}
        rows={status.endingSoon.map(({ offer, until }) => ({
          ...offerRow(offer, props),
          date: untilDate(until, page),
        }))}
        page={page}
      />
      {catalogue.funding.size > 0 && (
        <Listed
          title={t('status.funding')}
          rows={status.fundingRunsOut.map(({ funding, until, offers, measures }) => ({
            href: page.link(`foerderung/${funding}/`),
            title: titleIn(catalogue.funding, funding, page),
            date: untilDate(until, page),
            details: [
              ...(offers.length > 0 ? [{ value: t('count.offers', { count: offers.length }) }] : []),
              ...(measures.length > 0 ? [{ value: t('rollup.count', { count: measures.length }) }] : []),
            ],
          }))}
          page={page}
        />
      )}
      {status.deadlines.length > 0 && (
        <Listed
          title={t('funding.deadlines')}
          rows={status.deadlines.map(({ funding, date, index }) => ({
            href: page.link(`foerderung/${funding}/`),
            title: titleIn(catalogue.funding, funding, page),
            date: { datetime: date, text: page.formats.date(date) },
            details: deadlineNote(catalogue.funding.get(funding), index, page),
          }))}
          page={page}
        />
      )}
      {catalogue.measures.size > 0 && (
        <Listed
          title={t('status.late')}
          rows={status.lateMeasures.map(({ measure, until, hasReason }) => ({
            href: page.link(measurePath(measure)),
            title: titleIn(catalogue.measures, measure, page),
            date: untilDate(until, page),
            ...(hasReason ? {} : { details: [{ value: `${t('field.reason')}: ${t('gaps.none-value')}` }] }),
          }))}
          page={page}
        />
      )}
      {catalogue.searches.length > 0 && <Searches model={model} page={page} />}
      <Listed
        title={t('actor.no-offers')}
        rows={status.withoutSheet.map((id) => ({
          href: page.link(`traeger/${id}/`),
          title: organisationName(id, model, page),
        }))}
        page={page}
      />
    </SteeringPage>
  );
}

const titleIn = (
  entries: ReadonlyMap<string, Parameters<typeof entryTitle>[0]>,
  id: string,
  page: PageContext,
): ShownText => {
  const entry = entries.get(id);
  return entry ? entryTitle(entry, page) : { value: id };
};

/** What the deadline is for, where that is said. */
function deadlineNote(funding: CatalogueFunding | undefined, index: number, page: PageContext): ShownText[] {
  const note = funding && optionalText(textsIn(funding, page.lang).text(`deadlines.${index}.note`), page);
  return note ? [note] : [];
}

const offerRow = (id: string, { model, page }: PartProps): EntryRow => ({
  href: page.link(`angebote/${id}/`),
  title: titleIn(model.catalogue.offers, id, page),
});

const untilDate = (until: IsoDate, { t, formats }: PageContext): NonNullable<EntryRow['date']> => ({
  datetime: until,
  text: t('schedule.valid-until', { until: formats.date(until) }),
});

interface ListedProps {
  readonly title: string;
  readonly rows: readonly EntryRow[];
  readonly page: PageContext;
}

/** What needs somebody's attention, or that nothing does. */
function Listed({ title, rows, page }: ListedProps): VNode {
  return (
    <SteeringSection title={title}>
      {rows.length > 0 ? <EntryRows rows={rows} /> : <p>{page.t('status.nothing')}</p>}
    </SteeringSection>
  );
}

function Freshness(props: PartProps): VNode {
  const { t, formats } = props.page;
  const { freshness } = props.status;
  const count = (kind: keyof typeof freshness): string => formats.number(freshness[kind].length);
  const due = [...freshness['ask-first'], ...freshness.due];
  return (
    <SteeringSection title={t('status.freshness')}>
      <KeyFigures
        figures={[
          { value: count('fresh'), label: { value: t('status.fresh') } },
          { value: count('due'), label: { value: t('status.due') } },
          { value: count('ask-first'), label: { value: t('status.ask-first') } },
        ]}
      />
      <Definition t={t}>
        <p>{t('status.freshness-definition')}</p>
      </Definition>
      {due.length > 0 && (
        <EntryRows
          rows={due.map(({ offer, reviewed }) => ({
            ...offerRow(offer, props),
            details: [{ value: `${t('offer.facts.reviewed')}: ${formats.date(reviewed)}` }],
          }))}
        />
      )}
    </SteeringSection>
  );
}

/** What the rules of completeness look at, in the words of the pages. */
function ruleLabel(rule: RuleId, { t }: PageContext): string {
  const labels: Readonly<Record<RuleId, string>> = {
    fresh: t('status.freshness'),
    times: t('offer.facts.when'),
    contact: t('contact.title'),
    description: t('offer.about'),
    'step-free': t('offer.facts.step-free'),
    accessibility: t('field.accessibility'),
    childcare: t('offer.facts.childcare'),
    german: t('offer.facts.german'),
    languages: t('offer.facts.languages'),
    cost: t('offer.facts.cost'),
    registration: t('offer.facts.registration'),
    map: t('offer.where.map'),
    directions: t('offer.where.directions'),
    holidays: t('field.school_holidays'),
    documents: t('offer.documents'),
    'next-steps': t('offer.steps'),
    translations: t('status.translations'),
    tags: t('field.tags'),
  };
  return labels[rule];
}

/** The least complete sheets, as many as one would put right before the next meeting. */
const shownSheets = 5;
const shownRules = 5;

function Completeness(props: PartProps): VNode {
  const { t, formats } = props.page;
  const { average, bands, mostMissing, sheets } = props.status.completeness;
  const percent = (count: number): string => t('figure.percent', { count });
  return (
    <SteeringSection title={t('status.completeness')}>
      <KeyFigures
        figures={[
          ...(average === undefined ? [] : [{ value: percent(average), label: { value: t('status.completeness') } }]),
          ...bands.map(({ from, to, count }) => ({
            value: formats.number(count),
            label: { value: `${percent(from)} – ${percent(to)}` },
          })),
        ]}
      />
      <Definition t={t}>
        <p>{t('status.completeness-definition')}</p>
      </Definition>
      {mostMissing.length > 0 && (
        <>
          <h3>{t('status.most-missing')}</h3>
          <ul class="plain-list">
            {mostMissing.slice(0, shownRules).map(({ rule, count }) => (
              <li key={rule}>
                {ruleLabel(rule, props.page)} <strong>{formats.number(count)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {sheets.length > 0 && (
        <EntryRows
          rows={sheets.slice(0, shownSheets).map(({ offer, score, improvements }) => ({
            ...offerRow(offer, props),
            details: [
              { value: percent(score) },
              ...improvements.map(({ rule }) => ({ value: ruleLabel(rule, props.page) })),
            ],
          }))}
          level={4}
        />
      )}
    </SteeringSection>
  );
}

function Translations({ status, page }: PartProps): VNode | null {
  const { t } = page;
  if (status.translations.length === 0) return null;
  return (
    <SteeringSection title={t('status.translations')}>
      <KeyFigures
        figures={status.translations.map(({ language, counts }) => {
          const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
          return {
            value: t('figure.of', { done: total - counts.missing - counts.outdated, total }),
            label: { value: languageTitle(language, page) },
            href: page.link('mitmachen/uebersetzen/', language),
          };
        })}
      />
      <Definition t={t}>
        <p>{t('status.translations-definition')}</p>
      </Definition>
    </SteeringSection>
  );
}

/** The words that people sent, those sent most often first; each can be searched for again. */
function Searches({ model, page }: Omit<PartProps, 'status'>): VNode {
  const { t } = page;
  const searches = [...model.catalogue.searches].sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
  return (
    <SteeringSection title={t('status.searches')}>
      <ul class="plain-list">
        {searches.map(({ term, language, count }) => {
          const text = language === page.lang ? { value: term } : { value: term, lang: language };
          return (
            <li key={`${term} ${language}`}>
              <a href={`${page.link('angebote/')}?q=${encodeURIComponent(term)}`} rel="nofollow" {...foreign(text)}>
                {term}
              </a>{' '}
              {t('status.times', { count })}
            </li>
          );
        })}
      </ul>
      <Definition t={t}>
        <p>{t('status.searches-definition')}</p>
      </Definition>
    </SteeringSection>
  );
}
