import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../src/insight/dimensions.ts';
import {
  countNeeds,
  matrixWithNeeds,
  needsByStatus,
  type NeedCount,
  type NeedFacts,
  type NeedsTable,
} from '../../../src/insight/needs-counts.ts';
import type { Need } from '../../../src/model/schema.generated.ts';
import { catalogueOf, entries } from './sample-catalogue.ts';

const minimum = 5;
const towns: Axis = { dimension: 'town', values: ['x', 'y', 'z'] };
const topics: Axis = { dimension: 'topic', values: ['a', 'b', 'c'] };

/** Needs from a table of people: each number is one need in one topic and one town. */
const needsOf = (table: readonly (readonly number[])[]): NeedFacts[] =>
  table.flatMap((line, row) =>
    line.flatMap((people, column) =>
      people === 0
        ? []
        : [{ people, values: { topic: [topics.values[row]!], town: [towns.values[column]!] } } satisfies NeedFacts],
    ),
  );

const tableOf = (table: readonly (readonly number[])[], smallest = minimum): NeedsTable =>
  countNeeds(needsOf(table), topics, towns, smallest);

describe('needs', () => {
  it('are summed where enough people have them', () => {
    const { cells, rowTotals, columnTotals, total } = tableOf([
      [10, 5, 0],
      [0, 20, 7],
      [0, 0, 0],
    ]);
    expect(cells).toEqual([
      [10, 5, 0],
      [0, 20, 7],
      [0, 0, 0],
    ]);
    expect(rowTotals).toEqual([15, 27, 0]);
    expect(columnTotals).toEqual([10, 25, 7]);
    expect(total).toBe(42);
  });

  it('are never shown below the minimum, nor what they could be computed from', () => {
    const { cells, rowTotals, total } = tableOf([
      [3, 12, 0],
      [20, 30, 0],
      [0, 0, 9],
    ]);
    // 3 = 15 − 12 = 23 − 20: the cheapest other numbers of both lines are not shown, nor the one in which those meet.
    expect(cells).toEqual([
      ['fewer', 'withheld', 0],
      ['withheld', 'withheld', 0],
      [0, 0, 9],
    ]);
    expect(rowTotals).toEqual([15, 50, 9]);
    expect(total).toBe(74);
  });

  it('hide a total below the minimum, and another one with it, in every table with this dimension', () => {
    const all = needsOf([
      [4, 0, 0],
      [0, 30, 0],
      [0, 0, 9],
    ]);
    const other: Axis = { dimension: 'childcare', values: ['yes', '-'] };
    const expected: NeedCount[] = ['fewer', 30, 'withheld'];
    expect(countNeeds(all, topics, towns, minimum).rowTotals).toEqual(expected);
    expect(countNeeds(all, topics, other, minimum).rowTotals).toEqual(expected);
    expect(countNeeds(all, other, topics, minimum).columnTotals).toEqual(expected);
  });

  it('count a need with two towns in both, and once in the total', () => {
    const both: NeedFacts[] = [{ people: 8, values: { topic: ['a'], town: ['x', 'y'] } }];
    const { cells, rowTotals, columnTotals } = countNeeds(both, topics, towns, minimum);
    expect(cells[0]).toEqual([8, 8, 0]);
    expect(rowTotals[0]).toBe(8);
    expect(columnTotals).toEqual([8, 8, 0]);
  });

  it('say nothing at all where even the sum of all is too small', () => {
    const { cells, total, rowTotals } = tableOf([
      [1, 0, 0],
      [0, 2, 0],
      [0, 0, 0],
    ]);
    expect(total).toBe('fewer');
    expect([...cells.flat(), ...rowTotals].filter((count) => typeof count === 'number' && count > 0)).toEqual([]);
  });

  /** What each cell can be, in all tables that fit what is shown. */
  function possibleValues(shown: NeedsTable, most: number): Set<number>[] {
    const counts = shown.cells.flat();
    const width = shown.columns.values.length;
    const range = (count: NeedCount): [number, number] => {
      if (typeof count === 'number') return [count, count];
      if (count === 'fewer') return [1, shown.minimum - 1];
      return [0, most];
    };
    const found = counts.map(() => new Set<number>());
    const fits = (count: NeedCount, value: number): boolean => {
      const [low, high] = range(count);
      return value >= low && (value <= high || count === 'withheld');
    };
    const values: number[] = [];
    const step = (): void => {
      const at = values.length;
      if (at > 0 && at % width === 0) {
        const row = at / width - 1;
        const rowSum = values.slice(row * width, at).reduce((a, b) => a + b, 0);
        if (!fits(shown.rowTotals[row]!, rowSum)) return;
      }
      if (at === counts.length) {
        const columnSums = shown.columns.values.map((_, column) =>
          values.reduce((sum, value, index) => (index % width === column ? sum + value : sum), 0),
        );
        if (!shown.columnTotals.every((count, column) => fits(count, columnSums[column]!))) return;
        if (
          !fits(
            shown.total,
            values.reduce((a, b) => a + b, 0),
          )
        )
          return;
        values.forEach((value, index) => found[index]!.add(value));
        return;
      }
      const [low, high] = range(counts[at]!);
      for (let value = low; value <= high; value += 1) {
        values.push(value);
        step();
        values.pop();
      }
    };
    step();
    return found;
  }

  it('leave at least two possible numbers for each that is too small, whatever the table', () => {
    const people = fc.constantFrom(0, 0, 1, 1, 2, 3, 4, 6);
    const table = fc.array(fc.array(people, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(table, (rows) => {
        const shown = countNeeds(
          needsOf(rows),
          { dimension: 'topic', values: topics.values.slice(0, rows.length) },
          towns,
          3,
        );
        const possible = possibleValues(shown, 7);
        const small = shown.cells.flat().flatMap((count, index) => (count === 'fewer' ? [possible[index]!.size] : []));
        expect(Math.min(2, ...small)).toBe(2);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

it('leave two possible numbers also to those who add up topics to fields of action', () => {
  const fields: Axis = { dimension: 'field-of-action', values: ['f', 'g'] };
  const four: Axis = { dimension: 'topic', values: ['a', 'b', 'c', 'd'] };
  const two: Axis = { dimension: 'town', values: ['x', 'y'] };
  const fieldOf = (row: number): number => (row < 2 ? 0 : 1);
  const fits = (count: NeedCount, value: number): boolean =>
    typeof count === 'number' ? count === value : count === 'withheld' || (value > 0 && value < 3);
  const add = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

  /** What each cell can be in all tables that fit both what is shown of topics and what is shown of their fields. */
  function possible(topicTable: NeedsTable, fieldTable: NeedsTable): Set<number>[] {
    const counts = topicTable.cells.flat();
    const found = counts.map(() => new Set<number>());
    const values: number[] = [];
    const step = (): void => {
      const at = values.length;
      if (at > 0 && at % 2 === 0 && !fits(topicTable.rowTotals[at / 2 - 1]!, add(values.slice(at - 2)))) return;
      if (at > 0 && at % 4 === 0) {
        const field = fieldOf(at / 2 - 1);
        const [ax, ay, bx, by] = values.slice(at - 4) as [number, number, number, number];
        const shown = fieldTable.cells[field]!;
        if (!fits(shown[0]!, ax + bx) || !fits(shown[1]!, ay + by)) return;
        if (!fits(fieldTable.rowTotals[field]!, ax + ay + bx + by)) return;
      }
      if (at === counts.length) {
        const columns = [0, 1].map((column) => add(values.filter((_, index) => index % 2 === column)));
        if (!columns.every((value, column) => fits(topicTable.columnTotals[column]!, value))) return;
        if (fits(topicTable.total, add(values))) values.forEach((value, index) => found[index]!.add(value));
        return;
      }
      const count = counts[at]!;
      const [low, high] = typeof count === 'number' ? [count, count] : count === 'fewer' ? [1, 2] : [0, 7];
      for (let value = low; value <= high; value += 1) {
        values.push(value);
        step();
        values.pop();
      }
    };
    step();
    return found;
  }

  const row = fc.tuple(fc.constantFrom(0, 1, 2, 4, 6), fc.constantFrom(0, 1, 2, 3, 5));
  fc.assert(
    fc.property(fc.tuple(row, row, row, row), (table) => {
      const all = table.flatMap((line, topic) =>
        line.flatMap((people, town): NeedFacts[] => {
          const values = {
            topic: [four.values[topic]!],
            town: [two.values[town]!],
            'field-of-action': [fields.values[fieldOf(topic)]!],
          };
          return people === 0 ? [] : [{ people, values }];
        }),
      );
      const groupsOf = (topic: string): string[] => [fields.values[fieldOf(four.values.indexOf(topic))]!];
      const topicTable = countNeeds(all, four, two, 3, { axis: fields, groupsOf });
      const sets = possible(topicTable, countNeeds(all, fields, two, 3));
      const small = topicTable.cells.flat().flatMap((count, at) => (count === 'fewer' ? [sets[at]!.size] : []));
      expect(Math.min(2, ...small)).toBe(2);
    }),
    { numRuns: 60, seed: 11 },
  );
});

const need = (data: Partial<Need>): Need => ({
  title: 'Etwas fehlt',
  source: 'counselling',
  date: '2026-01-10',
  status: 'open',
  ...data,
});

describe('needs beside offers', () => {
  const catalogue = catalogueOf(
    { kurs: { topics: ['german'], service_area: ['ahornstadt'] } },
    {
      needs: entries('concept/needs', {
        one: need({ topics: ['meeting'], where: ['ahornstadt'], how_many: 12 }),
        two: need({ topics: ['meeting'], where: ['ahornstadt'], status: 'in-progress', how_many: 6 }),
        done: need({ topics: ['meeting'], where: ['ahornstadt'], how_many: 50, status: 'met' }),
        vague: need({ how_many: 7, languages: ['so'] }),
      }),
    },
  );

  it('stand in the same lines, open ones only; fields of action follow from the topics', () => {
    const { matrix, needs } = matrixWithNeeds(catalogue, 'field-of-action', 'town');
    expect(needs!.rows).toEqual(matrix.rows);
    expect(needs!.columns).toEqual(matrix.columns);
    expect(needs!.rows.values).toEqual(['arrival', 'language', '-']);
    expect(needs!.rowTotals).toEqual([18, 18, 7]);
    expect(needs!.total).toBe(25);
  });

  it('cannot be computed from the sums of a field of action either, which other tables show', () => {
    const grouped = catalogueOf(
      {},
      {
        needs: entries('concept/needs', {
          // In one town, 3 + 20 make 23 for the field “arrival”; “other” would otherwise be company enough.
          small: need({ topics: ['advice'], where: ['ahornstadt'], how_many: 3 }),
          same: need({ topics: ['forms'], where: ['ahornstadt'], how_many: 20 }),
          other: need({ topics: ['german'], where: ['ahornstadt'], how_many: 6 }),
          else: need({ topics: ['advice'], where: ['birkenau'], how_many: 30 }),
          further: need({ topics: ['forms'], where: ['birkenau'], how_many: 40 }),
          last: need({ topics: ['german'], where: ['birkenau'], how_many: 6 }),
        }),
      },
    );
    const cellOf = (topic: string, town: string): NeedCount => {
      const { needs } = matrixWithNeeds(grouped, 'town', 'topic');
      return needs!.cells[needs!.rows.values.indexOf(town)]![needs!.columns.values.indexOf(topic)]!;
    };
    expect(cellOf('advice', 'ahornstadt')).toBe('fewer');
    expect(cellOf('forms', 'ahornstadt')).toBe('withheld');
    expect(cellOf('german', 'ahornstadt')).toBe(6);
    const { needs } = matrixWithNeeds(grouped, 'field-of-action', 'town');
    expect(needs!.cells[0]).toEqual([23, 70, 0]);
  });

  it('bring in languages that no offer has', () => {
    expect(matrixWithNeeds(catalogue, 'offer-language', 'topic').matrix.rows.values).toContain('so');
  });

  it('are left out of tables about which they say nothing', () => {
    expect(matrixWithNeeds(catalogue, 'weekday', 'town').needs).toBeUndefined();
    expect(matrixWithNeeds(catalogueOf({}), 'topic', 'town').needs).toBeUndefined();
  });

  it('are summed by what became of them only where each sum may be shown', () => {
    expect(needsByStatus(catalogue)).toEqual({ open: 19, 'in-progress': 6, met: 50 });
    const small = catalogueOf(
      {},
      { needs: entries('n', { a: need({ how_many: 30 }), b: need({ status: 'dropped' }) }) },
    );
    expect(needsByStatus(small)).toBeUndefined();
  });
});
