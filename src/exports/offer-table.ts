import type { CatalogueOffer } from '../model/catalogue.ts';
import type { ScheduleItem } from '../model/schedule.ts';
import type { Exporting } from './exporting.ts';

export type TableCell = string | number;

const joined = (values: readonly string[] | undefined): string => (values ?? []).join('; ');

/** `tuesday, thursday 16:00-18:00 two-weeks 2026-09-01/2026-12-20`: short, and the same in every language. */
function scheduleCode({ days, from, to, every, dates, valid }: ScheduleItem): string {
  const time = from === undefined && to === undefined ? undefined : `${from ?? ''}-${to ?? ''}`;
  const period = valid && `${valid.from ?? ''}/${valid.until ?? ''}`;
  return [(days ?? []).join(', '), time, every, (dates ?? []).join(', '), period].filter(Boolean).join(' ');
}

/** The nearest stop with its lines: `Lindenplatz (Bus 3, RB 54)`. */
function stopText({ data, place }: CatalogueOffer, { catalogue }: Exporting): string | undefined {
  const known = place?.id === undefined ? data.place : catalogue.places.get(place.id)?.data;
  const stop = typeof known === 'object' ? known.stop : undefined;
  return stop && `${stop.name}${stop.lines ? ` (${stop.lines.join(', ')})` : ''}`;
}

type Read = (offer: CatalogueOffer, exporting: Exporting) => TableCell | undefined;

/** The columns of the tables under `/data/`; names and order stay, new columns come at the end. */
export const offerTableColumns: ReadonlyArray<readonly [name: string, read: Read]> = [
  ['id', ({ id }) => id],
  ['uuid', ({ id }, { uuid }) => uuid('service', id)],
  ['page', ({ id }, { offerAddress }) => offerAddress(id)],
  ['title', ({ data }) => data.title],
  ['summary', ({ data }) => data.summary],
  ['description', ({ body }) => body.trim()],
  ['type', ({ data }) => data.type],
  ['standing', ({ standing }) => standing],
  ['organisation', ({ data }, { organisationName }) => organisationName(data.organisation)],
  ['organisation_id', ({ data }) => data.organisation],
  ['partners', ({ data }, { organisationName }) => joined(data.partners?.map(organisationName))],
  [
    'fields_of_action',
    ({ data }, { label }) => joined(data.fields_of_action.map((id) => label('fields-of-action', id))),
  ],
  ['topics', ({ data }, { label }) => joined(data.topics.map((id) => label('topics', id)))],
  ['topic_ids', ({ data }) => joined(data.topics)],
  ['target_groups', ({ data }, { label }) => joined(data.audience.groups.map((id) => label('target-groups', id)))],
  ['access', ({ data }) => data.audience.access],
  ['age_min', ({ data }) => data.audience.age?.min],
  ['age_max', ({ data }) => data.audience.age?.max],
  ['gender', ({ data }) => data.audience.gender],
  ['german_min', ({ data }) => data.audience.german?.min],
  ['german_target', ({ data }) => data.audience.german?.target],
  ['languages', ({ data }) => joined(data.languages.flatMap(({ code, kind }) => (kind === 'spoken' ? [code] : [])))],
  [
    'interpreted_languages',
    ({ data }) => joined(data.languages.flatMap(({ code, kind }) => (kind === 'interpreter' ? [code] : []))),
  ],
  ['cost', ({ data }) => data.cost.kind],
  ['cost_amount', ({ data }) => data.cost.amount],
  ['cost_unit', ({ data }) => data.cost.unit],
  ['cost_note', ({ data }) => data.cost.note],
  ['registration', ({ data }) => data.registration.kind],
  ['registration_url', ({ data }) => data.registration.url],
  ['registration_deadline', ({ data }) => data.registration.deadline],
  ['schedule', ({ data }) => joined(data.schedule?.map(scheduleCode))],
  ['delivery', ({ data }) => joined(data.delivery)],
  ['place', ({ place }) => place?.name],
  ['street', ({ place }) => place?.street],
  ['postal_code', ({ place }) => place?.postalCode],
  ['town', ({ place }, { placeName }) => place && placeName(place.town)],
  ['latitude', ({ place }) => place?.geo?.lat],
  ['longitude', ({ place }) => place?.geo?.lon],
  ['service_area', ({ towns }, { placeName }) => joined(towns.map(placeName))],
  [
    'service_area_ags',
    ({ towns }, { catalogue }) => joined(towns.flatMap((id) => catalogue.places.get(id)?.data.ags ?? [])),
  ],
  ['step_free', ({ data }) => data.accessibility.step_free],
  ['childcare', ({ data }) => data.childcare?.available],
  ['capacity', ({ data }) => data.capacity?.state],
  ['phone', ({ data }) => joined(data.contacts.flatMap(({ phone }) => phone ?? []))],
  ['email', ({ data }) => joined(data.contacts.flatMap(({ email }) => email ?? []))],
  ['website', ({ data }) => joined(data.contacts.flatMap(({ url }) => url ?? []))],
  ['valid_from', ({ data }) => data.valid?.from],
  ['valid_until', ({ data }) => data.valid?.until],
  ['reviewed', ({ data }) => data.reviewed],
  ['languages_of_texts', ({ language, translations }) => joined([language, ...[...translations.keys()].sort()])],
  ['stop', stopText],
];

/** A line per offer, each made when it is asked for; an empty cell where nothing is known. */
export function* offerLines(exporting: Exporting): Generator<TableCell[], void> {
  for (const offer of exporting.offers) yield offerTableColumns.map(([, read]) => read(offer, exporting) ?? '');
}
