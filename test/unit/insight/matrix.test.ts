import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, dimensionIds, noneGiven, valuesOf } from '../../../src/insight/dimensions.ts';
import { levelsOf } from '../../../src/insight/german-levels.ts';
import { countMatrix, offerFacts, type Matrix, type OfferFacts } from '../../../src/insight/matrix.ts';
import { catalogueOf, matrixOf, offer, today } from './sample-catalogue.ts';

/** Only how many offers there are, with the totals at the right and at the bottom as on paper. */
const numbersOf = ({ cells, rowTotals, columnTotals, total }: Matrix): number[][] => [
  ...cells.map((row, index) => [...row, rowTotals[index]!].map(({ offers }) => offers.length)),
  [...columnTotals, total].map(({ offers }) => offers.length),
];

/** Counted by hand:
 *             ahornstadt birkenau zedernheim   total
 *  advice        a c        c         -          a c
 *  forms         -          -         -          -
 *  german        b          b         b          b
 *  meeting       c          c         -          c
 *  total         a b c      b c       b          a b c
 */
const hand = catalogueOf({
  a: { topics: ['advice'], service_area: ['ahornstadt'], capacity: { state: 'free', as_of: '2026-02-01' } },
  b: { topics: ['german'], service_area: ['kreis', 'zedernheim'], capacity: { state: 'full', as_of: '2026-02-01' } },
  c: { topics: ['advice', 'meeting'], service_area: ['kreis'], standing: 'upcoming' },
  paused: { topics: ['advice'], standing: 'paused' },
  ended: { topics: ['advice'], standing: 'ended' },
});

describe('a matrix', () => {
  it('counts as one counts by hand: districts are their towns, totals count each offer once', () => {
    const matrix = matrixOf(hand, 'topic', 'town');
    expect(matrix.rows.values).toEqual(['advice', 'forms', 'german', 'meeting']);
    expect(matrix.columns.values).toEqual(['ahornstadt', 'birkenau', 'zedernheim']);
    expect(numbersOf(matrix)).toEqual([
      [2, 1, 0, 2],
      [0, 0, 0, 0],
      [1, 1, 1, 1],
      [1, 1, 0, 1],
      [3, 2, 1, 3],
    ]);
    expect(matrix.cells[0]![0]!.offers).toEqual(['a', 'c']);
    expect(matrix.total.capacity).toEqual({ free: 1, few: 0, 'waiting-list': 0, full: 1, unknown: 1 });
  });

  it('leaves out what is paused or has ended', () => {
    const { total } = matrixOf(hand, 'type', 'cost');
    expect(total.offers).toEqual(['a', 'b', 'c']);
  });

  it('shows values without a single offer, and a last line for what is not said, only where there is any', () => {
    const matrix = matrixOf(hand, 'childcare', 'german');
    expect(matrix.rows.values).toEqual(['yes', 'on-request', 'no', noneGiven]);
    expect(matrix.columns.values.at(-1)).toBe(noneGiven);
    expect(matrix.cells.at(-1)!.at(-1)!.offers).toEqual(['a', 'b', 'c']);
    expect(matrixOf(hand, 'cost', 'type').rows.values).toEqual(['free', 'partly', 'paid']);
  });

  it('keeps an offer with a value that nobody listed', () => {
    const facts: OfferFacts[] = [{ id: 'x', values: { topic: ['new'], cost: ['free'] }, capacity: 'unknown' }];
    const { rows, cells } = countMatrix(
      facts,
      { dimension: 'topic', values: ['old'] },
      { dimension: 'cost', values: ['free'] },
    );
    expect(rows.values).toEqual(['old', 'new']);
    expect(cells[1]![0]!.offers).toEqual(['x']);
  });

  it('sums people reached only where they are known, and says of how many offers', () => {
    const cost = { dimension: 'cost', values: ['free', 'paid'] } as const;
    const facts: OfferFacts[] = [
      { id: 'a', values: { cost: ['free'] }, capacity: 'unknown', reached: 12 },
      { id: 'b', values: { cost: ['free'] }, capacity: 'unknown', reached: 30, estimated: true },
      { id: 'c', values: { cost: ['free'] }, capacity: 'unknown' },
      { id: 'd', values: { cost: ['paid'] }, capacity: 'unknown' },
    ];
    const { rowTotals } = countMatrix(facts, cost, cost);
    expect(rowTotals[0]!.reached).toEqual({ people: 42, knownOf: 2, estimated: true });
    expect(rowTotals[1]!.reached).toBeUndefined();
  });

  const anyOffer: fc.Arbitrary<OfferFacts> = fc.record({
    id: fc.uuid(),
    values: fc.record(
      {
        topic: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
        town: fc.uniqueArray(fc.constantFrom('x', 'y'), { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
    capacity: fc.constantFrom('free', 'unknown'),
  });

  it('has totals between the largest cell and the sum of a line, and the same either way round', () => {
    fc.assert(
      fc.property(fc.array(anyOffer, { maxLength: 12 }), (offers) => {
        const [topics, towns] = [
          { dimension: 'topic', values: ['a', 'b', 'c'] },
          { dimension: 'town', values: ['x', 'y'] },
        ] as const;
        const matrix = countMatrix(offers, topics, towns);
        const size = ({ offers: some }: { offers: readonly string[] }): number => some.length;
        for (const [index, row] of matrix.cells.entries()) {
          const sizes = row.map(size);
          expect(size(matrix.rowTotals[index]!)).toBeGreaterThanOrEqual(Math.max(...sizes));
          expect(size(matrix.rowTotals[index]!)).toBeLessThanOrEqual(sizes.reduce((sum, some) => sum + some, 0));
          const union = new Set(row.flatMap((cell) => cell.offers));
          expect(new Set(matrix.rowTotals[index]!.offers)).toEqual(union);
        }
        expect(size(matrix.total)).toBe(offers.length);
        const turned = countMatrix(offers, towns, topics);
        expect(turned.cells.map((row) => row.map(size))).toEqual(
          turned.rows.values.map((_, row) => matrix.cells.map((line) => size(line[row]!))),
        );
      }),
    );
  });
});

describe('what an offer counts as', () => {
  it('is what it says, dimension by dimension', () => {
    const said = offer('a', {
      type: 'course',
      fields_of_action: ['language', 'language'],
      audience: { groups: ['women'], german: { min: 'none', target: 'A1' } },
      languages: [
        { code: 'ar', kind: 'interpreter' },
        { code: 'uk', kind: 'material' },
      ],
      schedule: [
        { days: ['friday', 'monday'] },
        { days: ['sunday'], valid: { until: '2026-02-28' } },
        { dates: ['2026-02-24', '2026-03-04'] },
      ],
      cost: { kind: 'partly' },
      childcare: { available: 'on-request' },
      delivery: ['on-site', 'online'],
      service_area: ['kreis'],
    });
    expect(valuesOf(said, today)).toEqual({
      'field-of-action': ['language'],
      topic: ['advice'],
      town: ['birkenau', 'ahornstadt'],
      'target-group': ['women'],
      'offer-language': ['ar'],
      german: ['A1'],
      weekday: ['monday', 'wednesday', 'friday'],
      cost: ['partly'],
      childcare: ['on-request'],
      online: ['yes'],
      type: ['course'],
    });
  });

  it('has the levels that a course teaches, or else the one that is needed', () => {
    expect(levelsOf({ min: 'A1', target: 'B1' })).toEqual(['A2', 'B1']);
    expect(levelsOf({ min: 'none', target: 'A2' })).toEqual(['A1', 'A2']);
    expect(levelsOf({ min: 'none', target: 'literacy' })).toEqual(['literacy']);
    expect(levelsOf({ min: 'B1', target: 'B1' })).toEqual(['B1']);
    expect(levelsOf({ target: 'A1' })).toEqual(['A1']);
    expect(levelsOf({ min: 'none' })).toEqual(['none']);
    expect(levelsOf(undefined)).toEqual([]);
  });

  it('knows the languages of the site even where nobody offers them, plain German among German', () => {
    const catalogue = catalogueOf({ a: { languages: [{ code: 'tr', kind: 'spoken' }] } });
    expect(axisOf(catalogue, 'offer-language', ['so']).values).toEqual(['de', 'ar', 'uk', 'tr', 'so']);
  });

  it('can be asked for every dimension', () => {
    for (const rows of dimensionIds) {
      for (const columns of dimensionIds) expect(matrixOf(hand, rows, columns).total.offers).toEqual(['a', 'b', 'c']);
    }
  });
});

it('counts ten thousand offers in the time of a blink', () => {
  const offers = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [
      `offer-${index}`,
      {
        topics: ['advice', 'german', 'meeting'].slice(index % 3),
        service_area: index % 2 ? ['kreis'] : ['zedernheim'],
      },
    ]),
  );
  const facts = offerFacts(catalogueOf(offers));
  const [topics, towns] = [axisOf(hand, 'topic'), axisOf(hand, 'town')];
  countMatrix(facts, topics, towns);
  const start = performance.now();
  countMatrix(facts, topics, towns);
  // Some 5 ms on an idle machine; a loop over all offers for each cell would take many times this.
  expect(performance.now() - start).toBeLessThan(500);
});
