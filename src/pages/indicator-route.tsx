import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { Attainment } from '../insight/goal-attainment.ts';
import { textsIn } from '../model/translation.ts';
import { Definition } from '../views/components/definition/definition.tsx';
import { ProgressMark } from '../views/components/progress-mark/progress-mark.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { SeriesChart } from '../views/components/series-chart/series-chart.tsx';
import { SeriesTable } from '../views/components/series-chart/series-table.tsx';
import { foreign } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { goalAnchor } from './concept-chapters.tsx';
import {
  attainmentMark,
  attainments,
  attainmentText,
  conceptFolder,
  editionPath,
  indicatorPath,
  valueText,
} from './concept-data.tsx';
import { FactLinks } from './fact-links.tsx';
import { entryTitle } from './names.ts';
import type { Route } from './route.ts';
import { isolated, optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';
import { TranslationNotice } from './translation-notice.tsx';

/** One indicator: its line, its values, and what can be said of its target. */
export const indicatorRoute: Route<string> = {
  name: 'indicator',
  items: ({ catalogue }) => (catalogue.editions.size > 0 ? catalogue.indicators.keys() : []),
  path: indicatorPath,
  render: (id, model, page) => {
    const attainment = attainments(model.catalogue).get(id);
    if (!attainment) throw new Error(`No indicator “${id}”`);
    return <IndicatorPage attainment={attainment} model={model} page={page} />;
  },
};

interface PageProps {
  readonly attainment: Attainment;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function IndicatorPage({ attainment, model, page }: PageProps): VNode {
  const { t } = page;
  const { catalogue } = model;
  const { indicator } = attainment;
  const body = shownText(textsIn(indicator, page.lang).body, page);
  const goals = [...catalogue.goals.values()].filter(({ data }) => data.indicators?.includes(indicator.id));
  return (
    <SteeringPage
      catalogue={catalogue}
      page={page}
      kicker={t('concept.indicators')}
      title={entryTitle(indicator, page)}
      parents={[[{ value: t('concept.title') }, conceptFolder]]}
    >
      <TranslationNotice entry={indicator} page={page} />
      <IndicatorFigures attainment={attainment} page={page} />
      {body.value.trim() !== '' && (
        <Prose html={renderMarkdown(body.value, { mediaPath: page.media })} lang={body.lang} />
      )}
      {goals.length > 0 && (
        <SteeringSection title={t('concept.goals')}>
          <FactLinks
            links={goals.map((goal) => ({
              href: `${page.link(editionPath(goal.data.edition))}#${goalAnchor(goal.id)}`,
              title: entryTitle(goal, page),
            }))}
          />
        </SteeringSection>
      )}
    </SteeringPage>
  );
}

interface FiguresProps {
  readonly attainment: Attainment;
  readonly onPaper?: boolean;
  readonly page: PageContext;
}

/** What an indicator counts, where it stands, its line and its table. */
export function IndicatorFigures({ attainment, onPaper, page }: FiguresProps): VNode {
  const { t, formats } = page;
  const { indicator, points, start, latest, gaps } = attainment;
  const { data } = indicator;
  const texts = textsIn(indicator, page.lang);
  const title = entryTitle(indicator, page);
  const unit = shownText(texts.text('unit') ?? { value: data.unit, lang: indicator.language }, page);
  const definition = optionalText(texts.text('definition'), page);
  const withUnit = (value: number): string => `${valueText(value, indicator, page)} ${isolated(unit)}`;
  const [word = '', ...rest] = attainmentText(attainment, page);
  const summary =
    start && latest
      ? t('indicator.chart', {
          title: isolated(title),
          first: withUnit(start.value),
          from: formats.date(start.date),
          last: withUnit(latest.value),
          until: formats.date(latest.date),
        })
      : latest
        ? t('indicator.latest', { value: withUnit(latest.value), date: formats.date(latest.date) })
        : t('indicator.no-values');
  return (
    <>
      {definition && (
        <p class="indicator-definition">
          <span class="label">{t('indicator.definition')}:</span> <bdi {...foreign(definition)}>{definition.value}</bdi>
        </p>
      )}
      <p>
        {t(`indicator.${data.direction}`)}
        {data.target &&
          ` ${t('indicator.goal', { value: withUnit(data.target.value), date: formats.date(data.target.by) })}`}
      </p>
      <p class="indicator-word">
        <ProgressMark mark={attainmentMark(attainment)} label={word} /> {rest.join(' ')}
      </p>
      {!onPaper && (
        <Definition t={t}>
          <p>{t('attainment.definition')}</p>
        </Definition>
      )}
      {latest ? (
        <>
          <p>{t('indicator.latest', { value: withUnit(latest.value), date: formats.date(latest.date) })}</p>
          <SeriesChart
            t={t}
            formats={formats}
            id={`chart-${indicator.id}`}
            title={title}
            summary={gaps.length > 0 ? `${summary} ${t('indicator.gap')}` : summary}
            unit={unit}
            points={points}
            {...(data.target ? { goal: data.target } : {})}
          />
          {gaps.length > 0 && <p class="label">{t('indicator.gap')}</p>}
        </>
      ) : (
        <p>{t('indicator.no-values')}</p>
      )}
      {points.length > 0 && !onPaper && (
        <>
          <h2 class="indicator-table-title">{t('indicator.table')}</h2>
          <Values attainment={attainment} page={page} />
        </>
      )}
    </>
  );
}

function Values({ attainment: { indicator, points }, page }: FiguresProps): VNode {
  const { t, formats } = page;
  const texts = textsIn(indicator, page.lang);
  // Texts are found by the place in the file, which need not be the order of time.
  const indexOf = (point: (typeof points)[number]): number => indicator.data.series.indexOf(point);
  return (
    <SeriesTable
      t={t}
      rows={points.map((point) => {
        const at = `series.${indexOf(point)}`;
        const note = optionalText(texts.text(`${at}.note`), page);
        return {
          date: formats.date(point.date),
          value: point.value === null ? t('indicator.missing') : valueText(point.value, indicator, page),
          ...(point.target === undefined ? {} : { target: valueText(point.target, indicator, page) }),
          ...(point.value === null ? {} : { quality: t(`indicator.quality.${point.quality}`) }),
          source: optionalText(texts.text(`${at}.source`), page) ?? { value: point.source },
          ...(note ? { note } : {}),
        };
      })}
    />
  );
}
