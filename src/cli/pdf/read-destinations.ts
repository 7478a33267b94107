/**
 * On which page each named place of a PDF is, the first page being 1, and how many pages there are. Reads what Chromium
 * writes: plain objects, a dictionary `Dests` with a name for every place in the document that a link leads to.
 * @throws where the file is built differently
 */
export function readDestinations(pdf: Uint8Array): {
  readonly pages: number;
  readonly places: ReadonlyMap<string, number>;
} {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const objects = new Map(
    Array.from(text.matchAll(/^(\d+) 0 obj\n(<<[\s\S]*?>>)\s*(?:stream|endobj)/gm), ([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog'));
  const reference = (body: string | undefined, key: string): string =>
    new RegExp(`/${key} (\\d+) 0 R`).exec(body ?? '')?.[1] ?? '';
  const order: string[] = [];
  const walk = (id: string): void => {
    const [, kids] = /\/Kids \[([^\]]*)\]/.exec(objects.get(id) ?? '') ?? [];
    if (kids === undefined) order.push(id);
    else for (const [, kid = ''] of kids.matchAll(/(\d+) 0 R/g)) walk(kid);
  };
  walk(reference(catalog, 'Pages'));
  const pageOf = new Map(order.map((id, index) => [id, index + 1]));
  const places = new Map<string, number>();
  const destinations = objects.get(reference(catalog, 'Dests')) ?? '';
  for (const [, name = '', id = ''] of destinations.matchAll(/\/([^\s/[\]<>]+)\s*\[(\d+) 0 R/g)) {
    const page = pageOf.get(id);
    if (page !== undefined) places.set(name, page);
  }
  if (order.length === 0 || places.size === 0) throw new Error('This PDF names no places: has Chromium changed?');
  return { pages: order.length, places };
}
