import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completenessRules, measureCompleteness, type SheetFacts } from '../../../src/insight/completeness.ts';
import type { Offer } from '../../../src/model/schema.generated.ts';

const offer: Offer = {
  title: 'Kurs',
  summary: 'Ein Kurs für alle.',
  type: 'course',
  status: 'active',
  organisation: 'verein',
  fields_of_action: ['language'],
  topics: ['learn-german'],
  audience: { groups: ['newcomers'], german: { min: 'A1' } },
  languages: [
    { code: 'de', kind: 'spoken' },
    { code: 'ar', kind: 'spoken' },
  ],
  cost: { kind: 'free' },
  registration: { kind: 'required', note: 'Bitte anrufen.' },
  required_documents: ['Ausweis'],
  next_steps: ['Anrufen'],
  schedule: [{ days: ['monday'], from: '09:00', to: '10:00', school_holidays: 'no' }],
  delivery: ['on-site'],
  place: { town: 'lindenau', geo: { lat: 54.5, lon: 6.3 }, directions: 'Erster Stock' },
  service_area: ['lindenau'],
  accessibility: { step_free: 'yes', toilet: 'no', sign_language: 'no', plain_language: 'yes' },
  childcare: { available: 'no' },
  contacts: [{ role: 'Büro', phone: '+49 221 4710100', email: 'a@example.org' }],
  reviewed: '2026-02-01',
  review_every: 12,
  tags: ['Schule'],
};
const full: SheetFacts = {
  offer,
  body: 'x'.repeat(300),
  freshness: 'fresh',
  languages: 3,
  translated: 3,
  located: true,
};

describe('completeness', () => {
  it('is 100 when everything is said, and then nothing would help', () => {
    expect(measureCompleteness(full)).toEqual({ score: 100, improvements: [] });
  });

  it('is 0 when nothing is said that counts', () => {
    const {
      schedule: _schedule,
      tags: _tags,
      childcare: _childcare,
      required_documents: _documents,
      next_steps: _steps,
      ...rest
    } = offer;
    const bare: Offer = {
      ...rest,
      audience: { groups: ['newcomers'] },
      languages: [{ code: 'de', kind: 'spoken' }],
      cost: { kind: 'paid' },
      registration: { kind: 'required' },
      accessibility: { step_free: 'unknown' },
      place: { town: 'lindenau' },
      contacts: [{ role: 'Büro' }],
    };
    const { score, improvements } = measureCompleteness({
      offer: bare,
      body: '',
      freshness: 'ask-first',
      languages: 3,
      translated: 0,
      located: false,
    });
    expect(score).toBe(0);
    expect(improvements.map(({ rule }) => rule)).toEqual(['fresh', 'times', 'contact']);
  });

  it('does not ask a telephone line for steps, nor a protected address for its place', () => {
    const { place: _place, ...phone } = offer;
    const { score } = measureCompleteness({
      ...full,
      located: undefined,
      offer: {
        ...phone,
        delivery: ['phone'],
        accessibility: { step_free: 'unknown', sign_language: 'no', plain_language: 'no' },
      },
    });
    expect(score).toBe(100);
  });

  it('names what would help most first', () => {
    const { improvements } = measureCompleteness({ ...full, translated: 0, freshness: 'due', body: 'x'.repeat(270) });
    expect(improvements.map(({ rule }) => rule)).toEqual(['translations', 'fresh', 'description']);
  });

  it('counts as its documentation says', () => {
    const documented = [
      ...readFileSync('docs/en/completeness.md', 'utf8').matchAll(/^\| `([\w-]+)` +\| (\d+) +\|/gm),
    ].map(([, id, weight]) => ({ id, weight: Number(weight) }));
    expect(documented).toEqual(completenessRules.map(({ id, weight }) => ({ id, weight })));
  });
});
