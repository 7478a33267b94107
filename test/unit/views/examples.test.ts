import { HtmlValidate } from 'html-validate';
import { readdirSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { exampleSets } from '../../../src/views/example-sets.ts';
import { makeModel, makePage } from '../pages/small-catalogue.ts';

const model = makeModel([]);
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-redundant-role': 'off',
    'attribute-boolean-style': 'off',
    'tel-non-breaking': 'off',
    'no-inline-style': 'error',
  },
});

test('every component has examples and a style sheet of its own, unless it has no look', () => {
  const components = readdirSync('src/views/components');
  const withoutLook = ['document'];
  expect(Object.keys(exampleSets).sort()).toEqual(components.filter((name) => !withoutLook.includes(name)).sort());
});

describe.each(Object.entries(exampleSets))('%s', (_component, examples) => {
  test.each(Object.entries(examples))('%s: is valid HTML from both sides', async (_name, example) => {
    for (const lang of ['de', 'ar']) {
      const vnode = example(makePage(model, lang));
      const html = vnode ? renderToString(vnode) : '';
      const { results } = await validator.validateString(html);
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
        [],
      );
    }
  });

  test.each(Object.entries(examples))('%s: names language and direction of every foreign text', (_name, example) => {
    const vnode = example(makePage(model, 'en'));
    const html = vnode ? renderToString(vnode) : '';
    for (const { text, attributes } of textsWithLanguage(html)) {
      if (/[\u0600-\u06FF]/.test(text)) expect(attributes, text).toMatch(/ lang="(ar|fa|ckb)".* dir="rtl"/);
    }
  });
});

/** Every text of a page with the attributes of the nearest element around it that names a language. */
function* textsWithLanguage(html: string): Generator<{ text: string; attributes: string }> {
  const open: string[] = [];
  for (const [, end, name = '', attributes = '', self, text = ''] of html.matchAll(
    /<(\/?)([a-z0-9]+)((?:\s[^>]*?)?)(\/?)>([^<]*)/g,
  )) {
    if (end) open.pop();
    else if (!self && name !== 'input') open.push(attributes);
    yield { text, attributes: open.findLast((around) => around.includes(' lang="')) ?? '' };
  }
}
