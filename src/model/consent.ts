import type { IsoDate } from './diagnostic.ts';
import type { Contact } from './schema.generated.ts';

/**
 * none: no person is named, no consent needed · valid · missing: a person without consent ·
 * expired, not-yet: `today` is outside of the time it was given for.
 */
export type ConsentStatus = 'none' | 'valid' | 'missing' | 'expired' | 'not-yet';

export function consentStatus(contact: Contact, today: IsoDate): ConsentStatus {
  if (contact.person === undefined) return 'none';
  if (!contact.consent) return 'missing';
  if (contact.consent.valid_until < today) return 'expired';
  if (contact.consent.given_on > today) return 'not-yet';
  return 'valid';
}

const scopes = [
  ['person', 'name'],
  ['phone', 'phone'],
  ['email', 'email'],
] as const;

/** The fields of a person's contact that the consent does not cover, each with the scope it would need. */
export function fieldsBeyondConsent(
  contact: Contact,
): { field: 'person' | 'phone' | 'email'; scope: 'name' | 'phone' | 'email' }[] {
  const { consent } = contact;
  if (contact.person === undefined || !consent) return [];
  return scopes.flatMap(([field, scope]) =>
    contact[field] !== undefined && !consent.scope.includes(scope) ? [{ field, scope }] : [],
  );
}

/** What the public may see of a contact: nothing without valid consent, and only what the consent covers. The record of the consent itself stays inside. */
export function publicContact(contact: Contact, today: IsoDate): Contact | undefined {
  const status = consentStatus(contact, today);
  if (status !== 'none' && status !== 'valid') return undefined;
  const shown = { ...contact };
  delete shown.consent;
  for (const { field } of fieldsBeyondConsent(contact)) delete shown[field];
  const { role, person, phone, email, url } = shown;
  return (role ?? person ?? phone ?? email ?? url) ? shown : undefined;
}
