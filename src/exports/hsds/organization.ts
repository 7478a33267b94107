import type { CatalogueOrganisation } from '../../model/catalogue.ts';
import type { Contact } from '../../model/schema.generated.ts';
import type { Exporting } from '../exporting.ts';

/** Contacts with their numbers; a contact without a person is named by its office (`title`). */
export function hsdsContacts(
  contacts: readonly Contact[],
  owner: { readonly key: 'service_id' | 'organization_id'; readonly id: string },
  { uuid }: Exporting,
): { contacts: object[]; phones: object[] } {
  const own = { [owner.key]: owner.id };
  const list = contacts.map((contact, index) => ({ contact, id: uuid('contact', owner.id, index), index }));
  return {
    contacts: list.map(({ contact: { person, role, email }, id }) => ({
      id,
      ...own,
      ...(person === undefined ? {} : { name: person }),
      ...(role === undefined ? {} : { title: role }),
      ...(email === undefined ? {} : { email }),
    })),
    phones: list.flatMap(({ contact: { phone, hours }, id, index }) =>
      phone === undefined
        ? []
        : [
            {
              id: uuid('phone', owner.id, index),
              ...own,
              contact_id: id,
              number: phone,
              type: 'voice',
              ...(hours === undefined ? {} : { description: hours }),
            },
          ],
    ),
  };
}

/** An organisation without its contacts, as it stands within a service. */
export function hsdsOrganizationCore({ id, data }: CatalogueOrganisation, { uuid, catalogue }: Exporting): object {
  const { name, short_name: short, summary, url, part_of: parent, contacts } = data;
  const email = contacts?.find((contact) => contact.person === undefined && contact.email !== undefined)?.email;
  return {
    id: uuid('organization', id),
    name,
    ...(short === undefined ? {} : { alternate_name: short }),
    description: summary ?? name,
    ...(email === undefined ? {} : { email }),
    ...(url === undefined ? {} : { website: url }),
    ...(parent !== undefined && catalogue.organisations.has(parent)
      ? { parent_organization_id: uuid('organization', parent) }
      : {}),
  };
}

export function hsdsOrganization(organisation: CatalogueOrganisation, exporting: Exporting): object {
  const id = exporting.uuid('organization', organisation.id);
  const { contacts, phones } = hsdsContacts(
    organisation.data.contacts ?? [],
    { key: 'organization_id', id },
    exporting,
  );
  return {
    ...hsdsOrganizationCore(organisation, exporting),
    ...(contacts.length > 0 ? { contacts } : {}),
    ...(phones.length > 0 ? { phones } : {}),
    organization_identifiers: [
      {
        id: exporting.uuid('identifier', organisation.id),
        organization_id: id,
        identifier_type: 'angebotslotse',
        identifier: organisation.id,
      },
    ],
  };
}
