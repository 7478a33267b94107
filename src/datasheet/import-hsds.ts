import { isLanguageTag, isTime, suggestLanguageTag, suggestTime } from '../check/formats.ts';
import { isRealDate } from '../model/calendar.ts';
import type { FieldPath } from '../model/diagnostic.ts';
import { describeOfferFields } from './fields.ts';
import type { RowProblem, SourceRow } from './import-rows.ts';
import { lookUp } from './mapping.ts';
import { findOption, type OptionSource } from './options.ts';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
const dateOf = (value: unknown): string | undefined => {
  const date = textOf(value)?.slice(0, 10);
  return date !== undefined && isRealDate(date) ? date : undefined;
};

/**
 * The services in an answer of an Open Referral interface (HSDS 3.0, also Open Referral UK): one service, a page of them
 * (`contents`), a list, or organisations with their services. Undefined when there is none.
 */
export function servicesIn(json: unknown): Json[] | undefined {
  if (Array.isArray(json)) {
    const found = json.flatMap((item) => servicesIn(item) ?? []);
    return found.length > 0 ? found : undefined;
  }
  if (!isJson(json)) return undefined;
  if (Array.isArray(json['contents']))
    return servicesIn(json['contents']) ?? (json['contents'].length === 0 ? [] : undefined);
  if (Array.isArray(json['services'])) {
    const { services: _services, ...organization } = json;
    return listOf(json['services']).map((service) => ({ organization, ...service }));
  }
  if (isJson(json['service'])) {
    const { service, ...atLocation } = json;
    return [{ ...service, service_at_locations: [atLocation] }];
  }
  return textOf(json['name']) !== undefined && ('organization' in json || 'organization_id' in json || 'status' in json)
    ? [json]
    : undefined;
}

const days: Readonly<Record<string, string>> = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
};

const monthly: Readonly<Record<string, string>> = {
  '1': 'first-of-month',
  '2': 'second-of-month',
  '3': 'third-of-month',
  '4': 'fourth-of-month',
  '-1': 'last-of-month',
};

/** `10:00:00`, `2:30`, `10:00+01:00` → `10:00` */
function timeOf(value: unknown): string | undefined {
  const text = textOf(value)
    ?.replace(/(Z|[+-]\d{2}:?\d{2})$/, '')
    .replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');
  const time = text === undefined ? '' : isTime(text) ? text : suggestTime(text);
  return time === '' ? undefined : time;
}

function scheduleOf(item: Json): Json | undefined {
  const pieces = (textOf(item['byday']) ?? '').split(',').map((day) => /^\s*(-?\d)?(\w\w)\s*$/.exec(day.toUpperCase()));
  const weekdays = pieces.flatMap((piece) => (piece && days[piece[2]!] ? [days[piece[2]!]!] : []));
  const nth = pieces.map((piece) => piece?.[1]).find(Boolean);
  const note = textOf(item['description'])?.slice(0, 500);
  const from = timeOf(item['opens_at']);
  const to = timeOf(item['closes_at']);
  const start = dateOf(item['valid_from']) ?? dateOf(item['dtstart']);
  const until = dateOf(item['valid_to']) ?? dateOf(item['until']);
  const every =
    item['freq'] === 'MONTHLY'
      ? monthly[nth ?? '']
      : item['freq'] === 'WEEKLY' && Number(item['interval']) === 2 && start
        ? 'two-weeks'
        : undefined;
  // Rules that the data sheet cannot say stay in words, or unsaid.
  const isKnown =
    weekdays.length > 0 && (item['freq'] !== 'MONTHLY' || every !== undefined) && Number(item['interval'] ?? 1) <= 2;
  if (!isKnown) return note === undefined ? undefined : { note };
  const valid = { ...(start ? { from: start } : {}), ...(until ? { until } : {}) };
  return {
    days: [...new Set(weekdays)],
    ...(from ? { from } : {}),
    ...(to && (!from || from < to) ? { to } : {}),
    ...(every ? { every } : {}),
    ...(Object.keys(valid).length > 0 ? { valid } : {}),
    ...(note ? { note } : {}),
  };
}

/** What the taxonomies of the project's own export stand for: their terms mean nothing else. */
const ownTaxonomies: Readonly<Record<string, string>> = {
  Topics: 'topics',
  'Fields of action': 'fields_of_action',
  'Target groups': 'groups',
  'Residence status': 'residence_status',
  'Types of offer': 'type',
  'Ways of delivery': 'delivery',
};

/** The first sentences of a description that fit into 200 characters. */
function summaryOf(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 200) return line;
  let summary = '';
  for (const [sentence] of line.matchAll(/[^.!?]+[.!?]+(?=\s|$)\s*/g)) {
    if ((summary + sentence).trim().length > 200) break;
    summary += sentence;
  }
  return summary.trim() === '' ? `${line.slice(0, 199).replace(/\s+\S*$/, '')}…` : summary.trim();
}

function costOf(service: Json): Json | undefined {
  const words = textOf(service['fees_description']) ?? textOf(service['fees']);
  const [option] = listOf(service['cost_options']);
  const amount = option && typeof option['amount'] === 'number' ? option['amount'] : undefined;
  const note = [
    words,
    ...listOf(service['cost_options']).map((one) =>
      [textOf(one['option']), textOf(one['amount_description'])].filter(Boolean).join(': '),
    ),
  ]
    .filter(Boolean)
    .join('. ')
    .slice(0, 500);
  const isEuro = option && (textOf(option['currency']) ?? '').toUpperCase() === 'EUR';
  if (
    amount === 0 ||
    (amount === undefined &&
      words !== undefined &&
      /^\s*(free|no (fee|charge|cost)s?|kostenlos|kostenfrei)\b/i.test(words))
  )
    return { kind: 'free' };
  if (amount === undefined) return undefined;
  return { kind: 'paid', ...(isEuro ? { amount } : {}), ...(note ? { note } : {}) };
}

function registrationOf(service: Json): Json | undefined {
  const note = textOf(service['application_process'])?.slice(0, 500);
  if (note === undefined) return undefined;
  if (/\bno (registration|appointment|referral)|walk[- ]?in|drop[- ]?in|keine Anmeldung|ohne Anmeldung/i.test(note))
    return { kind: 'none', note };
  if (/\breferral|überweis|überweisung/i.test(note)) return { kind: 'referral', note };
  if (/\bappointment|termin\b/i.test(note)) return { kind: 'appointment', note };
  return { kind: 'required', note };
}

/** Numbers come with quotation marks around them in some sources. */
const phoneOf = (value: unknown): string | undefined => textOf(value)?.replace(/^["'\s]+|["'\s]+$/g, '') || undefined;

/** Contacts without names: a name may only be published with the consent of the person, which no source carries. */
function contactsOf(service: Json): Json[] {
  const contacts: Json[] = [];
  const add = (
    role: string | undefined,
    phone: string | undefined,
    email: string | undefined,
    hours?: string,
  ): void => {
    if (phone === undefined && email === undefined) return;
    if (contacts.some((one) => (phone ?? one['phone']) === one['phone'] && (email ?? one['email']) === one['email']))
      return;
    contacts.push({
      role: (role ?? 'Kontakt').slice(0, 200),
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
      ...(hours ? { hours } : {}),
    });
  };
  const phones = listOf(service['phones']);
  for (const contact of listOf(service['contacts'])) {
    const role = textOf(contact['title']) ?? textOf(contact['department']);
    // A number stands with its contact, or in a list of its own that names the contact.
    const id = textOf(contact['id']);
    const phone =
      listOf(contact['phones'])[0] ?? phones.find((one) => id !== undefined && textOf(one['contact_id']) === id);
    add(role, phoneOf(phone?.['number']), textOf(contact['email']), textOf(phone?.['description'])?.slice(0, 500));
  }
  for (const phone of phones)
    add(undefined, phoneOf(phone['number']), undefined, textOf(phone['description'])?.slice(0, 500));
  add(undefined, undefined, textOf(service['email']));
  return contacts.slice(0, 10);
}

/**
 * Translates services into rows. What the standard has no word for (topics, audience, fields of action) is taken from
 * taxonomy terms that are called like ours, from `names`, or is missing; nothing is invented.
 */
export function importHsds(
  services: readonly Json[],
  names: Readonly<Record<string, string>>,
  sources: readonly OptionSource[],
): SourceRow[] {
  const fields = new Map(describeOfferFields().map((field) => [field.key, field]));
  const ofAudience = new Map(fields.get('audience')!.fields.map((field) => [field.key, field]));

  const named = (word: string): string => lookUp(names, word) ?? word;

  /** The value of a coded field that a word of the source stands for. */
  const valueFor = (key: string, word: string): string | undefined => {
    return findOption(ofAudience.get(key) ?? fields.get(key)!, named(word), sources).value;
  };

  return services.map((service, index) => {
    const problems: RowProblem[] = [];
    const values: { path: FieldPath; value: unknown }[] = [];
    const add = (key: string, value: unknown): void => {
      if (value !== undefined && !(Array.isArray(value) && value.length === 0)) values.push({ path: [key], value });
    };

    add('title', textOf(service['name'])?.slice(0, 150));
    const description = textOf(service['description']) ?? '';
    const [first = ''] = description.split(/\n\s*\n/, 1);
    add('summary', description === '' ? undefined : summaryOf(first));
    const status = textOf(service['status'])?.toLowerCase();
    if (status === 'active') add('status', 'active');
    else if (status === 'inactive' || status === 'defunct') add('status', 'ended');
    else if (status === 'temporarily closed') {
      add('status', 'paused');
      add('paused', { reason: textOf(service['alert'])?.slice(0, 500) ?? 'Zurzeit geschlossen' });
    }

    const organization = isJson(service['organization']) ? service['organization'] : {};
    const organisation = textOf(organization['name']) ?? textOf(service['organization_id']);
    if (organisation !== undefined) {
      const { value, suggestion } = findOption(fields.get('organisation')!, named(organisation), sources);
      if (value === undefined) problems.push({ kind: 'unknown-organisation', value: organisation, suggestion });
      else add('organisation', value);
    }

    const terms = [...listOf(service['attributes']), ...listOf(organization['attributes'])].flatMap((attribute) => {
      const term = isJson(attribute['taxonomy_term']) ? attribute['taxonomy_term'] : {};
      const field = ownTaxonomies[textOf(term['taxonomy']) ?? ''];
      return [textOf(term['name']), textOf(term['code'])].flatMap((word) =>
        word === undefined ? [] : { word, field },
      );
    });
    const coded = (key: string): string[] => [
      ...new Set(terms.flatMap(({ word, field = key }) => (field === key ? (valueFor(key, word) ?? []) : []))),
    ];
    const saidByUs = (key: string): string[] => (terms.some(({ field }) => field === key) ? coded(key) : []);
    add('fields_of_action', coded('fields_of_action'));
    add('topics', coded('topics').slice(0, 6));
    const type = coded('type')[0];
    add('type', type);
    const limits = {
      ...(typeof service['minimum_age'] === 'number' ? { min: Math.floor(service['minimum_age']) } : {}),
      ...(typeof service['maximum_age'] === 'number' ? { max: Math.floor(service['maximum_age']) } : {}),
    };
    const audience = {
      ...(coded('groups').length > 0 ? { groups: coded('groups') } : {}),
      ...(saidByUs('residence_status').length > 0 ? { residence_status: saidByUs('residence_status') } : {}),
      ...(Object.keys(limits).length > 0 ? { age: limits } : {}),
    };
    add('audience', Object.keys(audience).length > 0 ? audience : undefined);

    add(
      'languages',
      listOf(service['languages']).flatMap((language) => {
        const word = textOf(language['code']) ?? textOf(language['name']);
        const code = word === undefined ? '' : isLanguageTag(word) ? word : suggestLanguageTag(word);
        const note = textOf(language['note'])?.slice(0, 500);
        return code === '' ? [] : [{ code, kind: 'spoken', ...(note ? { note } : {}) }];
      }),
    );
    add('cost', costOf(service));
    add('registration', registrationOf(service));
    add(
      'required_documents',
      listOf(service['required_documents'])
        .flatMap(({ document }) => textOf(document)?.slice(0, 200) ?? [])
        .slice(0, 10),
    );

    const locations = listOf(service['service_at_locations']).map((one) => ({
      ...one,
      location: isJson(one['location']) ? one['location'] : undefined,
    }));
    const schedules = [
      ...listOf(service['schedules']),
      ...locations.flatMap((one) => listOf((one as Json)['schedules'])),
    ];
    add(
      'schedule',
      schedules
        .flatMap((item) => scheduleOf(item) ?? [])
        .filter((item, at, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(item)) === at)
        .slice(0, 20),
    );

    const location = locations.find((one) => one.location)?.location;
    const isVirtual = location !== undefined && textOf(location['location_type']) === 'virtual';
    const ways = saidByUs('delivery');
    add('delivery', ways.length > 0 ? ways : location && [isVirtual ? 'online' : 'on-site']);
    if (location) {
      const place = isVirtual ? undefined : addressOf(location);
      add('place', place);
    }
    add('service_area', [
      ...new Set(
        listOf(service['service_areas']).flatMap(({ name }) =>
          textOf(name) === undefined ? [] : (valueFor('service_area', textOf(name)!) ?? []),
        ),
      ),
    ]);
    add('contacts', contactsOf(service));
    add('reviewed', dateOf(service['assured_date']) ?? dateOf(service['last_modified']));
    const url = textOf(service['url']);
    add('links', url === undefined ? undefined : [{ label: textOf(service['name'])?.slice(0, 200) ?? url, url }]);

    return {
      number: index + 1,
      key: textOf(service['id']),
      id: undefined,
      base: undefined,
      values,
      body: [description, textOf(service['eligibility_description']), textOf(service['alert'])]
        .filter(Boolean)
        .join('\n\n'),
      problems,
    };
  });

  function addressOf(location: Json): string | Json | undefined {
    const name = textOf(location['name']);
    const known = name === undefined ? undefined : findOption(fields.get('place')!, named(name), sources).value;
    if (known !== undefined) return known;
    const address =
      listOf(location['addresses']).find((one) => one['address_type'] !== 'postal') ?? listOf(location['addresses'])[0];
    const city = textOf(address?.['city']);
    const townField = fields.get('place')!.fields.find(({ key }) => key === 'town')!;
    const town = city === undefined ? undefined : findOption(townField, named(city), sources).value;
    if (town === undefined) return undefined;
    const { latitude: lat, longitude: lon } = location;
    const postal = textOf(address?.['postal_code']);
    return {
      ...(name ? { name: name.slice(0, 200) } : {}),
      ...(textOf(address?.['address_1']) ? { street: textOf(address?.['address_1'])!.slice(0, 200) } : {}),
      ...(postal && /^\d{5}$/.test(postal) ? { postal_code: postal } : {}),
      town,
      ...(typeof lat === 'number' && typeof lon === 'number' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? { geo: { lat, lon } }
        : {}),
    };
  }
}
