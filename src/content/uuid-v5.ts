import { hash } from 'node:crypto';

/** The namespace for addresses of RFC 9562, appendix A. */
const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** The UUID that a name always has within a namespace (RFC 9562, version 5). */
export const uuidV5 = (name: string, namespace: string): string => uuidWithin(bytesOf(namespace), name);

function uuidWithin(namespace: Buffer, name: string): string {
  const hex = hash('sha1', Buffer.concat([namespace, Buffer.from(name)]), 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** UUIDs of one catalogue: the same in every build and on every address that the site is built for. */
export function uuidsOf(home: string): (kind: string, ...parts: readonly (string | number)[]) => string {
  const namespace = bytesOf(uuidV5(home, urlNamespace));
  return (kind, ...parts) => uuidWithin(namespace, [kind, ...parts].join('/'));
}

/** The identity of a catalogue is its own address, never that of a preview; a site without one is known by its region. */
export const catalogueUuids = ({
  url,
  region,
}: {
  readonly url?: string;
  readonly region: string;
}): ReturnType<typeof uuidsOf> => uuidsOf(url?.replace(/\/+$/, '') ?? region);
