import { describe, expect, it } from 'vitest';
import { compareEditions } from '../../../src/insight/edition-difference.ts';
import { measureAttainment, type Attainment } from '../../../src/insight/goal-attainment.ts';
import { lateMeasures, rollUp, rollUpEdition, type MeasureStatus } from '../../../src/insight/roll-up.ts';
import type { Edition, Goal, Indicator, Measure } from '../../../src/model/schema.generated.ts';
import { catalogueOf, entries, entry, today } from './sample-catalogue.ts';

const measure = (status: MeasureStatus, data: Partial<Measure> = {}): Measure => ({
  title: 'Maßnahme',
  summary: 'Etwas wird getan.',
  goal: 'goal',
  status,
  status_since: '2025-01-01',
  responsible: 'verein',
  ...data,
});

const statuses = (...all: MeasureStatus[]) => all.map((status, index) => entry('m', `m${index}`, measure(status)));

describe('the statuses of measures', () => {
  const empty = catalogueOf({});

  it.each<[string, MeasureStatus[]]>([
    ['no-data', []],
    ['reached', ['achieved', 'established']],
    ['on-the-way', ['achieved', 'idea']],
    ['on-the-way', ['running']],
    ['on-the-way', ['established', 'not-achieved']],
    ['not-begun', ['idea', 'planned']],
    ['not-begun', ['planned', 'not-achieved']],
    ['missed', ['not-achieved', 'not-achieved']],
  ])('come to %s', (word, all) => {
    expect(rollUp(statuses(...all), empty).progress).toBe(word);
  });

  it('are counted, not averaged', () => {
    const { counts, total } = rollUp(statuses('idea', 'idea', 'achieved'), empty);
    expect(total).toBe(3);
    expect(counts).toEqual({ idea: 2, planned: 0, running: 0, established: 0, achieved: 1, 'not-achieved': 0 });
  });
});

/** Two editions: the goal is carried on with one measure, another goal ends, a third is new. */
const editions: Record<string, Edition> = {
  first: {
    title: 'Erste',
    period: { from: '2019-01-01', until: '2024-12-31' },
    fields_of_action: ['arrival', 'work'],
    summary: 'Die erste Fassung.',
  },
  second: {
    title: 'Zweite',
    period: { from: '2025-01-01' },
    previous: 'first',
    fields_of_action: ['language', 'arrival'],
    summary: 'Die zweite Fassung.',
  },
};
const goal = (edition: string, field: string, data: Partial<Goal> = {}): Goal => ({
  title: 'Ziel',
  edition,
  field_of_action: field,
  ...data,
});
const concept = catalogueOf(
  {},
  {
    editions: entries('concept/editions', editions),
    goals: entries('concept/goals', {
      'old-arrival': goal('first', 'arrival'),
      'old-work': goal('first', 'work'),
      'new-arrival': goal('second', 'arrival', { title: 'Ziel, neu gefasst', continues: 'old-arrival' }),
      'new-health': goal('second', 'health'),
    }),
    measures: entries('concept/measures', {
      bus: measure('running', { goal: 'old-arrival', planned: { until: '2024-06-30' } }),
      done: measure('achieved', { goal: 'old-work' }),
      given: measure('idea', { goal: 'old-work', planned: { until: '2024-12-31' } }),
      'bus-2': measure('established', {
        goal: 'new-arrival',
        continues: 'bus',
        responsible: 'schule',
        planned: { from: '2025-01-01', until: '2025-12-31' },
      }),
      late: measure('planned', { goal: 'new-arrival', planned: { until: '2026-02-01' }, reason: 'Kein Geld.' }),
      today: measure('running', { goal: 'new-health', planned: { until: today } }),
    }),
  },
);

describe('an edition', () => {
  it('has its chapters in their order, each with its goals, and says how far they have got', () => {
    const { fields, progress, total } = rollUpEdition(concept, 'second');
    expect(
      fields.map(({ field, goals, progress: word }) => [field, goals.map(({ goal: { id } }) => id).join(), word]),
    ).toEqual([
      ['language', '', 'no-data'],
      ['arrival', 'new-arrival', 'on-the-way'],
      ['health', 'new-health', 'on-the-way'],
    ]);
    expect([progress, total]).toEqual(['on-the-way', 3]);
  });

  it('knows which measures are late: past their end, not finished, not carried forward', () => {
    expect(lateMeasures(concept)).toEqual([
      { measure: 'given', until: '2024-12-31', days: 425, hasReason: false },
      { measure: 'late', until: '2026-02-01', days: 28, hasReason: true },
    ]);
    expect(rollUpEdition(concept, 'first').late).toEqual(['given']);
  });

  it('differs from the one before it', () => {
    const difference = compareEditions(concept, 'second')!;
    expect(difference.fields).toEqual({ continued: ['arrival'], added: ['language'], dropped: ['work'] });
    const ids = (all: readonly { readonly id: string }[]): string => all.map(({ id }) => id).join();
    expect(difference.goals.continued.map(({ before, after, changes }) => [before.id, after.id, changes])).toEqual([
      ['old-arrival', 'new-arrival', { title: { before: 'Ziel', after: 'Ziel, neu gefasst' } }],
    ]);
    expect([ids(difference.goals.added), ids(difference.goals.dropped)]).toEqual(['new-health', 'old-work']);
    const { continued, added, finished, dropped } = difference.measures;
    expect(continued.map(({ before, after }) => [before.id, after.id])).toEqual([['bus', 'bus-2']]);
    expect(continued[0]!.changes).toEqual({
      status: { before: 'running', after: 'established' },
      responsible: { before: 'verein', after: 'schule' },
      planned: { before: { until: '2024-06-30' }, after: { from: '2025-01-01', until: '2025-12-31' } },
    });
    expect([ids(added), ids(finished), ids(dropped)]).toEqual(['late,today', 'done', 'given']);
  });

  it('differs from nothing when it is the first', () => {
    expect(compareEditions(concept, 'first')).toBeUndefined();
    expect(compareEditions(concept, 'none')).toBeUndefined();
  });
});

const indicator = (
  values: readonly (number | null)[],
  data: Partial<Indicator> = {},
  quality: Indicator['series'][number]['quality'] = 'measured',
): Indicator => ({
  title: 'Kennzahl',
  unit: 'Menschen',
  definition: 'Was gezählt wird.',
  direction: 'up',
  series: values.map((value, index) => ({ date: `${2020 + index}-12-31`, value, source: 'Amt', quality })),
  ...data,
});
const attain = (data: Indicator): Attainment => measureAttainment(entry('i', 'i', data), today);

describe('an indicator', () => {
  it('has done a share of the way from its first value to its target', () => {
    const { share, word, trend, missing } = attain(
      indicator([100, 120, 150], { target: { value: 200, by: '2030-12-31' } }),
    );
    expect({ share, word, trend, missing }).toEqual({ share: 0.5, word: 'not-yet', trend: 'better', missing: [] });
  });

  it('goes down where less is better, and can be further away than it was', () => {
    const waiting = attain(indicator([40, 30, 50], { direction: 'down', target: { value: 20, by: '2025-12-31' } }));
    expect(waiting).toMatchObject({ share: -0.5, word: 'missed', trend: 'worse' });
    const reached = attain(indicator([40, 15], { direction: 'down', target: { value: 20, by: '2025-12-31' } }));
    expect(reached).toMatchObject({ share: 1.25, word: 'reached' });
  });

  it('says what is missing instead of a number', () => {
    expect(attain(indicator([]))).toMatchObject({ word: 'unknown', missing: ['value', 'target'] });
    expect(attain(indicator([10, 20]))).toMatchObject({ word: 'unknown', missing: ['target'], trend: 'better' });
    const single = attain(indicator([10], { target: { value: 20, by: '2030-12-31' } }));
    expect(single).toMatchObject({ word: 'not-yet', missing: ['start'] });
    expect(single.share).toBeUndefined();
    expect(attain(indicator([null, null], { target: { value: 1, by: '2030-12-31' } })).missing).toEqual(['value']);
  });

  it('breaks its line where a value is missing, and names the day', () => {
    const { runs, gaps, trend } = attain(indicator([1, 2, null, 2]));
    expect(runs.map((run) => run.map(({ value }) => value))).toEqual([[1, 2], [2]]);
    expect(gaps).toEqual(['2022-12-31']);
    expect(trend).toBe('same');
  });

  it('has no share of a way that was no way: the target was met at the start', () => {
    const { share, word } = attain(indicator([30, 25], { target: { value: 20, by: '2030-12-31' } }));
    expect([share, word]).toEqual([undefined, 'reached']);
  });

  it('says when its latest value is not certain, and whether it is where it should be by now', () => {
    expect(attain(indicator([1], {}, 'estimated')).isUncertain).toBe(true);
    expect(attain(indicator([1])).isUncertain).toBe(false);
    const series = [{ date: '2025-12-31', value: 5, target: 6, source: 'Amt', quality: 'measured' as const }];
    expect(attain(indicator([], { series })).onCourse).toBe(false);
    expect(attain(indicator([1])).onCourse).toBeUndefined();
  });
});
