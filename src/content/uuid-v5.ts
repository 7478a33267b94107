import { createHash } from 'node:crypto';

/** The namespace for addresses of RFC 9562, appendix A. */
const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** The UUID that a name always has within a namespace (RFC 9562, version 5). */
export function uuidV5(name: string, namespace: string): string {
  const digest = createHash('sha1').update(bytesOf(namespace)).update(name, 'utf8').digest().subarray(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** UUIDs of one catalogue: the same in every build and on every address that the site is built for. */
export function uuidsOf(home: string): (kind: string, ...parts: readonly (string | number)[]) => string {
  const namespace = uuidV5(home, urlNamespace);
  return (kind, ...parts) => uuidV5([kind, ...parts].join('/'), namespace);
}

/** The identity of a catalogue is its own address, never that of a preview; a site without one is known by its region. */
export const catalogueUuids = ({
  url,
  region,
}: {
  readonly url?: string;
  readonly region: string;
}): ReturnType<typeof uuidsOf> => uuidsOf(url?.replace(/\/+$/, '') ?? region);
