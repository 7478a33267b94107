import { expect, it } from 'vitest';
import { offerRevision } from '../../../src/datasheet/offer-revision.ts';

const data = {
  title: 'Café',
  place: { protected: true, town: 'lindenau', street: 'Hofstraße 1' },
  contacts: [
    { role: 'Büro', phone: '1' },
    { person: 'Mira Beispiel', phone: '2', consent: { given_on: '2026-01-01' } },
  ],
};
const revision = offerRevision(data, 'Text');

it('is another one when something changes that everybody may know', () => {
  expect(offerRevision({ ...data, title: 'Café am Hof' }, 'Text')).not.toBe(revision);
  expect(offerRevision(data, 'Anderer Text')).not.toBe(revision);
  expect(offerRevision({ ...data, contacts: [{ role: 'Büro', phone: '3' }] }, 'Text')).not.toBe(revision);
});

it('gives nothing away: a secret address or the number of a person could not be found out by trying', () => {
  const other = {
    ...data,
    place: { ...data.place, street: 'Turmstraße 2' },
    contacts: [data.contacts[0], { ...data.contacts[1], phone: '9' }],
  };
  expect(offerRevision(other, 'Text')).toBe(revision);
});

it('is the same however the file is written', () => {
  expect(offerRevision(Object.fromEntries(Object.entries(data).toReversed()), '\nText\r\n\n')).toBe(revision);
});
