import type { CatalogueOffer } from '../model/catalogue.ts';
import type { ScheduleItem } from '../model/schedule.ts';
import { inPieces, joined, type ExportFile } from './export-file.ts';
import type { Exporting } from './exporting.ts';

/** Closed values of the French standard; a type without a counterpart is left open. */
const types: Readonly<Record<string, string>> = {
  counselling: 'accompagnement',
  course: 'formation',
  'meeting-point': 'atelier',
  companionship: 'accompagnement',
  'material-aid': 'aide-materielle',
  information: 'information',
};

const publics: Readonly<Record<string, string>> = {
  everyone: 'tous-publics',
  refugees: 'personnes-exilees',
  families: 'familles',
  women: 'femmes',
  'young-people': 'jeunes',
  students: 'etudiants',
  'older-people': 'seniors',
  'job-seekers': 'demandeurs-emploi',
  'people-with-disabilities': 'personnes-en-situation-de-handicap',
};

const osmDays: Readonly<Record<string, string>> = {
  monday: 'Mo',
  tuesday: 'Tu',
  wednesday: 'We',
  thursday: 'Th',
  friday: 'Fr',
  saturday: 'Sa',
  sunday: 'Su',
};

/** Opening hours as OpenStreetMap writes them, for what comes every week; undefined for everything else. */
function openingHours(schedule: readonly ScheduleItem[]): string | undefined {
  const rules = schedule.flatMap(({ days, from, to, every = 'week' }) =>
    days && from !== undefined && to !== undefined && every === 'week'
      ? [`${days.map((day) => osmDays[day]).join(',')} ${from}-${to}`]
      : [],
  );
  return rules.length === 0 ? undefined : rules.join('; ');
}

const limited = (text: string, length: number): string =>
  [...text].length <= length ? text : `${[...text].slice(0, length - 1).join('')}…`;

function flatService(offer: CatalogueOffer, source: string, exporting: Exporting): object {
  const { id, data, place, body } = offer;
  const { offerAddress, placeName } = exporting;
  const url = offerAddress(id);
  const reached = data.contacts.find(({ person }) => person === undefined) ?? data.contacts[0];
  const groups = [...new Set(data.audience.groups.flatMap((group) => publics[group] ?? []))];
  const ways = [
    ...(reached?.email === undefined ? [] : ['envoyer-un-courriel']),
    ...(data.registration.kind === 'none' && place && !place.protected ? ['se-presenter'] : []),
    ...(reached?.phone === undefined ? [] : ['telephoner']),
    ...(data.registration.url === undefined ? [] : ['utiliser-lien-mobilisation']),
  ];
  const modes = [
    ...(data.delivery.some((way) => way === 'online' || way === 'phone') ? ['a-distance'] : []),
    ...(data.delivery.some((way) => way === 'on-site' || way === 'outreach') ? ['en-presentiel'] : []),
  ];
  const hours = data.schedule && openingHours(data.schedule);
  return {
    source,
    id: `${source}--${id}`,
    structure_id: `${source}--${data.organisation}`,
    nom: limited(data.title, 150),
    description: limited([data.summary, body.trim()].filter(Boolean).join('\n\n'), 10_000),
    date_maj: data.reviewed,
    type: types[data.type],
    frais: data.cost.kind === 'free' ? 'gratuit' : 'payant',
    frais_precisions: data.cost.note,
    publics: groups.length > 0 ? groups : undefined,
    modes_accueil: modes,
    modes_mobilisation: ways.length > 0 ? ways : undefined,
    mobilisable_par: data.registration.kind === 'referral' ? ['professionnels'] : ['usagers', 'professionnels'],
    lien_mobilisation: data.registration.url,
    lien_source: URL.canParse(url) ? url : undefined,
    telephone: reached?.phone,
    courriel: reached?.email,
    horaires_accueil: hours,
    ...(place && !place.protected
      ? {
          adresse: place.street,
          code_postal: place.postalCode,
          commune: placeName(place.town),
          latitude: place.geo?.lat,
          longitude: place.geo?.lon,
        }
      : {}),
  };
}

/**
 * Services and organisations as two flat lists after the French standard data·inclusion (version 1), as far as its
 * fields and closed values fit: topics and areas there are national lists and stay out.
 */
export function flatLists(exporting: Exporting): ExportFile[] {
  const { catalogue, offers, placeName, date } = exporting;
  const source = catalogue.site.region;
  return [
    inPieces('data/inclusion/services.json', function* () {
      yield '[\n';
      yield* joined(offers, ',\n', (offer) => JSON.stringify(flatService(offer, source, exporting)));
      yield '\n]\n';
    }),
    {
      path: 'data/inclusion/structures.json',
      make: () =>
        `[\n${[...catalogue.organisations.values()]
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, data }) => {
            const contact = data.contacts?.find(({ person }) => person === undefined);
            return JSON.stringify({
              source,
              id: `${source}--${id}`,
              nom: limited(data.name, 150),
              description: data.summary,
              date_maj: data.reviewed ?? date,
              site_web: data.url,
              telephone: contact?.phone,
              courriel: contact?.email,
              commune: data.town === undefined ? undefined : placeName(data.town),
            });
          })
          .join(',\n')}\n]\n`,
    },
  ];
}
