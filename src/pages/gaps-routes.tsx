import type { VNode } from 'preact';
import type { DimensionId } from '../insight/dimensions.ts';
import type { Figures } from '../insight/matrix.ts';
import type { NeedsTable } from '../insight/needs-counts.ts';
import { emptyCellsTrend, trendOf } from '../insight/trend.ts';
import { DataBlock } from '../views/components/document/data-block.tsx';
import { Definition } from '../views/components/definition/definition.tsx';
import { GapList } from '../views/components/gap-list/gap-list.tsx';
import { KeyFigures } from '../views/components/key-figures/key-figures.tsx';
import { MatrixTable } from '../views/components/matrix-table/matrix-table.tsx';
import { foreign, type ShownText, Text } from '../views/components/text/text.tsx';
import { WayList } from '../views/components/way-list/way-list.tsx';
import { asMade } from '../views/made-markup.ts';
import type { PageContext } from '../views/page-context.ts';
import { renderMarkup } from '../views/render-markup.ts';
import { dimensionLabel, valueLabel } from './dimension-words.ts';
import { gapTargets } from './gap-targets.ts';
import {
  gapsFolder,
  gapsPageData,
  matrixFile,
  matrixFor,
  type MatrixId,
  matrixIds,
  matrixPath,
  matrixTitle,
  needText,
} from './matrix-data.ts';
import { hasGaps } from './has-gaps.ts';
import { missingPath } from './missing-path.ts';
import { entryTitle } from './names.ts';
import { perCatalogue } from './per-catalogue.ts';
import type { Route } from './route.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';

interface PartProps {
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** What is missing first, then every table. */
export const gapsRoute: Route<'gaps'> = {
  name: 'gaps',
  items: ({ catalogue }) => (hasGaps(catalogue) ? ['gaps'] : []),
  path: () => gapsFolder,
  render: (_, model, page) => <GapsPage model={model} page={page} />,
};

function GapsPage({ model, page }: PartProps): VNode {
  const { t } = page;
  const { catalogue } = model;
  const unmet = gapTargets(false, model, page);
  const met = gapTargets(true, model, page);
  return (
    <SteeringPage
      catalogue={catalogue}
      page={page}
      title={{ value: t('gaps.title') }}
      lead={{ value: t('gaps.lead') }}
      scripts={['gaps.js']}
    >
      <p class="more-links no-print">
        <a href={page.link(missingPath)}>{t('missing.title')}</a>
      </p>
      <SteeringSection title={t('gaps.unmet')}>
        {unmet.length > 0 ? (
          <GapList targets={unmet} nearest={t('gaps.candidates')} />
        ) : (
          <p>{t(catalogue.targets.length > 0 ? 'gaps.all-met' : 'gaps.no-targets')}</p>
        )}
        {catalogue.targets.length > 0 && (
          <Definition t={t}>
            <p>{t('gaps.target-definition')}</p>
          </Definition>
        )}
      </SteeringSection>
      {met.length > 0 && (
        <SteeringSection title={t('gaps.met')}>
          <GapList targets={met} nearest={t('gaps.candidates')} />
        </SteeringSection>
      )}
      <SteeringSection title={t('gaps.matrices')}>
        <WayList
          ways={matrixIds(catalogue).map((id) => ({
            href: page.link(matrixPath(id)),
            title: matrixTitle(id, page),
            text: t('count.offers', { count: matrixFor(id, catalogue).matrix.total.offers.length }),
          }))}
        />
      </SteeringSection>
      {/* The reader's own table; it needs a script, and without one there are those above. */}
      <div id="pivot" class="no-print" />
      <DataBlock type="application/json" id="pivot-data" data={gapsPageData(model, page)} />
      <Trend model={model} page={page} />
    </SteeringPage>
  );
}

const trends = perCatalogue(trendOf);

/** How it was on the days of which the state was kept; nothing before there is such a day. */
function Trend({ model, page }: PartProps): VNode | null {
  const { t, formats } = page;
  return (
    <TrendTable
      columns={[t('gaps.offers'), t('gaps.trend-unmet')]}
      days={trends(model.catalogue).map(({ date, offers, unmet }) => ({
        date,
        figures: [formats.number(offers), unmet === undefined ? t('indicator.missing') : formats.number(unmet)],
      }))}
      page={page}
    />
  );
}

interface TrendTableProps {
  readonly columns: readonly string[];
  readonly days: readonly { readonly date: string; readonly figures: readonly string[] }[];
  readonly page: PageContext;
}

function TrendTable({ columns, days, page }: TrendTableProps): VNode | null {
  const { t, formats } = page;
  if (days.length < 2) return null;
  return (
    <SteeringSection title={t('gaps.trend')}>
      <section class="table-scroll" aria-label={t('gaps.trend')} tabIndex={0}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('indicator.date')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, figures }) => (
              <tr key={date}>
                <th scope="row">{formats.date(date)}</th>
                {figures.map((figure, index) => (
                  <td key={columns[index]}>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Definition t={t}>
        <p>{t('gaps.trend-definition')}</p>
      </Definition>
    </SteeringSection>
  );
}

/** One table, the needs beside it, and below it the offers that its numbers count. */
export const matrixRoute: Route<MatrixId> = {
  name: 'matrix',
  items: ({ catalogue }) => (hasGaps(catalogue) ? matrixIds(catalogue) : []),
  path: matrixPath,
  render: (id, model, page) => <MatrixPage id={id} model={model} page={page} />,
};

const cellAnchor = (row: number, column: number): string => `zelle-${row + 1}-${column + 1}`;

interface MatrixProps extends PartProps {
  readonly id: MatrixId;
}

function MatrixPage({ id, model, page }: MatrixProps): VNode {
  const { t, formats } = page;
  const { catalogue } = model;
  const { matrix, needs } = matrixFor(id, catalogue);
  const names = (dimension: DimensionId, values: readonly string[]): ShownText[] =>
    values.map((value) => valueLabel(dimension, value, model, page));
  const [rows, columns] = [names(id.rows, matrix.rows.values), names(id.columns, matrix.columns.values)];
  const { capacity, reached } = matrix.total;
  return (
    <SteeringPage
      catalogue={catalogue}
      page={page}
      kicker={t('gaps.title')}
      title={{ value: matrixTitle(id, page) }}
      lead={{ value: t('gaps.matrix-lead') }}
      parents={[[{ value: t('gaps.title') }, gapsFolder]]}
      alternates={[{ type: 'text/csv', title: matrixTitle(id, page), href: page.link(matrixFile(id)) }]}
    >
      <MatrixTable
        label={matrixTitle(id, page)}
        corner={dimensionLabel(id.rows, page)}
        columns={columns}
        rows={rows.map((label, row) => ({
          label,
          cells: (matrix.cells[row] ?? []).map(({ offers }, column) => ({
            text: formats.number(offers.length),
            count: offers.length,
            ...(offers.length > 0 ? { href: `#${cellAnchor(row, column)}` } : {}),
          })),
          total: formats.number(matrix.rowTotals[row]?.offers.length ?? 0),
        }))}
        totals={{
          label: t('gaps.total'),
          columns: matrix.columnTotals.map(({ offers }) => formats.number(offers.length)),
          all: formats.number(matrix.total.offers.length),
        }}
      />
      <p class="label">{t('gaps.legend')}</p>
      <Definition t={t}>
        <p>{t('gaps.definition')}</p>
      </Definition>
      <p class="more-links no-print">
        <a href={page.link(matrixFile(id))} download>
          {t('gaps.csv')}
        </a>
      </p>
      {needs && <Needs id={id} needs={needs} rows={rows} columns={columns} page={page} />}
      <KeyFigures
        figures={[
          { value: formats.number(matrix.total.offers.length), label: { value: t('gaps.offers') } },
          { value: formats.number(capacity.free + capacity.few), label: { value: t('gaps.capacity') } },
          ...(reached
            ? [
                {
                  value: formats.number(reached.people),
                  label: {
                    value: reached.estimated
                      ? `${t('gaps.reached')} (${t('indicator.quality.estimated')})`
                      : t('gaps.reached'),
                  },
                },
              ]
            : []),
        ]}
      />
      <Definition t={t}>
        <p>{t('gaps.capacity-definition')}</p>
        {reached && <p>{t('figure.of', { done: reached.knownOf, total: matrix.total.offers.length })}</p>}
      </Definition>
      <CapacityTable id={id} rows={rows} totals={matrix.rowTotals} page={page} />
      <TrendTable
        columns={[t('gaps.trend-empty')]}
        days={emptyCellsTrend(catalogue, matrix).map(({ date, empty, of }) => ({
          date,
          figures: [t('figure.of', { done: empty, total: of })],
        }))}
        page={page}
      />
      <CellLists id={id} rows={rows} columns={columns} model={model} page={page} />
    </SteeringPage>
  );
}

interface CapacityProps {
  readonly id: MatrixId;
  readonly rows: readonly ShownText[];
  readonly totals: readonly Figures[];
  readonly page: PageContext;
}

/** Free places and people reached, row by row, where there is an offer. */
function CapacityTable({ id, rows, totals, page }: CapacityProps): VNode {
  const { t, formats } = page;
  const label = `${t('gaps.capacity')}, ${t('gaps.reached')}`;
  return (
    <details class="capacity">
      <summary>{label}</summary>
      <section class="table-scroll" aria-label={label} tabIndex={0}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{dimensionLabel(id.rows, page)}</th>
              <th scope="col">{t('gaps.offers')}</th>
              <th scope="col">{t('gaps.capacity')}</th>
              <th scope="col">{t('gaps.reached')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const { offers = [], capacity, reached } = totals[index] ?? {};
              if (!capacity || offers.length === 0) return null;
              return (
                <tr key={row.value}>
                  <th scope="row">
                    <Text text={row} />
                  </th>
                  <td>{formats.number(offers.length)}</td>
                  <td>{formats.number(capacity.free + capacity.few)}</td>
                  <td>
                    {reached === undefined ? t('gaps.none-value') : formats.number(reached.people)}
                    {reached?.estimated && ` (${t('indicator.quality.estimated')})`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}

interface NeedsProps {
  readonly id: MatrixId;
  readonly needs: NeedsTable;
  readonly rows: readonly ShownText[];
  readonly columns: readonly ShownText[];
  readonly page: PageContext;
}

/** The people who need something; lines without anybody are left out, as they hide nothing. */
function Needs({ id, needs, rows, columns, page }: NeedsProps): VNode {
  const { t } = page;
  const text = (count: NeedsTable['total']): string => needText(count, needs.minimum, page);
  const usedRows = rows.map((_, row) => row).filter((row) => needs.rowTotals[row] !== 0);
  const usedColumns = columns.map((_, column) => column).filter((column) => needs.columnTotals[column] !== 0);
  return (
    <SteeringSection title={t('gaps.needs')}>
      <MatrixTable
        label={`${t('gaps.needs')}: ${matrixTitle(id, page)}`}
        corner={dimensionLabel(id.rows, page)}
        columns={usedColumns.flatMap((column) => columns[column] ?? [])}
        rows={usedRows.map((row) => ({
          label: rows[row] ?? { value: '' },
          cells: usedColumns.map((column) => {
            const count = needs.cells[row]?.[column] ?? 0;
            return { text: text(count), ...(typeof count === 'number' ? { count } : {}) };
          }),
          total: text(needs.rowTotals[row] ?? 0),
        }))}
        totals={{
          label: t('gaps.total'),
          columns: usedColumns.map((column) => text(needs.columnTotals[column] ?? 0)),
          all: text(needs.total),
        }}
      />
      <Definition t={t}>
        <p>{t('gaps.needs-definition', { minimum: needs.minimum })}</p>
      </Definition>
    </SteeringSection>
  );
}

interface CellListsProps extends MatrixProps {
  readonly rows: readonly ShownText[];
  readonly columns: readonly ShownText[];
}

/** Where the numbers lead, also without a script: the offers of each cell. */
function CellLists({ id, rows, columns, model, page }: CellListsProps): VNode {
  const { matrix } = matrixFor(id, model.catalogue);
  const links = new Map<string, string>();
  // An offer stands in many cells.
  const linkTo = (offer: string): VNode => {
    let link = links.get(offer);
    if (link === undefined)
      links.set(offer, (link = renderMarkup(<OfferLink offer={offer} model={model} page={page} />)));
    return asMade(link);
  };
  return (
    <section class="steering-section cell-lists">
      <h2>{page.t('gaps.offers')}</h2>
      {rows.map((row, rowIndex) =>
        matrix.rowTotals[rowIndex]?.offers.length ? (
          <section key={row.value}>
            <h3>
              <Text text={row} />
            </h3>
            {columns.map((column, columnIndex) => {
              const offers = matrix.cells[rowIndex]?.[columnIndex]?.offers ?? [];
              if (offers.length === 0) return null;
              return (
                <div key={column.value} class="cell-list" id={cellAnchor(rowIndex, columnIndex)}>
                  <h4>
                    <Text text={column} />
                  </h4>
                  <ul>{offers.map(linkTo)}</ul>
                </div>
              );
            })}
          </section>
        ) : null,
      )}
    </section>
  );
}

function OfferLink({ offer: id, model, page }: PartProps & { readonly offer: string }): VNode {
  const offer = model.catalogue.offers.get(id);
  const title = offer ? entryTitle(offer, page) : { value: id };
  return (
    <li>
      <a href={page.link(`angebote/${id}/`)} {...foreign(title)}>
        {title.value}
      </a>
    </li>
  );
}
