import { describe, expect, it } from 'vitest';
import { contentStatus, organisationsWithoutSheet } from '../../../src/insight/status.ts';
import type { Funding, Organisation } from '../../../src/model/schema.generated.ts';
import { catalogueOf, entries } from './sample-catalogue.ts';

const funding = (data: Partial<Funding>): Funding => ({
  title: 'Programm',
  summary: 'Zahlt etwas.',
  funder: 'Land',
  ...data,
});

const catalogue = catalogueOf(
  {
    fresh: { reviewed: '2026-02-01', valid: { until: '2026-08-31' }, funding: ['soon', 'later'] },
    due: { reviewed: '2025-01-01', freshness: 'due', valid: { until: '2026-12-31' } },
    older: { reviewed: '2024-11-01', freshness: 'due', funding: ['over'] },
    ended: { standing: 'ended', valid: { until: '2026-02-01' }, funding: ['unused'] },
  },
  {
    funding: entries('funding', {
      soon: funding({ period: { until: '2026-06-30' }, deadlines: [{ date: '2026-02-28' }, { date: '2026-05-31' }] }),
      over: funding({ period: { until: '2025-12-31' } }),
      later: funding({ period: { until: '2027-12-31' }, deadlines: [{ date: '2026-03-01' }] }),
      unused: funding({ period: { until: '2026-04-30' } }),
    }),
  },
);

describe('the state of the content', () => {
  const status = contentStatus(catalogue);

  it('tells which data sheets must be reviewed, the longest due first', () => {
    expect(status.offers).toBe(3);
    expect(status.freshness.due).toEqual([
      { offer: 'older', reviewed: '2024-11-01', due: '2025-11-01' },
      { offer: 'due', reviewed: '2025-01-01', due: '2026-01-01' },
    ]);
    expect(status.freshness.fresh.map(({ offer }) => offer)).toEqual(['fresh']);
  });

  it('tells how complete they are, every one in one band', () => {
    const { sheets, bands, average, mostMissing } = status.completeness;
    expect(sheets.map(({ score }) => score)).toEqual([...sheets].map(({ score }) => score).sort((a, b) => a - b));
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(average).toBe(Math.round(sheets.reduce((sum, { score }) => sum + score, 0) / 3));
    expect(mostMissing[0]!.count).toBe(3);
    expect(contentStatus(catalogueOf({})).completeness.average).toBeUndefined();
  });

  it('looks six months ahead, to the day', () => {
    expect(status.endingSoon).toEqual([{ offer: 'fresh', until: '2026-08-31' }]);
    expect(contentStatus({ ...catalogue, site: { ...catalogue.site, horizon: 12 } }).endingSoon).toHaveLength(2);
  });

  it('names money that is used and runs out, not what nobody lives on', () => {
    expect(status.fundingRunsOut.map(({ funding: id, isOver, offers }) => [id, isOver, offers.join()])).toEqual([
      ['over', true, 'older'],
      ['soon', false, 'fresh'],
    ]);
    expect(status.deadlines).toEqual([
      { funding: 'later', date: '2026-03-01', index: 0 },
      { funding: 'soon', date: '2026-05-31', index: 1 },
    ]);
  });

  it('counts what is to be translated, into every other language', () => {
    expect(status.translations.map(({ language, counts }) => [language, counts.missing])).toEqual([
      ['de-simple', 7],
      ['ar', 7],
      ['uk', 7],
    ]);
  });
});

it('lists organisations without a data sheet: no partners, nor wholes whose parts have one', () => {
  const kind: Pick<Organisation, 'kind'> = { kind: 'authority' };
  const organisations = entries<Organisation>('organisations', {
    amt: { name: 'Amt', part_of: 'kreis', ...kind },
    kreis: { name: 'Kreis', part_of: 'amt', ...kind },
    partner: { name: 'Partner', ...kind },
    zebra: { name: 'Ährenkranz', ...kind },
    alone: { name: 'Verein', ...kind },
    past: { name: 'Bund', ...kind },
  });
  const offers = catalogueOf({
    a: { organisation: 'amt', partners: ['partner'] },
    b: { organisation: 'past', standing: 'ended' },
  }).offers;
  expect(organisationsWithoutSheet(catalogueOf({}, { organisations, offers }))).toEqual(['zebra', 'past', 'alone']);
});
