import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Catalogue, CatalogueOffer } from '../../model/catalogue.ts';
import type { IsoDate, LanguageTag } from '../../model/diagnostic.ts';
import { keptFor } from '../../model/reads.ts';
import type { Geo } from '../../model/schema.generated.ts';
import { weekdays } from '../../model/schedule.ts';
import { timetableOf } from '../../model/timetable.ts';
import { nearFile, nearFormat, nearName, type NearManifest, type Origin } from './near-manifest.ts';
import { encodePlaces } from './place-bytes.ts';
import { encodeDates, encodeRules, takeApart, type DayRule, type SingleDate } from './timetable-bytes.ts';

export interface NearInput {
  readonly catalogue: Catalogue;
  readonly language: LanguageTag;
  /** Ids of all documents, in the order in which the search numbers them. */
  readonly ids: readonly string[];
  /** Hash by which the search's manifest names that order. */
  readonly order: string;
  readonly origins: readonly Origin[];
}

/** In file names. */
const hashLength = 8;

/** All files about when and where of one language, by path from the site's root. */
export function nearFiles({ catalogue, language, ids, order, origins }: NearInput): Map<string, Uint8Array> {
  const { today, site } = catalogue;
  const offers = ids.map((id) => catalogue.offers.get(id));
  const rules = weekdays.map(() => new Map<string, Omit<DayRule, 'documents'> & { documents: number[] }>());
  const dates: SingleDate[] = [];
  const points = new Map<number, Geo>();
  const onRequest: number[] = [];
  offers.forEach((offer, document) => {
    if (!offer) return;
    const apart = partsOf(offer, today);
    for (const [weekday, key, rule] of apart.rules) {
      const known = rules[weekday]!.get(key);
      if (!known) rules[weekday]!.set(key, { ...rule, documents: [document] });
      // Two items of one offer may say the same.
      else if (known.documents.at(-1) !== document) known.documents.push(document);
    }
    for (const date of apart.dates) dates.push({ ...date, document });
    if (offer.place?.protected) onRequest.push(document);
    else if (isExact(offer, catalogue)) points.set(document, offer.place!.geo!);
  });
  dates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.document - b.document));

  const contents = new Map<string, Uint8Array>();
  weekdays.forEach((day, weekday) => {
    const ofDay = [...rules[weekday]!].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
    if (ofDay.length > 0) contents.set(day, encodeRules(ofDay));
  });
  if (dates.length > 0) contents.set('dates', encodeDates(dates));
  contents.set('places', encodePlaces(points, onRequest));

  const files = new Map<string, Uint8Array>();
  const hashes: Record<string, string> = {};
  for (const [name, content] of contents) {
    const packed = deflateRawSync(content, { level: 9 });
    hashes[name] = createHash('sha256').update(packed).digest('hex').slice(0, hashLength);
    files.set(nearFile(language, name, hashes[name]), packed);
  }
  const manifest: NearManifest = {
    format: nearFormat,
    order,
    hashes,
    country: site.country,
    state: site.state,
    schoolHolidays: site.school_holidays
      .filter(({ until }) => until >= today)
      .map(({ from, until }) => ({ from, until })),
    origins,
  };
  files.set(nearName(language), new TextEncoder().encode(JSON.stringify(manifest)));
  return files;
}

/** The middle of a town or quarter would make every way look the same, and wrong. */
const isExact = ({ place }: CatalogueOffer, { places }: Catalogue): boolean =>
  place?.geo !== undefined &&
  (place.id === undefined
    ? place.street !== undefined || place.name !== undefined
    : places.get(place.id)?.data.kind === 'venue');

interface Parts {
  readonly rules: readonly (readonly [weekday: number, key: string, rule: Omit<DayRule, 'documents'>])[];
  readonly dates: ReturnType<typeof takeApart>['dates'];
}

/** The same in every language. */
const partsOf = keptFor((offer: CatalogueOffer, today: IsoDate): Parts => {
  const timetable = timetableOf(offer);
  if (!timetable) return { rules: [], dates: [] };
  const { rules, dates } = takeApart(timetable, today);
  return { rules: rules.map(([weekday, rule]) => [weekday, JSON.stringify(rule), rule] as const), dates };
});
