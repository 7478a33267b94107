import type { DatasheetPageData, OfferSource } from '../../views/datasheet-page-data.ts';

/** Undefined where there is no such offer, or it cannot be loaded. */
export async function loadOffer({ root }: DatasheetPageData, id: string): Promise<OfferSource | undefined> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return undefined;
  try {
    const response = await fetch(`${root}data/offers/${id}.json`, { cache: 'no-cache' });
    return response.ok ? ((await response.json()) as OfferSource) : undefined;
  } catch {
    return undefined;
  }
}
