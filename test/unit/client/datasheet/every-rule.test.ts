import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../../src/check/check-content.ts';
import { checkOffer } from '../../../../src/check/check-offer.ts';
import { messages as german } from '../../../../src/check/messages/de.ts';
import { describeProblem } from '../../../../src/client/datasheet/describe-problem.ts';
import { controlId, locateProblem } from '../../../../src/client/datasheet/locate-problem.ts';
import { readContent } from '../../../../src/content/read-content.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { formatsFor } from '../../../../src/i18n/formats.ts';
import { loadMessages } from '../../../../src/i18n/load-texts.ts';
import type { Diagnostic } from '../../../../src/model/diagnostic.ts';
import { datasheetPageData } from '../../../../src/pages/datasheet-page-data.ts';
import type { FormField } from '../../../../src/views/datasheet-page-data.ts';
import { contentFolder, invalidFixtures, today } from '../../../support/content-folder.ts';
import { makeModel, makePage } from '../../pages/small-catalogue.ts';

const model = makeModel([]);
const { steps } = datasheetPageData(model, { ...makePage(model, 'ar'), asset: (name) => `/${name}` });

/** Ids of all controls, with every entry of a list called 0. */
function controlIds(fields: readonly FormField[], path: (string | number)[] = []): string[] {
  return fields.flatMap((field) => {
    const own = field.key === '' ? path : [...path, field.key];
    return [
      controlId(own),
      ...controlIds(field.fields ?? [], own),
      ...(field.item ? controlIds([field.item], [...own, 0]) : []),
    ];
  });
}
const controls = new Set([...controlIds(steps.flatMap(({ fields }) => fields)), 'f-body']);

/** What the rules of the form find in the offers of a fixture that is wrong in one way. */
function problemsIn(fixture: string): Diagnostic[] {
  const { value: content } = readContent(contentFolder(fixture));
  const { vocabularies } = checkContent(content, { today });
  const known = {
    today,
    country: 'DE',
    sourceLanguage: 'de',
    places: new Map([...content.entries.places].map(([id, { source }]) => [id, (source?.data ?? {}) as never])),
    organisations: new Set(content.entries.organisations.keys()),
    vocabularies,
  };
  return [...content.entries.offers.values()].flatMap(({ id, source }) =>
    source ? checkOffer(id, source.data, source.body, known) : [],
  );
}

/** Rules about what the form never asks for, or about a field that it does not have. */
const notAsked = new Set(['unknown-field', 'image-missing']);

const fixtures = readdirSync(invalidFixtures).filter(
  (code) => existsSync(join(invalidFixtures, code, 'offers')) && !notAsked.has(code),
);
const covered = new Set<string>();

test.each(fixtures)('%s is said in words at a control of the form', (code) => {
  // Rules about files, translations and other kinds of content find nothing in an offer alone.
  for (const problem of problemsIn(code).filter((one) => one.code === code)) {
    covered.add(code);
    const { step, id } = locateProblem(steps, problem, 'text');
    expect(step).toBeGreaterThanOrEqual(0);
    expect(controls).toContain(id.replace(/-\d+(?=-|$)/g, '-0'));
    for (const lang of ['ar', 'de']) {
      const t = createTranslator(loadMessages(lang), formatsFor(lang));
      const words = describeProblem(problem, 'FELD', t, lang === 'de' ? german : undefined);
      expect(words.length).toBeGreaterThan(8);
      // Neither the names of fields in the file nor the code of the rule.
      expect(words).not.toMatch(/[a-z]_[a-z]|\[\d\]|undefined/);
      expect(words).not.toContain(code);
    }
  }
});

test('the form knows the rules about offers', () => {
  expect(covered.size).toBeGreaterThan(30);
});
