/**
 * What Open Referral UK keeps of HSDS (its compiled schemas, version 3.0): `true` for a value, a tree for what lies
 * within. Numbers, interpreters, eligibility and the way to register are not part of the profile.
 */
type Kept = { readonly [key: string]: true | Kept };

const taxonomyTerm: Kept = { id: true, name: true, description: true, taxonomy: true };
const attributes: Kept = {
  id: true,
  link_id: true,
  taxonomy_term_id: true,
  link_type: true,
  taxonomy_term: taxonomyTerm,
};
const location: Kept = {
  id: true,
  location_type: true,
  name: true,
  description: true,
  latitude: true,
  longitude: true,
  external_identifier: true,
  external_identifier_type: true,
  addresses: {
    id: true,
    location_id: true,
    address_1: true,
    city: true,
    state_province: true,
    postal_code: true,
    country: true,
    address_type: true,
  },
  accessibility: { id: true, location_id: true, description: true },
};
const organization: Kept = {
  id: true,
  name: true,
  description: true,
  email: true,
  website: true,
  parent_organization_id: true,
  organization_identifiers: { id: true, organization_id: true, identifier_type: true, identifier: true },
};
const serviceAtLocation: Kept = { id: true, service_id: true, location_id: true, location };

const kept: Readonly<Record<string, Kept>> = {
  services: {
    id: true,
    organization_id: true,
    name: true,
    description: true,
    url: true,
    email: true,
    status: true,
    minimum_age: true,
    maximum_age: true,
    assured_date: true,
    alert: true,
    schedules: {
      id: true,
      service_id: true,
      valid_from: true,
      valid_to: true,
      dtstart: true,
      freq: true,
      interval: true,
      byday: true,
      opens_at: true,
      closes_at: true,
      attending_type: true,
      notes: true,
    },
    service_areas: { id: true, service_id: true, name: true, extent: true, extent_type: true },
    service_at_locations: serviceAtLocation,
    languages: { id: true, service_id: true },
    organization,
    cost_options: { id: true, service_id: true, option: true, amount: true, amount_description: true },
    contacts: { id: true, service_id: true, name: true, title: true },
    attributes,
  },
  organizations: organization,
  service_at_locations: serviceAtLocation,
  taxonomies: { id: true, name: true, description: true, version: true },
  taxonomy_terms: taxonomyTerm,
};

function keep(value: unknown, tree: true | Kept): unknown {
  if (tree === true) return value;
  if (Array.isArray(value)) return value.map((item) => keep(item, tree));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const within = Object.hasOwn(tree, key) ? tree[key] : undefined;
      return within === undefined ? [] : [[key, keep(inner, within)]];
    }),
  );
}

/** An answer of HSDS in the profile of Open Referral UK. */
export const toUkProfile = (resource: string, item: object): object => keep(item, kept[resource] ?? {}) as object;
