import { expect, test } from 'vitest';
import { mergeEmergency } from '../../../src/model/emergency.ts';
import type { EmergencyNumbers } from '../../../src/model/schema.generated.ts';

const builtIn: EmergencyNumbers = {
  numbers: [
    {
      id: 'police',
      kind: 'emergency',
      phone: '110',
      name: { de: 'Polizei', en: 'Police' },
      text: { de: 'Bei Gefahr.' },
    },
    { id: 'parents', kind: 'helpline', phone: '0800 111 0550', name: { de: 'Elterntelefon' } },
  ],
};
const idsOf = (own?: Parameters<typeof mergeEmergency>[1]): string[] =>
  mergeEmergency(builtIn, own).map(({ id }) => id);

test('a municipality without numbers of its own has the built-in ones, in their order', () => {
  expect(idsOf()).toEqual(['police', 'parents']);
});

test('extend adds, hides, and changes word by word', () => {
  const merged = mergeEmergency(builtIn, {
    numbers: [
      { id: 'parents', hidden: true },
      { id: 'police', name: { en: 'Police (call 110)' } },
      { id: 'poison', kind: 'emergency', phone: '+49 221 4710112', name: { de: 'Giftnotruf' } },
    ],
  });
  expect(merged.map(({ id }) => id)).toEqual(['police', 'poison']);
  expect(merged[0]).toEqual({
    ...builtIn.numbers[0],
    name: { de: 'Polizei', en: 'Police (call 110)' },
  });
});

test('replace keeps only what is named, in that order, and what is built in about it', () => {
  const own = {
    mode: 'replace',
    numbers: [{ id: 'parents' }, { id: 'police' }],
  };
  expect(idsOf(own)).toEqual(['parents', 'police']);
  expect(mergeEmergency(builtIn, own)[1]?.phone).toBe('110');
});

test('a number that lacks what it needs is not shown', () => {
  expect(idsOf({ mode: 'replace', numbers: [{ id: 'new', name: { de: 'Neu' } }, undefined] })).toEqual([]);
});
