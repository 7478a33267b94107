import { pdfObjects, referenceIn } from './pdf-objects.ts';

/**
 * On which page each named place of a PDF is, the first page being 1, and how many pages there are. Chromium names
 * every place in the document that a link leads to.
 * @throws where the file names no places
 */
export function readDestinations(pdf: Uint8Array): {
  readonly pages: number;
  readonly places: ReadonlyMap<string, number>;
} {
  const { objects, catalog } = pdfObjects(pdf);
  const root = objects.get(catalog);
  const order: string[] = [];
  const walk = (id: string): void => {
    const [, kids] = /\/Kids \[([^\]]*)\]/.exec(objects.get(id) ?? '') ?? [];
    if (kids === undefined) order.push(id);
    else for (const [, kid = ''] of kids.matchAll(/(\d+) 0 R/g)) walk(kid);
  };
  walk(referenceIn(root, 'Pages'));
  const pageOf = new Map(order.map((id, index) => [id, index + 1]));
  const places = new Map<string, number>();
  const destinations = objects.get(referenceIn(root, 'Dests')) ?? '';
  for (const [, name = '', id = ''] of destinations.matchAll(/\/([^\s/[\]<>]+)\s*\[(\d+) 0 R/g)) {
    const page = pageOf.get(id);
    if (page !== undefined) places.set(name, page);
  }
  if (places.size === 0) throw new Error('This PDF names no places: has Chromium changed?');
  return { pages: order.length, places };
}
