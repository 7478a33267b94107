import type { CatalogueOffer } from '../../model/catalogue.ts';
import { kept } from '../../model/reads.ts';
import { reckonedFor } from '../../model/reads.ts';
import type { ExportFile } from '../export-file.ts';
import type { Exporting } from '../exporting.ts';
import { hsdsLocation, locationId } from './locations.ts';
import { hsdsOrganization } from './organization.ts';
import { toUkProfile } from './uk-profile.ts';
import { hsdsService } from './service.ts';
import { listTaxonomies } from './taxonomies.ts';

const pageSize = 100;

interface Item {
  readonly id: string;
  readonly make: () => object;
}

/** A kind of thing as the interface serves it: a list in pages, and each by its id. */
interface Resource {
  readonly name: string;
  readonly items: readonly Item[];
}

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

/**
 * Open Referral as files laid out like its interface: `services.json` for `/services`, `services/page/2.json` for
 * `?page=2`, `services/<uuid>.json` for `/services/{id}`. A web server that adds `.json` serves the interface itself.
 */
export function hsdsFiles(exporting: Exporting): ExportFile[] {
  return [
    {
      path: 'data/hsds/index.json',
      make: () =>
        json({
          version: '3.0',
          profile: 'https://docs.openreferral.org/en/v3.0.1/hsds/',
          openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
        }),
    },
    {
      path: 'data/oruk/index.json',
      make: () =>
        json({
          version: 'HSDS-UK-3.0',
          profile: 'https://docs.openreferraluk.org/en/latest/',
          openapi_url: 'https://docs.openreferraluk.org/en/latest/openapi30.json',
        }),
    },
    ...listResources(exporting).flatMap(resourceFiles),
  ];
}

function listResources(exporting: Exporting): Resource[] {
  const { offers, catalogue, uuid } = exporting;
  const { taxonomies, terms } = listTaxonomies(exporting);
  // Kept under a name: what else an offer says does not change which files there are.
  const located = reckonedFor(catalogue, 'hsds locations', () =>
    offers.flatMap((offer) => {
      const location = locationId(offer, exporting);
      return location === undefined ? [] : [{ offer, location }];
    }),
  );
  const places = new Map<string, CatalogueOffer>();
  for (const { offer, location } of located) if (!places.has(location)) places.set(location, offer);
  const given = (items: ReadonlyArray<{ readonly id: string }>): Resource['items'] =>
    items.map((item) => ({ id: item.id, make: () => item }));
  return [
    {
      name: 'services',
      items: offers.map((offer) => ({ id: uuid('service', offer.id), make: () => hsdsService(offer, exporting) })),
    },
    {
      name: 'organizations',
      items: [...catalogue.organisations.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((one) => ({ id: uuid('organization', one.id), make: () => hsdsOrganization(one, exporting) })),
    },
    {
      name: 'locations',
      items: Array.from(places, ([id, offer]) => ({ id, make: () => hsdsLocation(offer, exporting) ?? {} })),
    },
    {
      name: 'service_at_locations',
      items: located.map(({ offer, location }) => ({
        id: uuid('service-at-location', offer.id),
        make: () => ({
          id: uuid('service-at-location', offer.id),
          service_id: uuid('service', offer.id),
          location_id: location,
          location: hsdsLocation(offer, exporting),
        }),
      })),
    },
    { name: 'taxonomies', items: given(taxonomies) },
    { name: 'taxonomy_terms', items: given(terms) },
  ];
}

const profiles = [
  { folder: 'data/hsds', lacks: '', shape: (_: string, item: object): object => item },
  { folder: 'data/oruk', lacks: 'locations', shape: toUkProfile },
];

/** A resource in both profiles, page by page: an item is made once for its four files. */
function resourceFiles({ name, items }: Resource): ExportFile[] {
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const served = profiles.filter(({ lacks }) => lacks !== name);
  const pageOf = onlyLast((index: number) =>
    items.slice(index * pageSize, (index + 1) * pageSize).map(({ make }) => {
      const made = kept(make);
      return served.map(({ shape }) => kept(() => JSON.stringify(shape(name, made()))));
    }),
  );
  return Array.from({ length: pages }, (_, index) => {
    const list = {
      total_items: items.length,
      total_pages: pages,
      page_number: index + 1,
      size: pageSize,
      first_page: index === 0,
      last_page: index === pages - 1,
      empty: items.length === 0,
    };
    const shown = items.slice(index * pageSize, (index + 1) * pageSize);
    return served.flatMap(({ folder }, profile): ExportFile[] => {
      const textOf = (item: number): string => pageOf(index)[item]![profile]!();
      return [
        {
          path: index === 0 ? `${folder}/${name}.json` : `${folder}/${name}/page/${index + 1}.json`,
          make: () =>
            `${JSON.stringify(list).slice(0, -1)},"contents":[${shown.map((__, item) => textOf(item)).join(',')}]}\n`,
        },
        ...shown.map(({ id }, item) => ({ path: `${folder}/${name}/${id}.json`, make: () => `${textOf(item)}\n` })),
      ];
    });
  }).flat();
}

/** Keeps what was made for the last number asked for: pages are written one after the other, and all would fill the memory. */
function onlyLast<Value>(make: (number: number) => Value): (number: number) => Value {
  let last: { readonly number: number; readonly value: Value } | undefined;
  return (number) => {
    if (last?.number !== number) last = { number, value: make(number) };
    return last.value;
  };
}
