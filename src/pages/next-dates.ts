import type { CatalogueOffer } from '../model/catalogue.ts';
import type { NextDate } from '../views/components/next-dates/next-dates.tsx';
import type { PageContext } from '../views/page-context.ts';
import type { SiteModel } from './site-model.ts';
export const nextDatesOf = (_o: CatalogueOffer, _m: SiteModel, _p: PageContext): NextDate[] => [];
