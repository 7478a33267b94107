import type { Catalogue, SiteSettings } from '../../src/model/catalogue.ts';

/** The part of a catalogue that a town without networks and concept has. */
export const noNetworkWork = {
  networks: new Map(),
  events: new Map(),
  editions: new Map(),
  goals: new Map(),
  measures: new Map(),
  indicators: new Map(),
  guidelines: new Map(),
  needs: new Map(),
  funding: new Map(),
  guides: new Map(),
  map: { outlines: new Map(), layers: {} },
  emergency: [],
  targets: [],
  searches: [],
  snapshots: [],
} satisfies Partial<Catalogue>;

/** Its settings, as `catalogue.ts` fills them in. */
export const networkSettings = {
  needs: { minimum: 5 },
  status_page: true,
  offline: true,
  gaps: { matrices: [{ rows: 'topic', columns: 'town' }] },
  horizon: 6,
} satisfies Partial<SiteSettings>;
