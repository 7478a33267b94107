import type { Catalogue } from '../model/catalogue.ts';

/** A town that has set no targets and keeps neither needs nor a concept has no pages about gaps. */
export const hasGaps = ({ targets, needs, editions }: Catalogue): boolean =>
  targets.length > 0 || needs.size > 0 || editions.size > 0;
