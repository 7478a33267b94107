import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../../src/catalogue.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { offerCard } from '../../src/pages/offer-card.ts';
import { pageContextsOf } from '../../src/pages/page-contexts.ts';
import { createSiteModel } from '../../src/pages/site-model.ts';
import { searchInputFor } from '../../src/search/documents.ts';
import type { SearchInput } from '../../src/search/search-document.ts';
import { writeContent } from './generate.ts';
import { inventedToday } from './invent-content.ts';

/** The catalogue of an invented content folder; as in most, much is there in its authors' language only. */
export async function inventCatalogue(offers: number, languages: readonly string[]): Promise<Catalogue> {
  const contentDir = mkdtempSync(join(tmpdir(), 'invented-'));
  try {
    writeContent(contentDir, { offers, languages, towns: 10, translated: 0.5, seed: 11 });
    const { value, problems } = await loadCatalogue({ contentDir, today: inventedToday });
    if (!value) throw new Error(`The invented content has mistakes: ${JSON.stringify(problems[0])}`);
    return value;
  } finally {
    rmSync(contentDir, { recursive: true, force: true });
  }
}

/** What the German search of an invented catalogue is built from. */
export async function inventSearch(offers: number): Promise<SearchInput> {
  const catalogue = await inventCatalogue(offers, ['de']);
  const model = createSiteModel(catalogue);
  const page = pageContextsOf(catalogue, 'de', { basePath: '/', assets: new Map() })('angebote/');
  return searchInputFor(catalogue, 'de', (offer) => offerCard(offer, model, page));
}
