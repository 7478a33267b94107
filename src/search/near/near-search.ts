import { addDays, toDayNumber, weekdayOf } from '../../model/calendar.ts';
import type { IsoDate } from '../../model/diagnostic.ts';
import { distanceBetween } from '../../model/distance.ts';
import { publicHolidaysOf } from '../../model/public-holidays.ts';
import { weekdays, type Occurrence } from '../../model/schedule.ts';
import type { Geo } from '../../model/schema.generated.ts';
import { isOver, occurrencesIn } from '../../model/timetable.ts';
import type { SearchFiles } from '../files.ts';
import type { DocumentSet } from '../facets.ts';
import type { Refinement } from '../open-search.ts';
import { nearFile, nearFormat, nearName, type NearManifest, type Origin } from './near-manifest.ts';
import { decodePlaces, type PlaceColumn } from './place-bytes.ts';
import { decodeDates, decodeRules, type DayRule, type SingleDate } from './timetable-bytes.ts';

/** What a reader asks for besides words and filters. */
export interface NearQuestion {
  /** The day and minute where the offers are. */
  readonly now: { readonly date: IsoDate; readonly time: string };
  /** What takes place on these days, and is not over. */
  readonly when?: { readonly from: IsoDate; readonly until: IsoDate };
  /** Where the reader is: the id of an origin, or a point. */
  readonly near?: string | Geo;
  /** Kilometres. */
  readonly within?: number;
  /** Whether there are words to be answered: without any, nothing counts but the distance. */
  readonly hasWords: boolean;
}

type Time = Pick<Occurrence, 'date' | 'from' | 'to'>;

/** What is known of a document for such a question. */
export interface NearFacts {
  /** The next time it takes place. */
  readonly next?: Time;
  /** Kilometres as the crow flies. */
  readonly away?: number;
  /** Its address is not public: nothing is said about how far it is. */
  readonly onRequest?: true;
}

export interface NearAnswer extends Refinement {
  readonly factsOf: (document: number) => NearFacts;
  /** Absent where the id of an unknown place was asked for. */
  readonly origin?: Geo & { readonly label?: Origin['label'] };
  /** Kilometres to the nearest of all. */
  readonly nearest?: number;
}

/** From this share of the best score on, offers answer a question equally well: among them the nearer one counts. */
const closeScore = 0.5;

const manifestOf = (files: SearchFiles): Promise<NearManifest> =>
  files.json<NearManifest>(
    nearName(files.manifest.language),
    ({ format, order }) => format === nearFormat && order === files.manifest.hashes.ids,
  );

/** The places that distances can be measured from. */
export const originsOf = async (files: SearchFiles): Promise<readonly Origin[]> => (await manifestOf(files)).origins;

/** Answers a question about when and where; loads only the files of the days and columns that it is about. */
export async function refineByNear(files: SearchFiles, question: NearQuestion): Promise<NearAnswer> {
  const manifest = await manifestOf(files);
  const { when, near, within, now, hasWords } = question;
  const origin = typeof near === 'string' ? manifest.origins.find(({ id }) => id === near) : near;
  const [next, places] = await Promise.all([
    when && takingPlace(files, manifest, when, now),
    origin && loadPlaces(files, manifest),
  ]);
  const chosen = new Map<string, DocumentSet>();
  const { documents: count } = files.manifest;
  if (next) chosen.set('when', setOf(count, next.keys()));
  const away = places && origin ? distances(places, origin) : undefined;
  if (away && within !== undefined)
    chosen.set(
      'within',
      setOf(
        count,
        indexesWhere(away, (km) => km <= within),
      ),
    );
  const onRequest = new Set(places?.onRequest);
  return {
    chosen,
    ...(away ? { order: (documents, scores) => nearestFirst(documents, hasWords ? scores : undefined, away) } : {}),
    factsOf: (document) => {
      const time = next?.get(document);
      const km = away?.[document];
      return {
        ...(time ? { next: time } : {}),
        ...(km === undefined || km === Infinity ? {} : { away: km }),
        ...(onRequest.has(document) ? { onRequest: true } : {}),
      };
    },
    ...(origin ? { origin } : {}),
    ...(away ? { nearest: away.reduce((least, km) => Math.min(least, km), Infinity) } : {}),
  };
}

const load = async <T>(
  files: SearchFiles,
  { hashes }: NearManifest,
  name: string,
  decode: (bytes: Uint8Array) => T,
): Promise<T | undefined> => {
  const hash = Object.hasOwn(hashes, name) ? hashes[name] : undefined;
  return hash === undefined ? undefined : files.named(nearFile(files.manifest.language, name, hash), decode);
};

const loadPlaces = (files: SearchFiles, manifest: NearManifest): Promise<PlaceColumn | undefined> =>
  load(files, manifest, 'places', (bytes) => decodePlaces(bytes, files.manifest.documents));

/** By document, the first time in the window that is not over. */
async function takingPlace(
  files: SearchFiles,
  manifest: NearManifest,
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
  now: NearQuestion['now'],
): Promise<Map<number, Time>> {
  const holidays = {
    schoolHolidays: [...manifest.schoolHolidays],
    isPublicHoliday: publicHolidaysOf(manifest.country, manifest.state),
  };
  // Seven days have each weekday once.
  const days: IsoDate[] = [];
  for (let day = from; day <= until && days.length < weekdays.length; day = addDays(day, 1)) days.push(day);
  const [dates, ...rules] = await Promise.all([
    load(files, manifest, 'dates', decodeDates),
    ...days.map(async (day) => {
      const weekday = weekdays[weekdayOf(toDayNumber(day))]!;
      return { day, weekday, list: await load(files, manifest, weekday, decodeRules) };
    }),
  ]);
  const next = new Map<number, Time>();
  const offer = (document: number, time: Time): void => {
    const known = next.get(document);
    if (!isOver(time, now.date, now.time) && (!known || key(time) < key(known))) next.set(document, time);
  };
  for (const { document, ...time } of (dates ?? []) as readonly SingleDate[])
    if (time.date >= from && time.date <= until) offer(document, time);
  for (const { day, weekday, list } of rules) {
    for (const rule of list ?? []) {
      const schedule = [itemOf(rule, weekday)];
      const [time] = occurrencesIn({ schedule }, { from: day, until: day, count: 1 }, holidays);
      if (time) for (const document of Array.from(rule.documents)) offer(document, time);
    }
  }
  return next;
}

const key = ({ date, from = '' }: Pick<Occurrence, 'date' | 'from'>): string => `${date} ${from}`;

const itemOf = ({ every, from, to, termOnly, valid }: DayRule, day: (typeof weekdays)[number]) => ({
  days: [day] as [typeof day],
  every,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(termOnly ? { school_holidays: 'no' as const } : {}),
  valid,
});

/** Infinity where a document has no place that is known. */
const distances = ({ lats, lons }: PlaceColumn, origin: Geo): Float64Array =>
  lats.map((lat, document) => (Number.isNaN(lat) ? Infinity : distanceBetween(origin, { lat, lon: lons[document]! })));

/** First those that answer the words well, each part nearest first; what has no place stands behind, as it stood. */
function nearestFirst(
  documents: readonly number[],
  scores: Float64Array | undefined,
  away: Float64Array,
): readonly number[] {
  const byDistance = (list: readonly number[]): number[] =>
    [...list].sort((a, b) => compare(away[a] ?? Infinity, away[b] ?? Infinity));
  if (!scores) return byDistance(documents);
  const best = documents.reduce((most, document) => Math.max(most, scores[document] ?? 0), 0);
  const isClose = (document: number): boolean => (scores[document] ?? 0) >= best * closeScore;
  return [
    ...byDistance(documents.filter((document) => isClose(document))),
    ...byDistance(documents.filter((document) => !isClose(document))),
  ];
}

/** Of two that are infinitely far neither is nearer. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

function setOf(documentCount: number, documents: Iterable<number>): DocumentSet {
  const set = new Uint32Array(Math.ceil(documentCount / 32));
  for (const document of documents) set[document >> 5] = (set[document >> 5] ?? 0) | (1 << (document & 31));
  return set;
}

function* indexesWhere(values: Float64Array, holds: (value: number) => boolean): Generator<number> {
  for (let index = 0; index < values.length; index++) if (holds(values[index] ?? Infinity)) yield index;
}
