import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  isShown,
  toData,
  toSheet,
  valueAt,
  withValue,
} from '../../../../src/client/datasheet/sheet-data.ts';
import type { FormField, FormStep } from '../../../../src/views/datasheet-page-data.ts';

const field = (key: string, control: FormField['control'], more: Partial<FormField> = {}): FormField => ({
  key,
  control,
  label: { value: key },
  required: false,
  more: false,
  ...more,
});

const steps: FormStep[] = [
  {
    id: 'what',
    title: 'What',
    fields: [
      field('title', 'text'),
      field('status', 'choice'),
      field('paused', 'group', { when: { field: 'status', oneOf: ['paused'] }, fields: [field('reason', 'text')] }),
      field('tags', 'lines'),
      field('age', 'group', { fields: [field('min', 'number')] }),
      field('organisation', 'organisation'),
      field('place', 'place', { fields: [field('town', 'select'), field('protected', 'yes')] }),
      field('contacts', 'list', {
        item: field('', 'group', {
          fields: [
            field('person', 'text'),
            field('consent', 'group', { shownWith: 'person', fields: [field('record', 'text')] }),
          ],
        }),
      }),
    ],
  },
];

const data = (sheet: Record<string, unknown>) => toData(steps, sheet, (name) => name.toLowerCase());

describe('the data of a sheet', () => {
  test('leaves out what is empty, and trims what is written', () => {
    expect(
      data({ title: '  Café ', tags: ' a \n\n b ', age: { min: '' }, place: { town: '', protected: false } }),
    ).toEqual({
      title: 'Café',
      tags: ['a', 'b'],
    });
  });

  test('reads numbers as people write them, and leaves what is none to the check', () => {
    expect(data({ age: { min: '2,5' } })).toEqual({ age: { min: 2.5 } });
    expect(data({ age: { min: 'six' } })).toEqual({ age: { min: 'six' } });
  });

  test('leaves out what is not asked for any more', () => {
    expect(data({ status: 'paused', paused: { reason: 'x' } })).toHaveProperty('paused');
    expect(data({ status: 'active', paused: { reason: 'x' } })).not.toHaveProperty('paused');
    expect(data({ contacts: [{ person: '', consent: { record: 'x' } }] })).toEqual({});
    expect(data({ contacts: [{ person: 'A', consent: { record: 'x' } }] })).toEqual({
      contacts: [{ person: 'A', consent: { record: 'x' } }],
    });
  });

  test('keeps the place of an entry although one before it is empty', () => {
    expect(data({ contacts: [{}, { person: 'B' }, {}] })).toEqual({ contacts: [{}, { person: 'B' }] });
  });

  test('names a new organisation by its id', () => {
    expect(data({ 'new-organisation': { name: 'Verein' } })).toEqual({ organisation: 'verein' });
  });

  test('comes back unchanged from the controls', () => {
    const original = { title: 'x', tags: ['a', 'b'], age: { min: 6 }, place: 'haus', contacts: [{ person: 'A' }] };
    expect(data(toSheet(steps, original))).toEqual(original);
  });
});

test('a field with a condition is shown only then', () => {
  const [, , paused] = steps[0]!.fields;
  expect(isShown(paused!, {}, { status: 'paused' })).toBe(true);
  expect(isShown(paused!, {}, { status: 'active' })).toBe(false);
});

test('a correction holds whole fields that changed, null for one that was taken out, and nothing that the form does not know', () => {
  const old = { title: 'a', tags: ['x'], measures: ['m'], age: { min: 1 } };
  expect(changesBetween(steps, old, { title: 'b', age: { min: 1 } })).toEqual({ title: 'b', tags: null });
});

test('values are set and found at any depth without changing the original', () => {
  const root = { contacts: [{ person: 'A' }] };
  const changed = withValue(root, ['contacts', 1, 'person'], 'B');
  expect(valueAt(changed, ['contacts', 1, 'person'])).toBe('B');
  expect(root).toEqual({ contacts: [{ person: 'A' }] });
  expect(withValue({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
});
