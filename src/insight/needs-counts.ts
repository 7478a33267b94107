import type { Catalogue, CatalogueNeed } from '../model/catalogue.ts';
import { axisOf, noneGiven, type Axis, type DimensionId, type DimensionValues } from './dimensions.ts';
import { completeAxis, countMatrix, offerFacts, type Matrix } from './matrix.ts';
import { suppressSmallSums, type Arc, type Hidden } from './suppress-small-sums.ts';

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
 * People: 0 or at least the minimum · `fewer`: at least one, but fewer than the minimum · `withheld`: any number, not
 * said so that no small one can be computed.
 */
export type NeedCount = number | Hidden;

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

/** Values whose sums readers know from another table, as topics make up fields of action. */
export interface Grouping {
  /** The dimension of the groups with all of them. */
  readonly axis: Axis;
  readonly groupsOf: (value: string) => readonly string[];
}

interface Line {
  readonly value: string;
  readonly sum: number;
  /** The node that its people come from: all, or those of the groups that it belongs to. */
  readonly group: string;
}

const all = '';

function linesOf(needs: readonly NeedFacts[], { dimension, values }: Axis, grouping: Grouping | undefined): Line[] {
  return values.map((value) => ({
    value,
    sum: sum(needs.filter((need) => valuesIn(need, dimension).includes(value))),
    group: [...(grouping?.groupsOf(value) ?? [])].sort().join(' '),
  }));
}

interface Group {
  readonly name: string;
  readonly sum: number;
  /** Of the groups that it stands for, in the order of the axis of groups. */
  readonly indexes: readonly number[];
}

/** The groups of lines; a need in two lines of a group counts once. */
function groupsOf(
  needs: readonly NeedFacts[],
  { dimension }: Axis,
  lines: readonly Line[],
  grouping: Grouping | undefined,
): Group[] {
  const names = new Set(lines.map(({ group }) => group));
  names.delete(all);
  return [...names].map((name) => {
    const values = new Set(lines.filter(({ group }) => group === name).map(({ value }) => value));
    return {
      name,
      sum: sum(needs.filter((need) => valuesIn(need, dimension).some((value) => values.has(value)))),
      indexes: name.split(' ').map((id) => grouping?.axis.values.indexOf(id) ?? -1),
    };
  });
}

const smallOr = <Other>(value: number, minimum: number, other: Other): 'fewer' | Other =>
  isSmall(value, minimum) ? 'fewer' : other;

/**
 * Which values of a dimension may not be shown as totals. Decided from this dimension alone, so that every table with
 * it hides the same ones: a total that one table hides and another shows would be none.
 */
function hiddenTotals(
  lines: readonly Line[],
  groups: readonly (Group & { readonly fixed: NonNullable<Arc['fixed']> })[],
  total: number,
  minimum: number,
): (index: number) => Hidden | undefined {
  const hidden = suppressSmallSums(
    [
      ...lines.map((line): Arc => ({ from: `group ${line.group}`, to: 'end', value: line.sum })),
      ...groups.map(({ name, sum: value, fixed }): Arc => ({
        from: `group ${all}`,
        to: `group ${name}`,
        value,
        fixed,
      })),
      { from: 'end', to: `group ${all}`, value: total, fixed: smallOr(total, minimum, 'shown') },
    ],
    minimum,
  );
  return (index) => (hidden ? hidden.get(index) : 'withheld');
}

/** Counts people with open needs; `rows` and `columns` must hold every value that a need has. */
export function countNeeds(
  needs: readonly NeedFacts[],
  rows: Axis,
  columns: Axis,
  minimum: number,
  grouping?: Grouping,
): NeedsTable {
  const rowLines = linesOf(needs, rows, grouping);
  const columnLines = linesOf(needs, columns, undefined);
  const columnNeeds = columns.values.map((value) =>
    needs.filter((need) => valuesIn(need, columns.dimension).includes(value)),
  );
  const cellSums = rows.values.map((value) =>
    columnNeeds.map((own) => sum(own.filter((need) => valuesIn(need, rows.dimension).includes(value)))),
  );
  const total = sum(needs);

  const known = grouping && countNeeds(needs, grouping.axis, columns, minimum);
  const fixedBy = (value: number, counts: readonly (NeedCount | undefined)[]): NonNullable<Arc['fixed']> =>
    smallOr(value, minimum, counts.every((count) => typeof count === 'number') ? 'elsewhere' : 'withheld');
  const groups = groupsOf(needs, rows, rowLines, grouping).map((group) => ({
    ...group,
    fixed: fixedBy(
      group.sum,
      group.indexes.map((index) => known?.rowTotals[index]),
    ),
  }));
  const hiddenRow = hiddenTotals(rowLines, groups, total, minimum);
  const hiddenColumn = hiddenTotals(columnLines, [], total, minimum);

  // all → group → row → group’s part of the column → column → all; without groups: all → row → column → all.
  const partOf = (group: string, column: number): string =>
    group === all ? `column ${column}` : `part ${group} ${column}`;
  const hidden = suppressSmallSums(
    [
      ...cellSums.flatMap((line, row) =>
        line.map((value, column): Arc => ({ from: `row ${row}`, to: partOf(rowLines[row]!.group, column), value })),
      ),
      ...rowLines.map((line, row): Arc => ({
        from: `group ${line.group}`,
        to: `row ${row}`,
        value: line.sum,
        fixed: hiddenRow(row) ?? 'shown',
      })),
      ...groups.map(({ name, sum: value, fixed }): Arc => ({
        from: `group ${all}`,
        to: `group ${name}`,
        value,
        fixed,
      })),
      ...columnNeeds.flatMap((own, column) =>
        groupsOf(own, rows, rowLines, grouping).map((part): Arc => {
          const shown = part.indexes.map((index) => known?.cells[index]?.[column]);
          const fixed = fixedBy(part.sum, shown);
          return { from: partOf(part.name, column), to: `column ${column}`, value: part.sum, fixed };
        }),
      ),
      ...columnLines.map((line, column): Arc => ({
        from: `column ${column}`,
        to: 'end',
        value: line.sum,
        fixed: hiddenColumn(column) ?? 'shown',
      })),
      { from: 'end', to: `group ${all}`, value: total, fixed: smallOr(total, minimum, 'shown') },
    ],
    minimum,
  );

  // Where single numbers cannot be protected, none is shown, zeros included.
  const cells = cellSums.map((line, row) =>
    line.map((value, column) => (hidden ? (hidden.get(row * line.length + column) ?? value) : 'withheld')),
  );
  return {
    rows,
    columns,
    minimum,
    cells,
    rowTotals: rowLines.map((line, row) => hiddenRow(row) ?? line.sum),
    columnTotals: columnLines.map((line, column) => hiddenColumn(column) ?? line.sum),
    total: smallOr(total, minimum, total),
  };
}

/** The same table with rows and columns exchanged. */
const turned = ({ rows, columns, cells, rowTotals, columnTotals, ...rest }: NeedsTable): NeedsTable => ({
  ...rest,
  rows: columns,
  columns: rows,
  cells: columns.values.map((_, column) => cells.map((line) => line[column]!)),
  rowTotals: columnTotals,
  columnTotals: rowTotals,
});

/** The sums of fields of action are shown in other tables, and topics make them up. */
function fieldsOfTopics(catalogue: Catalogue, needs: readonly NeedFacts[]): Grouping {
  const fields = completeAxis(
    axisOf(catalogue, 'field-of-action'),
    needs.map(({ values }) => values),
  );
  return {
    axis: fields,
    groupsOf: (topic) =>
      topic === noneGiven
        ? [noneGiven]
        : (catalogue.vocabularies.topics.get(topic)?.mapsTo['fields-of-action'] ?? [noneGiven]),
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
  const { minimum } = catalogue.site.needs;
  const fields = rows === 'topic' || columns === 'topic' ? fieldsOfTopics(catalogue, needs) : undefined;
  if (columns === 'topic') return { matrix, needs: turned(countNeeds(needs, columnAxis, rowAxis, minimum, fields)) };
  return { matrix, needs: countNeeds(needs, rowAxis, columnAxis, minimum, fields) };
}

/** People by what became of their needs; undefined where one of the sums is too small to be shown. */
export function needsByStatus({ needs, site }: Pick<Catalogue, 'needs' | 'site'>): Record<string, number> | undefined {
  const sums: Record<string, number> = {};
  for (const need of needs.values()) sums[need.data.status] = (sums[need.data.status] ?? 0) + peopleOf(need);
  // One that is left out alone would be what the shown ones lack of the total on the page.
  return Object.values(sums).some((value) => isSmall(value, site.needs.minimum)) ? undefined : sums;
}
