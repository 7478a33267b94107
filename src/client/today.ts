import type { IsoDate } from '../model/diagnostic.ts';

/** The reader's day may differ from that of the offices and offers; theirs counts. */
export const todayHere = (at = new Date()): IsoDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(at);

/** `HH:MM`, there as well. */
export const timeHere = (at = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(at);
