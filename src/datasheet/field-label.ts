import type { MessageKey } from '../i18n/translator.ts';

/** Fields whose label is a text that stands elsewhere on the site as well. */
const sharedLabels: Readonly<Record<string, MessageKey>> = {
  type: 'filter.type',
  organisation: 'offer.facts.organisation',
  partners: 'offer.facts.partners',
  topics: 'offer.facts.topics',
  audience: 'offer.facts.audience',
  'audience.groups': 'filter.audience',
  'audience.residence_status': 'offer.facts.residence',
  'audience.german': 'offer.facts.german',
  languages: 'offer.facts.languages',
  'languages.code': 'filter.language',
  paused: 'enum.status.paused',
  schedule: 'offer.facts.when',
  'schedule.days': 'filter.day',
  capacity: 'offer.facts.capacity',
  'capacity.state': 'offer.facts.capacity',
  'capacity.reached': 'gaps.reached',
  'capacity.reached.estimated': 'indicator.quality.estimated',
  volunteering: 'enum.type.volunteering',
  'volunteering.hours': 'field.hours',
  'volunteering.minimum_age': 'field.age.min',
  'volunteering.german': 'field.german.min',
  place: 'offer.facts.where',
  'place.town': 'filter.town',
  'place.directions': 'offer.where.directions',
  'place.stop': 'offer.where.stop',
  service_area: 'offer.facts.area',
  'accessibility.step_free': 'offer.facts.step-free',
  'accessibility.toilet': 'offer.facts.toilet',
  'accessibility.sign_language': 'offer.facts.sign-language',
  'accessibility.plain_language': 'offer.facts.plain-language',
  childcare: 'offer.facts.childcare',
  'childcare.available': 'offer.facts.childcare',
  cost: 'offer.facts.cost',
  'cost.kind': 'offer.facts.cost',
  registration: 'offer.facts.registration',
  'registration.kind': 'offer.facts.registration',
  'registration.url': 'contact.register',
  required_documents: 'offer.documents',
  next_steps: 'offer.steps',
  contacts: 'contact.title',
  'contacts.hours': 'contact.hours',
  links: 'offer.links',
  reviewed: 'offer.facts.reviewed',
};

/**
 * The key of the text that labels a field; `path` are its steps without indices: `contacts.phone`. Undefined where there
 * is only the schema's title.
 */
export function fieldLabelKey(path: string, has: (key: string) => boolean): string | undefined {
  const shared = sharedLabels[path];
  if (shared) return shared;
  const steps = path.split('.');
  return [path, steps.slice(-2).join('.'), steps.at(-1)!].map((name) => `field.${name}`).find(has);
}
