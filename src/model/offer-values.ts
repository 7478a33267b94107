import type { Offer } from './schema.generated.ts';

/** The kinds of offer in the order of filters and tables. */
export const offerTypes = [
  'counselling',
  'course',
  'meeting-point',
  'companionship',
  'material-aid',
  'information',
  'event',
  'volunteering',
] as const satisfies readonly Offer['type'][];

/** Levels of German from the lowest to the highest. */
export const germanLevels = ['none', 'literacy', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type GermanLevel = (typeof germanLevels)[number];
