import type { Catalogue } from '../../model/catalogue.ts';

export const emergencyPath = 'notfall/';

/** A municipality without any number has no page for them. */
export const hasEmergencyPage = ({ emergency }: Catalogue): boolean => emergency.length > 0;
