import { describe, expect, it } from 'vitest';
import { textFields } from '../../../src/content/schemas.ts';
import { textHash } from '../../../src/content/text-hash.ts';

const hash = (data: Record<string, unknown>, body = 'Text'): string => textHash({ data, body }, textFields.offers);

const offer = {
  title: 'Café',
  summary: 'Kaffee und Tee',
  schedule: [{ note: 'oben' }],
  required_documents: ['Ausweis'],
};

describe('textHash', () => {
  it('is twelve hexadecimal digits and the same on every machine', () => {
    expect(hash(offer)).toBe('5e2d71318fa8');
  });

  it.each([
    ['the title', { ...offer, title: 'Cafe' }],
    ['a note in a list', { ...offer, schedule: [{ note: 'unten' }] }],
    ['a list of texts', { ...offer, required_documents: ['Ausweis', 'Foto'] }],
    ['a text that was not there before', { ...offer, cost: { kind: 'free', note: 'immer' } }],
  ])('changes with %s', (_, data) => {
    expect(hash(data)).not.toBe(hash(offer));
  });

  it('changes with the body', () => {
    expect(hash(offer, 'Anderer Text')).not.toBe(hash(offer));
  });

  it.each([
    [
      'the order of keys',
      { required_documents: ['Ausweis'], schedule: [{ note: 'oben' }], summary: 'Kaffee und Tee', title: 'Café' },
    ],
    [
      'what is no text',
      { ...offer, status: 'paused', reviewed: '2026-01-01', contacts: [{ phone: '+49 221 4710123' }] },
    ],
    ['line breaks', { ...offer, summary: 'Kaffee\nund  Tee\n' }],
    ['the encoding of accents', { ...offer, title: 'Cafe\u0301' }],
    ['an empty text', { ...offer, cost: { note: ' ' } }],
  ])('does not change with %s', (_, data) => {
    expect(hash(data, ' Text\n')).toBe(hash(offer));
  });
});
