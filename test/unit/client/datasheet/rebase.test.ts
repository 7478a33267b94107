import { expect, test } from 'vitest';
import { rebase } from '../../../../src/client/datasheet/rebase.ts';
import type { FormField, FormStep, OfferSource } from '../../../../src/views/datasheet-page-data.ts';

const field = (key: string, control: FormField['control']): FormField => ({
  key,
  control,
  label: { value: key },
  required: false,
  more: false,
});

const steps: FormStep[] = [
  {
    id: 'what',
    title: 'What',
    fields: [
      field('title', 'text'),
      field('summary', 'text'),
      field('tags', 'lines'),
      field('organisation', 'organisation'),
      field('reviewed', 'date'),
    ],
  },
];

const source = (of: string, data: OfferSource['data'], body = 'Text'): OfferSource => ({
  id: 'x',
  lang: 'de',
  of,
  data,
  body,
});

const old = source('1', { title: 'Alt', summary: 'Kurz', tags: ['a'], reviewed: '2026-01-01', secret: 1 });

test('what somebody else has changed is taken over, what the reader has changed stays', () => {
  const fresh = source('2', { ...old.data, summary: 'Neu von anderen', tags: ['a', 'b'] }, 'Text von anderen');
  const sheet = { title: 'Mein Titel', summary: 'Kurz', tags: 'a', reviewed: '2026-02-01' };
  expect(rebase(steps, old, fresh, { sheet, body: 'Text' })).toEqual({
    sheet: { title: 'Mein Titel', summary: 'Neu von anderen', tags: 'a\nb', reviewed: '2026-02-01' },
    body: 'Text von anderen',
    both: [],
  });
});

test('fields that both have changed are named, and the reader’s own text stands', () => {
  const fresh = source('2', { ...old.data, title: 'Ihr Titel', reviewed: '2026-01-15' }, 'Ihr Text');
  const sheet = { title: 'Mein Titel', summary: 'Kurz', tags: 'a', reviewed: '2026-02-01' };
  const { sheet: next, body, both } = rebase(steps, old, fresh, { sheet, body: 'Mein Text' });
  expect([next['title'], body, both]).toEqual(['Mein Titel', 'Mein Text', ['title', 'body']]);
});

test('a field that the reader has emptied stays empty', () => {
  const fresh = source('2', { ...old.data, title: 'Ihr Titel' });
  const sheet = { title: 'Alt', summary: 'Kurz', reviewed: '2026-01-01' };
  const { sheet: next, both } = rebase(steps, old, fresh, { sheet, body: 'Text' });
  expect([next['title'], next['tags'], both]).toEqual(['Ihr Titel', undefined, []]);
});

test('a new organisation comes along', () => {
  const added = { name: 'Radtreff' };
  const sheet = { title: 'Alt', summary: 'Kurz', tags: 'a', reviewed: '2026-01-01', 'new-organisation': added };
  const fresh = source('2', { ...old.data, title: 'Ihr Titel' });
  expect(rebase(steps, old, fresh, { sheet, body: 'Text' }).sheet['new-organisation']).toEqual(added);
});
