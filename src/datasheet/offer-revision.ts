import { withoutAddress } from '../model/places.ts';
import type { Address, Contact } from '../model/schema.generated.ts';
import { entryHash } from './entry-hash.ts';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * First 12 hex digits of a SHA-256 by which a form and the inbox agree on which state of an offer was changed. It is
 * published, so nothing that the public must not know goes into it: neither the address of a protected place nor the
 * contact of a named person could be found out by trying.
 */
export function offerRevision(data: Readonly<Record<string, unknown>>, body: string): string {
  const before = known.get(data);
  if (before?.body === body) return before.revision;
  const revision = reckonRevision(data, body);
  known.set(data, { body, revision });
  return revision;
}

const known = new WeakMap<object, { readonly body: string; readonly revision: string }>();

function reckonRevision(data: Readonly<Record<string, unknown>>, body: string): string {
  const { contacts, place, ...rest } = data;
  const shown = Array.isArray(contacts)
    ? (contacts as readonly Contact[]).filter((contact) => isMap(contact) && contact.person === undefined)
    : contacts;
  return entryHash(
    { ...rest, contacts: shown, place: isMap(place) ? withoutAddress(place as unknown as Address) : place },
    body,
  );
}
