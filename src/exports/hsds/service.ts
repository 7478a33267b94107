import type { CatalogueOffer } from '../../model/catalogue.ts';
import type { Exporting } from '../exporting.ts';
import { hsdsLocation } from './locations.ts';
import { hsdsContacts, hsdsOrganizationCore } from './organization.ts';
import { hsdsSchedules } from './schedules.ts';
import { offerAttributes } from './taxonomies.ts';

/** upcoming is not open yet, which HSDS calls inactive. */
const statuses = { active: 'active', upcoming: 'inactive', paused: 'temporarily closed', ended: 'defunct' } as const;

/** Sentences joined to one text; undefined where there are none. */
const sentences = (...parts: ReadonlyArray<string | undefined>): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ') || undefined;

function eligibility({ data }: CatalogueOffer, { t, label, formats }: Exporting): string | undefined {
  const { groups, access, age, gender, german, residence_status: residence } = data.audience;
  return sentences(
    formats.list(groups.map((id) => label('target-groups', id))),
    access && t(`enum.access.${access}`),
    gender && gender !== 'all' ? t(`enum.gender.${gender}`) : undefined,
    age?.min !== undefined && age.max !== undefined
      ? t('offer.age.range', { min: age.min, max: age.max })
      : age?.min !== undefined
        ? t('offer.age.from', { min: age.min })
        : age?.max !== undefined
          ? t('offer.age.to', { max: age.max })
          : undefined,
    german?.min && t(`enum.german.${german.min}`),
    residence && formats.list(residence.map((id) => label('residence-status', id))),
  );
}

function application({ data }: CatalogueOffer, { t, formats }: Exporting): string | undefined {
  const { kind, deadline, note, url } = data.registration;
  return sentences(
    t(`enum.registration.${kind}`),
    deadline && t('offer.registration.deadline', { date: formats.date(deadline) }),
    note,
    url,
    ...(data.next_steps ?? []),
  );
}

/** An offer as a service of HSDS 3.0 with everything that belongs to it; texts are in the source language. */
export function hsdsService(offer: CatalogueOffer, exporting: Exporting): Record<string, unknown> {
  const { uuid, t, formats, catalogue, placeName, offerAddress } = exporting;
  const { data, body, standing } = offer;
  const id = uuid('service', offer.id);
  const organisation = catalogue.organisations.get(data.organisation);
  const { contacts, phones } = hsdsContacts(data.contacts, { key: 'service_id', id }, exporting);
  const interpreted = data.languages.filter(({ kind }) => kind === 'interpreter');
  const spoken = data.languages.filter(({ kind }) => kind === 'spoken');
  const location = hsdsLocation(offer, exporting);
  const schedules = hsdsSchedules(offer, exporting);
  const email = data.contacts.find((contact) => contact.email !== undefined)?.email;
  const url = offerAddress(offer.id);
  const { cost, capacity, paused, audience } = data;
  const fees = sentences(t(`enum.cost.${cost.kind}`), cost.note);
  return {
    id,
    ...(organisation ? { organization_id: uuid('organization', organisation.id) } : {}),
    name: data.title,
    description: [data.summary, body.trim()].filter(Boolean).join('\n\n'),
    ...(URL.canParse(url) ? { url } : {}),
    ...(email === undefined ? {} : { email }),
    status: statuses[standing],
    ...(interpreted.length > 0
      ? { interpretation_services: formats.list(interpreted.map(({ code }) => formats.languageName(code))) }
      : {}),
    application_process: application(offer, exporting),
    ...(fees === undefined ? {} : { fees_description: fees }),
    eligibility_description: eligibility(offer, exporting),
    ...(audience.age?.min === undefined ? {} : { minimum_age: audience.age.min }),
    ...(audience.age?.max === undefined ? {} : { maximum_age: audience.age.max }),
    assured_date: data.reviewed,
    ...(standing === 'paused' && paused?.reason !== undefined
      ? { alert: paused.reason }
      : capacity?.state
        ? { alert: t(`enum.capacity.${capacity.state}`) }
        : {}),
    ...(phones.length > 0 ? { phones } : {}),
    ...(schedules.length > 0 ? { schedules } : {}),
    service_areas: offer.towns.map((town) => {
      const ags = catalogue.places.get(town)?.data.ags;
      return {
        id: uuid('service-area', offer.id, town),
        service_id: id,
        name: placeName(town),
        ...(ags === undefined ? {} : { extent: ags, extent_type: 'text' }),
      };
    }),
    ...(location
      ? {
          service_at_locations: [
            { id: uuid('service-at-location', offer.id), service_id: id, location_id: location.id, location },
          ],
        }
      : {}),
    ...(spoken.length > 0
      ? {
          languages: spoken.map(({ code, note }) => ({
            id: uuid('language', offer.id, code),
            service_id: id,
            name: formats.languageName(code),
            code,
            ...(note === undefined ? {} : { note }),
          })),
        }
      : {}),
    ...(organisation ? { organization: hsdsOrganizationCore(organisation, exporting) } : {}),
    cost_options: [
      {
        id: uuid('cost-option', offer.id),
        service_id: id,
        option: cost.kind,
        currency: 'EUR',
        ...(cost.kind === 'free' ? { amount: 0 } : cost.amount === undefined ? {} : { amount: cost.amount }),
        ...(cost.amount !== undefined && cost.unit !== undefined
          ? { amount_description: t(`enum.cost-unit.${cost.unit}`, { amount: formats.euro(cost.amount) }) }
          : cost.note === undefined
            ? {}
            : { amount_description: cost.note }),
      },
    ],
    ...(data.required_documents?.length
      ? {
          required_documents: data.required_documents.map((document, index) => ({
            id: uuid('required-document', offer.id, index),
            service_id: id,
            document,
          })),
        }
      : {}),
    ...(contacts.length > 0 ? { contacts } : {}),
    attributes: offerAttributes(offer, exporting),
  };
}
