import { keptFor } from '../model/reads.ts';
import type { Catalogue } from '../model/catalogue.ts';

/** Reckons once per catalogue what pages of all languages show. */
export function perCatalogue<Value>(reckon: (catalogue: Catalogue) => Value): (catalogue: Catalogue) => Value {
  const known = keptFor<Catalogue, undefined, Value>((catalogue) => reckon(catalogue));
  return (catalogue) => known(catalogue, undefined);
}
