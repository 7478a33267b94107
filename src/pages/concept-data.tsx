import type { VNode } from 'preact';
import type { Attainment } from '../insight/goal-attainment.ts';
import { measureAttainment } from '../insight/goal-attainment.ts';
import { lateMeasures, measureStatuses, rollUpEdition, type MeasureStatus, type RollUp } from '../insight/roll-up.ts';
import type {
  Catalogue,
  CatalogueEdition,
  CatalogueEvent,
  CatalogueIndicator,
  CatalogueMeasure,
} from '../model/catalogue.ts';
import type { Period } from '../model/schema.generated.ts';
import { textsIn } from '../model/translation.ts';
import type { MeasureFact, MeasureItem } from '../views/components/measure-list/measure-list.tsx';
import type { Mark, ProgressMarkProps } from '../views/components/progress-mark/progress-mark.tsx';
import type { RollUpProps } from '../views/components/roll-up/roll-up.tsx';
import { foreign, Text, type ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { entryTitle, organisationName } from './names.ts';
import { perCatalogue } from './per-catalogue.ts';
import { optionalText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

export const conceptFolder = 'konzept/';
export const measurePath = (id: string): string => `${conceptFolder}massnahmen/${id}/`;
export const indicatorPath = (id: string): string => `${conceptFolder}kennzahlen/${id}/`;
export const guidelinePath = (id: string): string => `${conceptFolder}leitlinien/${id}/`;
export const editionPath = (id: string): string => `${conceptFolder}${id}/`;
export const printPath = (id: string): string => `${editionPath(id)}druck/`;
export const comparePath = `${conceptFolder}vergleich/`;

/** All editions, the newest first. */
export const editionsOf = perCatalogue(({ editions }): readonly CatalogueEdition[] =>
  [...editions.values()].sort((a, b) => (a.data.period.from < b.data.period.from ? 1 : -1)),
);

/** The newest edition whose time has come; the newest of all where none has begun. */
export function currentEdition(catalogue: Catalogue): CatalogueEdition | undefined {
  const editions = editionsOf(catalogue);
  return editions.find(({ data }) => data.period.from <= catalogue.today) ?? editions[0];
}

/** How far each edition has got, by its id. */
export const progressOf = perCatalogue(
  (catalogue) => new Map(editionsOf(catalogue).map(({ id }) => [id, rollUpEdition(catalogue, id)])),
);

/** Where each indicator stands, by its id. */
export const attainments = perCatalogue(
  ({ indicators, today }) =>
    new Map([...indicators].map(([id, indicator]) => [id, measureAttainment(indicator, today)])),
);

const lateIds = perCatalogue((catalogue) => new Set(lateMeasures(catalogue).map(({ measure }) => measure)));

const marks: Readonly<Record<MeasureStatus, Mark>> = {
  idea: 'open',
  planned: 'open',
  running: 'moving',
  established: 'done',
  achieved: 'done',
  'not-achieved': 'failed',
};

export const statusMark = (status: MeasureStatus, { t }: PageContext): ProgressMarkProps => ({
  mark: marks[status],
  label: t(`enum.measure.${status}`),
});

const progressMarks = {
  reached: 'done',
  'on-the-way': 'moving',
  'not-begun': 'open',
  missed: 'failed',
  'no-data': 'unknown',
} as const;

/** What several measures come to, in the page's words. */
export function rollUpProps({ progress, counts, total, late }: RollUp, { t, formats }: PageContext): RollUpProps {
  return {
    t,
    state: { mark: progressMarks[progress], label: t(`rollup.${progress}`) },
    total: t('rollup.count', { count: total }),
    counts: measureStatuses
      .filter((status) => counts[status] > 0)
      .map((status) => ({ label: t(`enum.measure.${status}`), count: formats.number(counts[status]) })),
    ...(late.length > 0 ? { late: t('rollup.late', { count: late.length }) } : {}),
  };
}

/** A period in words; undefined where neither end is known. */
export function periodText(period: Period | undefined, { t, formats }: PageContext): string | undefined {
  const { from, until } = period ?? {};
  if (from !== undefined && until !== undefined)
    return t('schedule.valid-range', { from: formats.date(from), until: formats.date(until) });
  if (from !== undefined) return t('schedule.valid-from', { from: formats.date(from) });
  return until === undefined ? undefined : t('schedule.valid-until', { until: formats.date(until) });
}

export const measureMarks = (
  measure: CatalogueMeasure,
  catalogue: Catalogue,
  page: PageContext,
): ProgressMarkProps[] => [
  statusMark(measure.data.status, page),
  ...(lateIds(catalogue).has(measure.id) ? [{ mark: 'late', label: page.t('concept.late') } as const] : []),
];

/** A measure as lists show it. `link`: to its own page, which paper does not have. */
export function measureItem(measure: CatalogueMeasure, model: SiteModel, page: PageContext, link = true): MeasureItem {
  const { t } = page;
  const { data } = measure;
  const texts = textsIn(measure, page.lang);
  const summary = optionalText(texts.text('summary'), page);
  const reason = optionalText(texts.text('reason'), page);
  const planned = periodText(data.planned, page);
  const actual = periodText(data.actual, page);
  const partners = data.partners ?? [];
  const name = (id: string): ShownText => organisationName(id, model, page);
  const facts: Array<MeasureFact | false | undefined> = [
    { label: t('concept.responsible'), value: <Text text={name(data.responsible)} /> },
    partners.length > 0 && { label: t('offer.facts.partners'), value: <NameList names={partners.map(name)} /> },
    planned !== undefined && { label: t('concept.planned'), value: planned },
    actual !== undefined && { label: t('concept.actual'), value: actual },
    reason && { label: t('field.reason'), value: <Text text={reason} /> },
  ];
  return {
    ...(link ? { href: page.link(measurePath(measure.id)) } : {}),
    title: entryTitle(measure, page),
    ...(summary ? { summary } : {}),
    marks: measureMarks(measure, model.catalogue, page),
    facts: facts.filter((fact): fact is MeasureFact => Boolean(fact)),
  };
}

/** Names one after the other in a line. */
export function NameList({ names }: { readonly names: readonly ShownText[] }): VNode {
  return (
    <ul class="inline-list">
      {names.map((name) => (
        <li key={name.value} {...foreign(name)}>
          {name.value}
        </li>
      ))}
    </ul>
  );
}

/** A number with the indicator's own decimals. */
export function valueText(value: number, { data }: CatalogueIndicator, { language }: PageContext): string {
  const digits = data.decimals ?? 0;
  return value.toLocaleString(language.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** What can honestly be said of how far an indicator has come, and what keeps us from saying more. */
export function attainmentText({ word, share, missing, isUncertain }: Attainment, { t }: PageContext): string[] {
  if (missing.includes('value')) return [t('attainment.no-value')];
  if (missing.includes('target')) return [t('attainment.no-target')];
  const way =
    word === 'reached'
      ? [t('attainment.reached')]
      : [
          ...(word === 'missed' ? [t('attainment.missed')] : []),
          ...(share === undefined
            ? [
                ...(word === 'missed' ? [] : [t('attainment.open')]),
                ...(missing.includes('start') ? [t('attainment.no-start')] : []),
              ]
            : [share < 0 ? t('attainment.away') : t('attainment.share', { percent: Math.floor(share * 100) })]),
        ];
  return [...way, ...(isUncertain ? [t('attainment.uncertain')] : [])];
}

export const attainmentMark = ({ word }: Attainment): Mark =>
  (({ reached: 'done', 'not-yet': 'moving', missed: 'failed', unknown: 'unknown' }) as const)[word];

/** Meetings that decided something about an entry, the latest first. */
export const eventsDeciding = (
  { events }: Catalogue,
  list: 'measures' | 'guidelines' | 'needs',
  id: string,
): CatalogueEvent[] =>
  [...events.values()]
    .filter(({ data }) => data.decisions?.some((decision) => decision[list]?.includes(id)))
    .sort((a, b) => (a.data.date < b.data.date ? 1 : -1));
