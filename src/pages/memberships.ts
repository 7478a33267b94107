import type { Catalogue, CatalogueNetwork } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { perCatalogue } from './per-catalogue.ts';
import { optionalText } from './shown-text.ts';

/** The part of one organisation in one network; `index` is its place among the members, absent where it only leads. */
export interface Membership {
  readonly network: CatalogueNetwork;
  readonly index?: number;
  readonly leads: boolean;
}

/** The networks of every organisation, by its id. */
export const membershipsOf = perCatalogue(findMemberships);

function findMemberships({ networks }: Catalogue): ReadonlyMap<string, readonly Membership[]> {
  const found = new Map<string, Membership[]>();
  const add = (organisation: string, membership: Membership): void => {
    const others = found.get(organisation);
    if (others) others.push(membership);
    else found.set(organisation, [membership]);
  };
  for (const network of networks.values()) {
    const { lead, members = [] } = network.data;
    members.forEach(({ organisation }, index) => add(organisation, { network, index, leads: organisation === lead }));
    if (lead !== undefined && !members.some(({ organisation }) => organisation === lead))
      add(lead, { network, leads: true });
  }
  return found;
}

/** What an organisation does in a network: in its own words, else that it leads. */
export function roleOf({ network, index, leads }: Membership, page: PageContext): ShownText | undefined {
  const own =
    index === undefined ? undefined : optionalText(textsIn(network, page.lang).text(`members.${index}.role`), page);
  return own ?? (leads ? { value: page.t('network.lead') } : undefined);
}
