import { describe, expect, it } from 'vitest';
import { emptyCellsTrend, trendOf } from '../../../src/insight/trend.ts';
import type { Snapshot } from '../../../src/model/schema.generated.ts';
import { catalogueOf, matrixOf, today } from './sample-catalogue.ts';

const snapshot = (date: string, part: Partial<Snapshot> = {}): Snapshot => ({ version: 1, date, offers: {}, ...part });
const offer = (standing: Snapshot['offers'][string]['standing']): Snapshot['offers'][string] => ({
  title: 'Angebot',
  standing,
  reviewed: '2025-06-01',
  text: '000000000000',
});

const catalogue = catalogueOf(
  { a: { topics: ['german'], service_area: ['kreis'] }, b: { standing: 'paused' } },
  {
    targets: [{ id: 'deutsch', label: { de: 'Deutsch' }, minimum: 1, per: 'town', offers: { topics: ['german'] } }],
    snapshots: [
      snapshot('2025-01-01', { offers: { a: offer('upcoming'), b: offer('active'), c: offer('paused') } }),
      snapshot('2025-06-01', {
        targets: { deutsch: { met: 1, of: 3 } },
        matrices: [{ rows: 'topic', columns: 'town', cells: { german: { ahornstadt: 1 }, gone: { ahornstadt: 4 } } }],
      }),
      snapshot(today, { offers: { a: offer('active'), b: offer('active') } }),
    ],
  },
);

describe('a trend', () => {
  it('runs over all snapshots to today; what is counted today is not taken from one', () => {
    expect(trendOf(catalogue)).toEqual([
      { date: '2025-01-01', offers: 2 },
      { date: '2025-06-01', offers: 0, unmet: 2 },
      { date: today, offers: 1, unmet: 1 },
    ]);
  });

  it('of a matrix counts the cells without any offer: those of today, on each day that has the matrix', () => {
    expect(emptyCellsTrend(catalogue, matrixOf(catalogue, 'topic', 'town'))).toEqual([
      { date: '2025-06-01', empty: 11, of: 12 },
      { date: today, empty: 10, of: 12 },
    ]);
    expect(emptyCellsTrend(catalogue, matrixOf(catalogue, 'cost', 'town'))).toHaveLength(1);
  });
});
