/** A path in whose steps nothing would be written otherwise in an address, and that leads nowhere else. */
const plain = /^(?:\/[\w-]+(?:\.[\w-]+)*)*\/?$/;

const origins = new Map<string, string>();

/** Address of a path, which begins with `/`, on the site of this address. Said three times on the page of an offer, so `URL` is asked for the site alone. */
export function wholeAddress(path: string, site: string): string {
  if (!plain.test(path) || path === '') return new URL(path, site).href;
  let origin = origins.get(site);
  if (origin === undefined) origins.set(site, (origin = new URL('/', site).href.slice(0, -1)));
  return origin + path;
}
