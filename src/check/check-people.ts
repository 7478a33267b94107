import { collections } from '../content/schemas.ts';
import { consentStatus, fieldsBeyondConsent } from '../model/consent.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import type { Contact } from '../model/schema.generated.ts';
import type { Checkable, CheckedEntry } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';
import { textsOf } from './texts-of.ts';

/** German mobile numbers start with 15, 16 or 17, however they are grouped; not in the middle of another number. */
const mobileNumber =
  /(?<!\d[ /.-]?|\+)(?:(?:\+|00)49[\s()/.\-–]*(?:\(0\)|0)?|0)[\s()/.\-–]*1[567]\d(?:[\s/.\-–]*\d){6,9}(?!\d)/g;

/** Mail providers at which people, not institutions, have their address. */
const personalMail =
  /[\w.+-]+@(?:(?:gmail|googlemail|gmx|yahoo|ymail|hotmail|outlook|icloud|aol|freenet|posteo|protonmail|yandex|t-online)\.[a-z]{2,}(?:\.[a-z]{2,})?|(?:web|email|arcor|live)\.de|live\.com|proton\.me|mail\.ru|ukr\.net)\b/gi;

/** Consent for what is said about people, and people who may be named without knowing it. */
export function checkPeople({ entries, today, inBody, digest }: Checkable): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const onThisDay = digest(today);
  for (const name of ['offers', 'organisations', 'networks', 'events', 'funding'] as const)
    for (const entry of entries[name].values()) problems.push(...checkContacts(entry, today, onThisDay));
  for (const name of collections) {
    // The pages of a site, such as its imprint, name who answers for it.
    if (name !== 'pages') for (const entry of entries[name].values()) problems.push(...checkTexts(entry, inBody));
  }
  return problems;
}

const checkContacts = oncePerEntry(
  'contacts',
  (
    { file, data, document }: CheckedEntry<'offers' | 'organisations' | 'networks' | 'events' | 'funding'>,
    today: IsoDate,
  ): readonly Diagnostic[] => {
    const problems: Diagnostic[] = [];
    const written = document.data['contacts'] as readonly Record<string, unknown>[];
    for (const [index, contact] of (data.contacts ?? []).entries()) {
      if (!contact) continue;
      const at = ['contacts', index];
      const field = fieldName([...at, 'consent']);
      const complete = contact as Contact;
      // A consent that is there but malformed was reported by the schema check.
      const status =
        contact.consent === undefined && written[index]?.['consent'] !== undefined
          ? 'none'
          : consentStatus(complete, today);
      if (status === 'missing')
        problems.push(
          diagnose('consent-missing', file, { field, person: contact.person ?? '' }, { at: [...at, 'person'] }),
        );
      const { given_on: from, valid_until: until } = contact.consent ?? {};
      if (status === 'expired' && until !== undefined)
        problems.push(diagnose('consent-expired', file, { field, until }, { at: [...at, 'consent', 'valid_until'] }));
      if (status === 'not-yet' && from !== undefined)
        problems.push(diagnose('consent-not-yet', file, { field, from }, { at: [...at, 'consent', 'given_on'] }));
      if (contact.consent?.scope) {
        for (const beyond of fieldsBeyondConsent(complete)) {
          const path = [...at, beyond.field];
          problems.push(diagnose('consent-scope', file, { field: fieldName(path), scope: beyond.scope }, { at: path }));
        }
      }
      if (contact.person !== undefined) continue;
      for (const [key, pattern] of [
        ['phone', mobileNumber],
        ['email', personalMail],
      ] as const) {
        const value = contact[key];
        if (value === undefined || contact.consent?.scope?.includes(key) || value.match(pattern) === null) continue;
        problems.push(diagnose('private-contact-suspected', file, { value }, { at: [...at, key] }));
      }
    }
    return problems;
  },
);

const checkTexts = oncePerEntry('people', (entry, inBody: Checkable['inBody']): readonly Diagnostic[] => {
  const problems: Diagnostic[] = [];
  for (const { document, text, at } of textsOf(entry)) {
    // Cheaper than two searches through every text.
    if (!/@|1[567]/.test(text)) continue;
    for (const match of [...text.matchAll(mobileNumber), ...text.matchAll(personalMail)]) {
      const where = at ?? inBody(document, match.index, match.index + match[0].length);
      problems.push(diagnose('private-contact-suspected', document.file, { value: match[0] }, { at: where }));
    }
  }
  return problems;
});
