import type { Catalogue } from '../model/catalogue.ts';
import { keptFor } from '../model/reads.ts';
import { countedOffers, noneGiven, valuesOf, type Axis, type DimensionValues } from './dimensions.ts';

export const capacityStates = ['free', 'few', 'waiting-list', 'full', 'unknown'] as const;
export type CapacityState = (typeof capacityStates)[number];

/** What a matrix needs to know of an offer: nothing that is not on its page, and small enough for the browser. */
export interface OfferFacts {
  readonly id: string;
  readonly values: DimensionValues;
  readonly capacity: CapacityState;
  /** People reached in the year that the data sheet names, where it does. */
  readonly reached?: number;
  readonly estimated?: boolean;
}

/** What is counted of a set of offers; each offer once, in however many lines it stands. */
export interface Figures {
  /** Ids. */
  readonly offers: readonly string[];
  /** How many of the offers have places to give; `unknown`: how many do not say. */
  readonly capacity: Readonly<Record<CapacityState, number>>;
  /** Undefined where no offer says how many people it reaches. */
  readonly reached?: {
    readonly people: number;
    /** How many of the offers say so. */
    readonly knownOf: number;
    /** At least one of the numbers is an estimate. */
    readonly estimated: boolean;
  };
}

/**
 * Offers by two dimensions. An offer in three topics stands in three rows and still counts once in each total, so that
 * a total can be smaller than the sum of its line. A line `noneGiven` comes last where an offer says nothing.
 */
export interface Matrix {
  readonly rows: Axis;
  readonly columns: Axis;
  /** By row, then by column, in the order of the axes. */
  readonly cells: readonly (readonly Figures[])[];
  readonly rowTotals: readonly Figures[];
  readonly columnTotals: readonly Figures[];
  readonly total: Figures;
}

const factsOf = keptFor<Catalogue, undefined, readonly OfferFacts[]>((catalogue) =>
  countedOffers(catalogue)
    .map((offer): OfferFacts => {
      const { state = 'unknown', reached } = offer.data.capacity ?? {};
      return {
        id: offer.id,
        values: valuesOf(offer, catalogue.today),
        capacity: state,
        ...(reached ? { reached: reached.people } : {}),
        ...(reached?.estimated ? { estimated: true } : {}),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
);

/** The facts of all offers that count, by id; worked out once for each catalogue, as every table asks for them. */
export const offerFacts = (catalogue: Catalogue): readonly OfferFacts[] => factsOf(catalogue, undefined);

class Count {
  readonly offers: string[] = [];
  readonly capacity: Record<CapacityState, number> = { free: 0, few: 0, 'waiting-list': 0, full: 0, unknown: 0 };
  people = 0;
  knownOf = 0;
  estimated = false;

  add({ id, capacity, reached, estimated }: OfferFacts): void {
    this.offers.push(id);
    this.capacity[capacity] += 1;
    if (reached === undefined) return;
    this.people += reached;
    this.knownOf += 1;
    this.estimated ||= estimated === true;
  }

  figures(): Figures {
    const { offers, capacity, people, knownOf, estimated } = this;
    return { offers, capacity, ...(knownOf > 0 ? { reached: { people, knownOf, estimated } } : {}) };
  }
}

const counts = (length: number): Count[] => Array.from({ length }, () => new Count());

/** The axis with `noneGiven` at its end where anything says nothing, and what nobody listed before that. */
export function completeAxis({ dimension, values }: Axis, all: readonly DimensionValues[]): Axis {
  const found = new Set<string>();
  for (const some of all) for (const value of some[dimension] ?? [noneGiven]) found.add(value);
  const isAbsent = found.delete(noneGiven);
  const shown = [...new Set([...values.filter((value) => value !== noneGiven), ...found])];
  return { dimension, values: isAbsent || values.includes(noneGiven) ? [...shown, noneGiven] : shown };
}

/** For each offer the indexes of its lines on an axis. */
function linesOf({ dimension, values }: Axis): (some: DimensionValues) => readonly number[] {
  const indexes = new Map(values.map((value, index) => [value, index]));
  const nowhere = [indexes.get(noneGiven) ?? 0];
  return (some) => some[dimension]?.map((value) => indexes.get(value)!) ?? nowhere;
}

/** Counts offers by two dimensions. */
export function countMatrix(offers: readonly OfferFacts[], rows: Axis, columns: Axis): Matrix {
  const values = offers.map((offer) => offer.values);
  const [shownRows, shownColumns] = [completeAxis(rows, values), completeAxis(columns, values)];
  const [rowsOf, columnsOf] = [linesOf(shownRows), linesOf(shownColumns)];
  const cells = shownRows.values.map(() => counts(shownColumns.values.length));
  const rowTotals = counts(shownRows.values.length);
  const columnTotals = counts(shownColumns.values.length);
  const total = new Count();
  for (const offer of offers) {
    const [inRows, inColumns] = [rowsOf(offer.values), columnsOf(offer.values)];
    for (const row of inRows) {
      rowTotals[row]!.add(offer);
      for (const column of inColumns) cells[row]![column]!.add(offer);
    }
    for (const column of inColumns) columnTotals[column]!.add(offer);
    total.add(offer);
  }
  const figures = (some: readonly Count[]): Figures[] => some.map((count) => count.figures());
  return {
    rows: shownRows,
    columns: shownColumns,
    cells: cells.map(figures),
    rowTotals: figures(rowTotals),
    columnTotals: figures(columnTotals),
    total: total.figures(),
  };
}
