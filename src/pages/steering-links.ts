import type { MessageArguments } from '../i18n/messages.generated.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { hasGaps } from './has-gaps.ts';

/** A text that needs no values. */
type PlainKey = {
  [Key in MessageKey]: keyof MessageArguments[Key] extends never ? Key : never;
}[MessageKey];

/** A page beside the guide itself: of the network's own work, or for those who want to take part in it. */
export interface SteeringLink {
  /** Path below the language. */
  readonly path: string;
  readonly title: PlainKey;
  /** A sentence about the page, usually its own introduction. */
  readonly intro: PlainKey;
  /** Under which headline of the hub it stands; `footer` for a page that all readers are to find: it stands at the foot of every page instead. */
  readonly group: 'people' | 'plans' | 'figures' | 'footer';
  /** Whether the town has content for it: what is empty is not made and not linked. */
  readonly exists: (catalogue: Catalogue) => boolean;
}

/** The page that leads to all others; newcomers meet only one link to it, at the foot of every page. */
export const hubPath = 'fachleute/';

/** Every page of the network's own work, in the order of the hub. */
const steeringLinks: readonly SteeringLink[] = [
  {
    path: 'traeger/',
    title: 'menu.organisations',
    intro: 'organisations.intro',
    group: 'people',
    exists: ({ organisations }) => organisations.size > 0,
  },
  {
    path: 'netzwerke/',
    title: 'network.title',
    intro: 'network.intro',
    group: 'people',
    exists: ({ networks }) => networks.size > 0,
  },
  {
    path: 'termine/',
    title: 'event.title',
    intro: 'event.intro',
    group: 'people',
    exists: ({ events }) => events.size > 0,
  },
  {
    path: 'konzept/',
    title: 'concept.title',
    intro: 'concept.lead',
    group: 'plans',
    exists: ({ editions }) => editions.size > 0,
  },
  {
    path: 'foerderung/',
    title: 'funding.title',
    intro: 'funding.intro',
    group: 'plans',
    exists: ({ funding }) => funding.size > 0,
  },
  {
    path: 'luecken/',
    title: 'gaps.title',
    intro: 'gaps.lead',
    group: 'figures',
    exists: hasGaps,
  },
  {
    path: 'stand/',
    title: 'status.title',
    intro: 'status.lead',
    group: 'figures',
    exists: ({ site }) => site.status_page,
  },
  {
    path: 'daten/',
    title: 'data.title',
    intro: 'data.intro',
    group: 'figures',
    exists: () => true,
  },
  {
    path: 'einbetten/',
    title: 'embed.title',
    intro: 'embed.intro',
    group: 'figures',
    exists: () => true,
  },
  {
    path: 'ehrenamt/',
    title: 'volunteering.title',
    intro: 'volunteering.lead',
    group: 'footer',
    exists: ({ offers }) =>
      [...offers.values()].some(({ data, standing }) => data.type === 'volunteering' && standing !== 'ended'),
  },
  {
    path: 'mitmachen/fehlt/',
    title: 'missing.title',
    intro: 'missing.lead',
    group: 'footer',
    exists: () => true,
  },
];

/** The links of one group to pages that exist. */
export const linksOf = (group: SteeringLink['group'], catalogue: Catalogue): SteeringLink[] =>
  steeringLinks.filter((link) => link.group === group && link.exists(catalogue));

/** A hub that leads to the organisations alone would be a way round. */
export const hasHub = (catalogue: Catalogue): boolean =>
  steeringLinks.some(({ group, path, exists }) => group !== 'footer' && path !== 'traeger/' && exists(catalogue));
