import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/model/calendar.ts';
import type { CatalogueOffer, PublicPlace } from '../../../src/model/catalogue.ts';
import { publicHolidaysOf } from '../../../src/model/public-holidays.ts';
import { occurrencesIn } from '../../../src/model/timetable.ts';
import { has } from '../../../src/search/facets.ts';
import { SearchFiles } from '../../../src/search/files.ts';
import { formatVersion } from '../../../src/search/manifest.ts';
import { nearFiles } from '../../../src/search/near/near-files.ts';
import { originsOf, refineByNear, type NearAnswer, type NearQuestion } from '../../../src/search/near/near-search.ts';
import { randomSchedule } from '../model/random-schedule.ts';
import { makeModel, makeOffer } from '../pages/small-catalogue.ts';

const built = '2026-11-22';
const schoolHolidays = [{ name: 'Weihnachtsferien', from: '2026-12-23', until: '2027-01-06' }];
const holidays = { schoolHolidays, isPublicHoliday: publicHolidaysOf('DE', 'NW') };
const order = '0123abcd';
const origins = [{ id: 'brinkenau', label: { value: 'Brinkenau' }, lat: 54.5, lon: 6.3 }];

interface Town {
  readonly files: SearchFiles;
  readonly asked: string[];
}

/** The files of a catalogue as a reader's device loads them, and which it has asked for. */
async function open(offers: readonly CatalogueOffer[], indexOrder = order): Promise<Town> {
  const { catalogue } = makeModel(offers);
  const made = nearFiles({
    catalogue: { ...catalogue, site: { ...catalogue.site, school_holidays: schoolHolidays } },
    language: 'de',
    ids: offers.map(({ id }) => id),
    order,
    origins,
  });
  const manifest = {
    format: formatVersion,
    language: 'de',
    documents: offers.length,
    ranks: '',
    hashes: { ids: indexOrder },
  };
  const asked: string[] = [];
  const files = await SearchFiles.open('de', (name) => {
    if (name.endsWith('/manifest.json')) return Promise.resolve(JSON.stringify(manifest));
    asked.push(name);
    const bytes = made.get(name);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no ${name}`));
  });
  return { files, asked };
}

const ask = ({ files }: Town, question: Partial<NearQuestion>): Promise<NearAnswer> =>
  refineByNear(files, { now: { date: built, time: '00:00' }, hasWords: false, ...question });

const found = (answer: NearAnswer, key: string, count: number): number[] =>
  Array.from({ length: count }, (_, document) => document).filter((document) => has(answer.chosen.get(key)!, document));

describe('days', () => {
  test('are those that the offers’ own pages say, also weeks after the build', async () => {
    const reader = fc.integer({ min: 0, max: 330 }).map((days) => addDays(built, days));
    const offerData = fc.record({
      schedule: randomSchedule(built),
      valid: fc.option(
        fc.record({
          from: fc.integer({ min: -30, max: 60 }).map((days) => addDays(built, days)),
          until: fc.integer({ min: 30, max: 200 }).map((days) => addDays(built, days)),
        }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(offerData, { minLength: 1, maxLength: 5 }),
        reader,
        fc.integer({ min: 0, max: 6 }),
        async (data, today, length) => {
          const offers = data.map(({ schedule, valid }, index) =>
            makeOffer(`offer-${index}`, { schedule, ...(valid ? { valid } : {}) }),
          );
          const until = addDays(today, length);
          const town = await open(offers);
          const answer = await ask(town, { when: { from: today, until }, now: { date: today, time: '00:00' } });
          offers.forEach(({ data: { schedule, valid } }, document) => {
            const timetable = { schedule: schedule!, ...valid };
            const [first] = occurrencesIn(timetable, { from: today, until }, holidays);
            const { next } = answer.factsOf(document);
            expect([next?.date, next?.from]).toEqual([first?.date, first?.from]);
            expect(has(answer.chosen.get('when')!, document)).toBe(first !== undefined);
          });
        },
      ),
      { numRuns: 120 },
    );
  });

  test('of today what is over already is left out', async () => {
    const offers = [
      makeOffer('morning', { schedule: [{ days: ['tuesday'], from: '09:00', to: '11:00' }] }),
      makeOffer('evening', { schedule: [{ days: ['tuesday'], from: '18:00', to: '20:00' }] }),
      makeOffer('both', {
        schedule: [
          { days: ['tuesday'], from: '09:00', to: '11:00' },
          { dates: ['2026-11-24'], from: '15:00', to: '16:00' },
        ],
      }),
      makeOffer('open-end', { schedule: [{ days: ['tuesday'], from: '08:00' }] }),
    ];
    const date = '2026-11-24';
    const answer = await ask(await open(offers), { when: { from: date, until: date }, now: { date, time: '11:00' } });
    expect(found(answer, 'when', 4)).toEqual([1, 2, 3]);
    expect(answer.factsOf(2).next?.from).toBe('15:00');
  });

  test('cost only the files of the weekdays that are asked for', async () => {
    const town = await open([
      makeOffer('a', { schedule: [{ days: ['monday', 'tuesday', 'friday'], from: '09:00' }] }),
      makeOffer('b', { schedule: [{ dates: ['2026-12-01'] }] }),
    ]);
    await ask(town, { when: { from: '2026-11-24', until: '2026-11-24' } });
    expect(town.asked.map((name) => /near-?([a-z]*)/.exec(name)?.[1])).toEqual(['', 'dates', 'tuesday']);
  });
});

describe('distances', () => {
  const at = (lat: number, lon: number, rest: Partial<PublicPlace> = {}): { place: PublicPlace } => ({
    place: { town: 'brinkenau', name: 'Haus', street: 'Am Markt 1', protected: false, geo: { lat, lon }, ...rest },
  });
  const offers = [
    makeOffer('far', {}, at(54.6, 6.3)),
    makeOffer('near', {}, at(54.51, 6.3)),
    makeOffer('online', { delivery: ['online'] }),
    // Even if some source gave away where it is.
    makeOffer('protected', {}, at(54.5, 6.3, { protected: true })),
    makeOffer(
      'somewhere-in-town',
      {},
      { place: { town: 'brinkenau', protected: false, geo: { lat: 54.5, lon: 6.3 } } },
    ),
  ];
  const all = [0, 1, 2, 3, 4];
  const scores = Float64Array.of(5, 4, 9, 1, 1);

  test('put the nearest first, and what has no place behind, as it stood', async () => {
    const answer = await ask(await open(offers), { near: 'brinkenau' });
    expect(answer.order?.(all, scores)).toEqual([1, 0, 2, 3, 4]);
    expect(answer.factsOf(1).away).toBeCloseTo(1.1, 1);
    expect(answer.nearest).toBeCloseTo(1.1, 1);
    expect(answer.origin).toMatchObject({ label: { value: 'Brinkenau' } });
  });

  test('never say how far a protected place is, nor measure from the middle of a town', async () => {
    const town = await open(offers);
    const answer = await ask(town, { near: { lat: 54.5, lon: 6.3 }, within: 25 });
    expect(answer.factsOf(3)).toEqual({ onRequest: true });
    expect(answer.factsOf(4)).toEqual({});
    expect(found(answer, 'within', 5)).toEqual([0, 1]);
    // Not a byte of its place is in the files.
    const without = await open(
      offers.map((offer) =>
        offer.id === 'protected' ? makeOffer('protected', {}, at(48, 11, { protected: true })) : offer,
      ),
    );
    await ask(without, { near: 'brinkenau' });
    expect(town.asked.sort()).toEqual(without.asked.sort());
  });

  test('never put a far better answer behind a near one that hardly fits the words', async () => {
    const answer = await ask(await open(offers), { near: 'brinkenau', hasWords: true });
    expect(answer.order?.([0, 1], Float64Array.of(10, 6))).toEqual([1, 0]);
    expect(answer.order?.([0, 1], Float64Array.of(10, 2))).toEqual([0, 1]);
  });

  test('from a place that nobody knows are not measured', async () => {
    const answer = await ask(await open(offers), { near: 'atlantis', within: 2 });
    expect(answer.order).toBeUndefined();
    expect(answer.chosen.size).toBe(0);
  });
});

test('files of another build are not believed: numbers of offers would mean others', async () => {
  const town = await open([makeOffer('a')], 'ffffffff');
  await expect(originsOf(town.files)).rejects.toMatchObject({ name: 'SearchLoadError', file: 'search/de/near.json' });
});
