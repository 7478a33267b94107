import type { Examples } from '../../example-sets.ts';
import { Contact } from './contact.tsx';

const phone = { href: 'tel:+492214710123', number: '+49 221 4710123' };

export const examples: Examples = {
  everything: ({ t }) => (
    <Contact
      t={t}
      contact={{
        role: { value: 'Anmeldung', lang: 'de' },
        person: 'Mira Tönnesmann',
        hours: { value: 'Montag bis Freitag 9 bis 12 Uhr', lang: 'de' },
        phone,
        email: 'anmeldung-integrationskurse-und-alphabetisierung@example.org',
        url: 'https://example.org/kurse',
      }}
    />
  ),
  'only a phone': ({ t }) => <Contact t={t} contact={{ phone }} />,
  'only a website': ({ t }) => <Contact t={t} contact={{ url: 'https://example.org' }} />,
};
