import type { Catalogue } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { orderIn } from '../search/near/index-order.ts';
import { nearFiles } from '../search/near/near-files.ts';
import type { Origin } from '../search/near/near-manifest.ts';
import type { PageContext } from '../views/page-context.ts';
import { townIds } from './dimension-links.ts';
import { placeName } from './names.ts';
import type { SiteModel } from './site-model.ts';

/** What the search of one language knows of days and distances, beside its index. */
export function nearFilesOf(
  language: LanguageTag,
  index: ReadonlyMap<string, Uint8Array>,
  catalogue: Catalogue,
  model: SiteModel,
  page: PageContext,
): Map<string, Uint8Array> {
  return nearFiles({ catalogue, language, ...orderIn(index, language), origins: originsOf(model, page) });
}

/** Towns, each followed by its quarters, that have a place on the map. */
function originsOf(model: SiteModel, page: PageContext): Origin[] {
  const places = [...model.catalogue.places.values()];
  return townIds(model)
    .flatMap((town) => [
      town,
      ...places.filter(({ data }) => data.kind === 'quarter' && data.part_of === town).map(({ id }) => id),
    ])
    .flatMap((id) => {
      const data = model.catalogue.places.get(id)?.data;
      if (!data?.geo || data.protected) return [];
      const { lat, lon } = data.geo;
      return [{ id, label: placeName(id, model, page), lat, lon }];
    });
}
