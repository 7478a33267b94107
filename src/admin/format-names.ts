import type { Collection } from '../content/schemas.ts';

/** Names of the file formats that the editing page registers and its configuration names. */
export const formatOf = (collection: Collection): string => `lotse-${collection}`;
export const siteFormat = 'lotse-site';
export const vocabularyFormat = 'lotse-vocabulary';
export const emergencyFormat = 'lotse-emergency';
export const targetsFormat = 'lotse-targets';
