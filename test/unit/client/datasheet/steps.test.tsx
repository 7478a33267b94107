import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { controlId, locateProblem } from '../../../../src/client/datasheet/locate-problem.ts';
import { changesBetween, isShown, toData, toSheet } from '../../../../src/client/datasheet/sheet-data.ts';
import { FieldList } from '../../../../src/client/datasheet/field-control.tsx';
import { checkOffer, type KnownContent } from '../../../../src/check/check-offer.ts';
import { collectionSchema } from '../../../../src/content/schemas.ts';
import type { SchemaNode } from '../../../../src/content/marked-fields.ts';
import { vocabularyNames } from '../../../../src/model/catalogue.ts';
import type { Diagnostic } from '../../../../src/model/diagnostic.ts';
import { datasheetPageData } from '../../../../src/pages/datasheet-page-data.ts';
import { datasheetSteps, type FormWords } from '../../../../src/pages/datasheet-steps.ts';
import type { FormField, FormStep } from '../../../../src/views/datasheet-page-data.ts';
import { makeModel, makePage } from '../../pages/small-catalogue.ts';

/** Words that only repeat what they are asked for. */
const words: FormWords = {
  title: (step) => step,
  label: () => undefined,
  value: (_, value) => value,
  prose: (node, name) => (name === 'title' && typeof node['title'] === 'string' ? { value: node['title'] } : undefined),
  help: () => undefined,
  vocabulary: () => [{ value: 'one', label: { value: 'One' } }],
  entries: () => [{ value: 'one', label: { value: 'One' } }],
  languages: () => [{ value: 'de', label: { value: 'German' } }],
};

const stepsOf = (schema: SchemaNode): FormStep[] => datasheetSteps(schema, collectionSchema.organisations, words);

const steps = stepsOf(collectionSchema.offers);
const allFields = steps.flatMap(({ fields }) => fields);
const fieldOf = (key: string): FormField => allFields.find((field) => field.key === key)!;

describe('the form', () => {
  test('asks for every field of the schema that is not left out on purpose', () => {
    const properties = Object.entries(collectionSchema.offers.properties!);
    const wanted = properties.filter(([, node]) => node['x-group'] !== 'none').map(([key]) => key);
    expect(allFields.map(({ key }) => key).sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(22);
  });

  test('shows a field that is added to the schema, without any code', () => {
    const schema: SchemaNode = {
      ...collectionSchema.offers,
      properties: {
        ...collectionSchema.offers.properties,
        bring_a_friend: {
          'x-group': 'audience',
          title: 'May friends come along?',
          type: 'string',
          enum: ['yes', 'no'],
        },
        seats: { title: 'Number of seats', type: 'integer', minimum: 1 },
      },
    };
    const extended = stepsOf(schema);
    const draw = (step: string): string =>
      renderToString(
        <FieldList
          fields={extended.find(({ id }) => id === step)!.fields}
          path={[]}
          form={{ t: ((key: string) => key) as never, sheet: {}, title: '', notes: new Map(), set: () => {} }}
        />,
      );
    expect(draw('audience')).toMatch(/<legend[^>]*>May friends come along\?.*type="radio"[^>]*name="f-bring_a_friend"/);
    expect(draw('description')).toMatch(/for="f-seats"[^>]*>Number of seats.*<input[^>]*id="f-seats"/);
  });

  test('asks for what a condition of the schema needs only when it holds', () => {
    expect(fieldOf('paused').when).toEqual({ field: 'status', oneOf: ['paused'] });
    expect(fieldOf('place').when).toEqual({ field: 'delivery', oneOf: ['on-site'] });
    expect(fieldOf('childcare').when).toEqual({ field: 'type', oneOf: ['course', 'meeting-point'] });
  });

  test('asks what volunteers do only where volunteers are sought, and may be left without an answer', () => {
    const field = fieldOf('volunteering');
    expect(field.shownIf).toEqual({ field: 'type', oneOf: ['volunteering'] });
    expect(field.required).toBe(false);
    expect([isShown(field, {}, { type: 'volunteering' }), isShown(field, {}, { type: 'course' })]).toEqual([
      true,
      false,
    ]);
    const filled = { type: 'course', volunteering: { hours: 'Eine Stunde' } };
    expect(toData(steps, filled, (name) => name)).not.toHaveProperty('volunteering');
    expect(toData(steps, { ...filled, type: 'volunteering' }, (name) => name)).toMatchObject({
      volunteering: { hours: 'Eine Stunde' },
    });
  });

  test('asks for a price only where something is to be paid, and takes an old one for no change', () => {
    const amount = fieldOf('cost').fields!.find(({ key }) => key === 'amount')!;
    expect([isShown(amount, { kind: 'partly' }, {}), isShown(amount, { kind: 'free' }, {})]).toEqual([true, false]);
    const old = { cost: { kind: 'free', amount: 5 } };
    const now = toData(steps, toSheet(steps, old), (name) => name);
    expect(now).toEqual({ cost: { kind: 'free' } });
    expect(changesBetween(steps, old, now)).toEqual({});
  });

  test('has a control for every type and format', () => {
    expect(fieldOf('title').control).toBe('text');
    expect(fieldOf('type').control).toBe('choice');
    expect(fieldOf('topics').control).toBe('choices');
    expect(fieldOf('required_documents').control).toBe('lines');
    expect(fieldOf('organisation').control).toBe('organisation');
    expect(fieldOf('organisation').fields?.map(({ key }) => key)).toEqual(['name', 'kind']);
    expect(fieldOf('place').control).toBe('place');
    expect(fieldOf('reviewed').control).toBe('date');
    expect(fieldOf('review_every').control).toBe('number');
    const contact = fieldOf('contacts').item!.fields!;
    expect(contact.map(({ key, control }) => [key, control])).toEqual([
      ['role', 'text'],
      ['person', 'text'],
      ['phone', 'phone'],
      ['email', 'email'],
      ['url', 'link'],
      ['hours', 'text'],
      ['consent', 'group'],
    ]);
    expect(contact.find(({ key }) => key === 'consent')!.shownWith).toBe('person');
  });
});

describe('in every language of the interface', () => {
  const model = makeModel([]);
  const labels = (fields: readonly FormField[]): FormField[] =>
    fields.flatMap((field) => [field, ...labels(field.fields ?? []), ...(field.item ? labels([field.item]) : [])]);

  test.each(['de', 'ar', 'ti', 'uk', 'de-simple'])('%s: every label and every answer is in it', (lang) => {
    const data = datasheetPageData(model, { ...makePage(model, lang), asset: (name) => `/${name}` });
    for (const { key, label, options, control } of labels(data.steps.flatMap(({ fields }) => fields))) {
      expect(label.lang, `${lang} ${key}`).toBeUndefined();
      if (control !== 'choice' && control !== 'choices') continue;
      for (const option of options ?? []) {
        // “online” is German, too.
        if (option.value !== 'online') expect(option.label.value, `${lang} ${key}`).not.toBe(option.value);
      }
    }
  });
});

test('a choice is named without the sentence that it completes', () => {
  const every = (lang: string): string[] => {
    const model = makeModel([]);
    const { steps: made } = datasheetPageData(model, { ...makePage(model, lang), asset: (name) => `/${name}` });
    const schedule = made.flatMap(({ fields }) => fields).find(({ key }) => key === 'schedule')!;
    const field = schedule.item!.fields!.find(({ key }) => key === 'every')!;
    return field.options!.slice(0, 3).map(({ label }) => label.value);
  };
  expect(every('de')).toEqual(['Jede Woche', 'Alle zwei Wochen', 'Am 1. … im Monat']);
  expect(every('ar')[1]).toBe('مرة كل أسبوعين');
  expect(every('tr')).toEqual(['Her hafta', 'İki haftada bir', 'Ayın ilk … günü']);
});

describe('a problem is shown', () => {
  const known: KnownContent = {
    today: '2026-11-22',
    country: 'DE',
    sourceLanguage: 'de',
    places: new Map(),
    organisations: new Set<string>(),
    vocabularies: Object.fromEntries(
      vocabularyNames.map((name) => [name, new Map()]),
    ) as unknown as KnownContent['vocabularies'],
  };
  const spots = (data: Record<string, unknown>, body = 'x'): string[] =>
    checkOffer('x', data, body, known).map(
      (problem: Diagnostic) => `${problem.code} ${locateProblem(steps, problem, 'text').id}`,
    );

  test('at the field itself', () => {
    expect(spots({ contacts: [{ role: 'A' }, { role: 'B', phone: '12' }] })).toContain('bad-phone f-contacts-1-phone');
    expect(spots({ schedule: [{ days: ['monday'], from: '18:00', to: '16:00' }] })).toContain(
      'time-order f-schedule-0-to',
    );
    expect(spots({ contacts: [{ person: 'A' }] })).toContain('consent-missing f-contacts-0-person');
  });

  test('at the first question of a group that is missing', () => {
    const found = spots({ delivery: ['on-site'] });
    expect(found).toContain('missing-field f-title');
    expect(found).toContain('missing-field f-cost-kind');
    expect(found).toContain('missing-field f-audience-groups');
    expect(found).toContain('missing-field f-place');
    expect(found).toContain('missing-field f-contacts');
    expect(spots({ contacts: [{ phone: '+49 221 4710123' }] })).toContain('missing-one-of f-contacts-0-role');
  });

  test('at the description', () => {
    expect(spots({}, '<b>x</b>')).toContain('raw-html f-body');
  });

  test('always at a control that exists', () => {
    const ids = new Set<string>();
    const visit = (fields: readonly FormField[], path: (string | number)[]): void => {
      for (const field of fields) {
        const own = field.key === '' ? path : [...path, field.key];
        ids.add(controlId(own));
        visit(field.fields ?? [], own);
        if (field.item) visit([field.item], [...own, 0]);
      }
    };
    visit(allFields, []);
    ids.add('f-body');
    for (const spot of spots({ contacts: [{}], schedule: [{}], languages: [{}], links: [{}], place: {}, cost: {} }))
      expect(ids).toContain(spot.split(' ')[1]);
  });
});
