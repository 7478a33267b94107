import type { Catalogue } from '../model/catalogue.ts';

/** Reckons once per catalogue what pages of all languages show. */
export function perCatalogue<Value>(reckon: (catalogue: Catalogue) => Value): (catalogue: Catalogue) => Value {
  const known = new WeakMap<Catalogue, { readonly value: Value }>();
  return (catalogue) => {
    let found = known.get(catalogue);
    if (!found) known.set(catalogue, (found = { value: reckon(catalogue) }));
    return found.value;
  };
}
