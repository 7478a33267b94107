import type { Catalogue, CatalogueNeed } from '../model/catalogue.ts';
import { axisOf, noneGiven, type Axis, type DimensionId, type DimensionValues } from './dimensions.ts';
import { completeAxis, countMatrix, offerFacts, type Matrix } from './matrix.ts';
import { suppressSmallSums, type Arc } from './suppress-small-sums.ts';

/** The dimensions that a need says anything about. */
export const needDimensions = [
  'field-of-action',
  'topic',
  'town',
  'target-group',
  'offer-language',
  'german',
  'childcare',
] as const satisfies readonly DimensionId[];

/**
 * People: 0 or at least the minimum · `fewer`: at least one, but fewer than the minimum · `withheld`: would make it
 * possible to compute one that is `fewer`.
 */
export type NeedCount = number | 'fewer' | 'withheld';

/** People whose needs are open, by two dimensions; each need once in every total. */
export interface NeedsTable {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly minimum: number;
  readonly cells: readonly (readonly NeedCount[])[];
  readonly rowTotals: readonly NeedCount[];
  readonly columnTotals: readonly NeedCount[];
  readonly total: NeedCount;
}

export interface NeedFacts {
  readonly people: number;
  readonly values: DimensionValues;
}

/** A need that is met or dropped is no need any more. */
export const isOpenNeed = ({ data }: Pick<CatalogueNeed, 'data'>): boolean =>
  data.status === 'open' || data.status === 'in-progress';

/** Somebody reported it, so that it is at least one person's. */
export const peopleOf = ({ data }: Pick<CatalogueNeed, 'data'>): number => data.how_many ?? 1;

/** What open needs say. Never published as they are: only `countNeeds` decides what may be. */
export function needFacts({ needs, vocabularies }: Pick<Catalogue, 'needs' | 'vocabularies'>): NeedFacts[] {
  return [...needs.values()].filter(isOpenNeed).map((need) => {
    const { data } = need;
    const topics = data.topics ?? [];
    const fields = topics.flatMap((id) => vocabularies.topics.get(id)?.mapsTo['fields-of-action'] ?? []);
    const all: Record<(typeof needDimensions)[number], readonly string[] | undefined> = {
      'field-of-action': [...new Set(fields)],
      topic: topics,
      town: data.where,
      'target-group': data.whom,
      'offer-language': data.languages,
      german: data.german && [data.german],
      childcare: data.childcare ? ['yes'] : [],
    };
    const values = Object.fromEntries(Object.entries(all).filter(([, some]) => some !== undefined && some.length > 0));
    return { people: peopleOf(need), values };
  });
}

const valuesIn = ({ values }: NeedFacts, dimension: DimensionId): readonly string[] => values[dimension] ?? [noneGiven];

const sum = (needs: readonly NeedFacts[]): number => needs.reduce((people, need) => people + need.people, 0);

const isSmall = (value: number, minimum: number): boolean => value > 0 && value < minimum;

/**
 * Which values of a dimension may not be shown as totals. Decided from this dimension alone, so that every table with
 * it hides the same ones: a total that one table hides and another shows would be none.
 */
function hiddenTotals(sums: readonly number[], total: number, minimum: number): (index: number) => boolean {
  const arcs = sums.map((value): Arc => ({ from: 'all', to: 'end', value }));
  const grand: Arc = { from: 'end', to: 'all', value: total, fixed: isSmall(total, minimum) ? 'hidden' : 'shown' };
  const hidden = suppressSmallSums([...arcs, grand], minimum);
  return (index) => hidden?.has(index) ?? true;
}

/** Counts people with open needs; `rows` and `columns` must hold every value that a need has. */
export function countNeeds(needs: readonly NeedFacts[], rows: Axis, columns: Axis, minimum: number): NeedsTable {
  const inLine = (axis: Axis, value: string): NeedFacts[] =>
    needs.filter((need) => valuesIn(need, axis.dimension).includes(value));
  const rowNeeds = rows.values.map((value) => inLine(rows, value));
  const rowSums = rowNeeds.map(sum);
  const columnSums = columns.values.map((value) => sum(inLine(columns, value)));
  const cellSums = rowNeeds.map((own) =>
    columns.values.map((value) => sum(own.filter((need) => valuesIn(need, columns.dimension).includes(value)))),
  );
  const total = sum(needs);
  const isRowHidden = hiddenTotals(rowSums, total, minimum);
  const isColumnHidden = hiddenTotals(columnSums, total, minimum);

  const fixed = (isHidden: boolean): Pick<Arc, 'fixed'> => ({ fixed: isHidden ? 'hidden' : 'shown' });
  const cellArcs = cellSums.flatMap((line, row) =>
    line.map((value, column): Arc => ({ from: `row ${row}`, to: `column ${column}`, value })),
  );
  const hidden = suppressSmallSums(
    [
      ...cellArcs,
      ...rowSums.map((value, row): Arc => ({ from: 'all', to: `row ${row}`, value, ...fixed(isRowHidden(row)) })),
      ...columnSums.map((value, column): Arc => ({
        from: `column ${column}`,
        to: 'end',
        value,
        ...fixed(isColumnHidden(column)),
      })),
      { from: 'end', to: 'all', value: total, ...fixed(isSmall(total, minimum)) },
    ],
    minimum,
  );

  const count = (value: number, isHidden: boolean): NeedCount =>
    !isHidden ? value : isSmall(value, minimum) ? 'fewer' : 'withheld';
  // Where single numbers cannot be protected, none is shown, zeros included.
  const cells = cellSums.map((line, row) =>
    line.map((value, column) => (hidden ? count(value, hidden.has(row * line.length + column)) : 'withheld')),
  );
  return {
    rows,
    columns,
    minimum,
    cells,
    rowTotals: rowSums.map((value, row) => count(value, isRowHidden(row))),
    columnTotals: columnSums.map((value, column) => count(value, isColumnHidden(column))),
    total: count(total, isSmall(total, minimum)),
  };
}

/** A matrix with the needs against its offers, line by line. */
export interface MatrixWithNeeds {
  readonly matrix: Matrix;
  /** Undefined where needs say nothing about one of the dimensions, and where there are none. */
  readonly needs?: NeedsTable;
}

const isNeedDimension = (dimension: DimensionId): boolean =>
  (needDimensions as readonly DimensionId[]).includes(dimension);

/** The matrix of two dimensions with needs, both with the same lines: languages that only needs or targets name, too. */
export function matrixWithNeeds(catalogue: Catalogue, rows: DimensionId, columns: DimensionId): MatrixWithNeeds {
  const offers = offerFacts(catalogue);
  const hasNeeds = isNeedDimension(rows) && isNeedDimension(columns);
  const needs = hasNeeds ? needFacts(catalogue) : [];
  const said = [...offers, ...needs].map(({ values }) => values);
  const expected = catalogue.targets.flatMap(({ each }) => each?.languages ?? []);
  const axis = (dimension: DimensionId): Axis =>
    completeAxis(axisOf(catalogue, dimension, dimension === 'offer-language' ? expected : []), said);
  const [rowAxis, columnAxis] = [axis(rows), axis(columns)];
  const matrix = countMatrix(offers, rowAxis, columnAxis);
  if (needs.length === 0) return { matrix };
  return { matrix, needs: countNeeds(needs, rowAxis, columnAxis, catalogue.site.needs.minimum) };
}

/** People by what became of their needs; undefined where one of the sums is too small to be shown. */
export function needsByStatus({ needs, site }: Pick<Catalogue, 'needs' | 'site'>): Record<string, number> | undefined {
  const sums: Record<string, number> = {};
  for (const need of needs.values()) sums[need.data.status] = (sums[need.data.status] ?? 0) + peopleOf(need);
  // One that is left out alone would be what the shown ones lack of the total on the page.
  return Object.values(sums).some((value) => isSmall(value, site.needs.minimum)) ? undefined : sums;
}
