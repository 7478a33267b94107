import { describe, expect, it } from 'vitest';
import { consentStatus, publicContact } from '../../../src/model/consent.ts';
import type { Contact } from '../../../src/model/schema.generated.ts';

const today = '2026-03-01';
const consent = {
  given_on: '2025-01-01',
  scope: ['name', 'phone'] as ('name' | 'phone')[],
  valid_until: '2027-01-01',
  record: 'Ordner 7',
};
const mira: Contact = {
  role: 'Leitung',
  person: 'Mira Beispiel',
  phone: '+49 221 4710124',
  email: 'mira@example.org',
  consent,
};

describe('publicContact', () => {
  it('shows an office as it is', () => {
    expect(publicContact({ role: 'Büro', phone: '+49 221 4710100' }, today)).toEqual({
      role: 'Büro',
      phone: '+49 221 4710100',
    });
  });

  it('shows of a person what the consent covers, and never where it is kept', () => {
    expect(publicContact(mira, today)).toEqual({ role: 'Leitung', person: 'Mira Beispiel', phone: '+49 221 4710124' });
  });

  it.each([
    ['missing', { ...mira, consent: undefined }],
    ['expired', { ...mira, consent: { ...consent, valid_until: '2026-02-28' } }],
    ['not-yet', { ...mira, consent: { ...consent, given_on: '2026-03-02' } }],
  ] as const)('shows nothing when the consent is %s', (status, contact) => {
    expect(consentStatus(contact, today)).toBe(status);
    expect(publicContact(contact, today)).toBeUndefined();
  });

  it('counts the last day', () => {
    expect(consentStatus({ ...mira, consent: { ...consent, given_on: today, valid_until: today } }, today)).toBe(
      'valid',
    );
  });

  it('shows nothing when nothing is left to show', () => {
    expect(
      publicContact(
        { person: 'Mira Beispiel', phone: '+49 221 4710124', consent: { ...consent, scope: ['email'] } },
        today,
      ),
    ).toBeUndefined();
  });
});
