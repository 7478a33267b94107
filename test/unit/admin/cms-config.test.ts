import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { adminPage, adminPolicy } from '../../../src/admin/admin-page.ts';
import { accessOf } from '../../../src/admin/admin-files.ts';
import { backendFor, type Access } from '../../../src/admin/backend.ts';
import { cmsConfig } from '../../../src/admin/cms-config.ts';
import { cmsFields } from '../../../src/admin/cms-fields.ts';
import type { CmsField } from '../../../src/admin/cms-types.ts';
import { vocabularyTitles } from '../../../src/admin/vocabulary-titles.ts';
import { collections, collectionSchema, textFields } from '../../../src/content/schemas.ts';
import { placeOf } from '../../../src/datasheet/write-offer.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import { fieldContext } from './field-context.ts';

const github: Access = { repository: { kind: 'github', url: 'https://github.com/kreis/angebote' } };

const configIn = (lang: 'de' | 'en', access: Access = github) =>
  cmsConfig({
    ...fieldContext('', lang),
    title: 'Angebote im Kreis',
    folder: 'content',
    access,
    siteUrl: 'https://example.org',
  });

const config = configIn('de');
const fieldsOf = (collection: string): readonly CmsField[] =>
  config.collections.find(({ name }) => name === collection)!.fields!;

/** All fields with the steps that lead to them. */
function walk(fields: readonly CmsField[], path: readonly string[] = []): { path: string; field: CmsField }[] {
  return fields.flatMap((field) => [
    { path: [...path, field.name].join('.'), field },
    ...walk(field.fields ?? [], [...path, field.name]),
    ...(field.types ?? []).flatMap((type) => walk(type.fields, [...path, field.name, type.name])),
    ...(field.field ? walk([field.field], [...path, field.name]) : []),
  ]);
}

test('the CMS accepts the configuration by its own schema', () => {
  const schema = JSON.parse(readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8')) as object;
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  validate({ ...config, backend: { ...config.backend } });
  expect(validate.errors ?? []).toEqual([]);
});

test('every collection of content is there, with a folder of its own and the name of many', () => {
  const made = config.collections.filter(({ folder }) => folder !== undefined);
  expect(made.map(({ name }) => name)).toEqual([...collections]);
  expect(new Set(made.map(({ folder }) => folder)).size).toBe(collections.length);
  for (const lang of ['de', 'en'] as const) {
    const labels = configIn(lang).collections.map(({ label }) => label);
    expect(new Set(labels).size, lang).toBe(labels.length);
  }
  expect(config.collections.find(({ name }) => name === 'measures')).toMatchObject({
    label: 'Maßnahmen',
    label_singular: 'Maßnahme',
    folder: 'content/concept/measures',
  });
  expect(config.singletons.map(({ file }) => file)).toEqual([
    'content/site.yml',
    'content/emergency.yml',
    'content/concept/targets.yml',
  ]);
});

test('on a GitHub of one’s own, both of its interfaces are where they are', () => {
  const { backend, workflow } = backendFor(
    { repository: { kind: 'github', url: 'https://github.example.org/kreis/angebote' } },
    'de',
  );
  expect(workflow).toBe(true);
  expect(backend).toMatchObject({
    api_root: 'https://github.example.org/api/v3',
    graphql_api_root: 'https://github.example.org/api/graphql',
  });
});

describe('fields', () => {
  test.each(collections)('%s: the form has every field of the schema, in its order', (collection) => {
    const wanted = Object.keys(collectionSchema[collection].properties!).filter((key) => key !== 'translation');
    expect(fieldsOf(collection).map(({ name }) => name)).toEqual([...wanted, 'body']);
  });

  test('a field that is added to the schema appears with its label and hint, without a line of code', () => {
    const place = placeOf('offers');
    const added = {
      title: 'Pets',
      description: 'Whether pets may come.',
      'x-help': 'Think of allergies.',
      'x-de': { title: 'Haustiere', description: 'Ob Tiere mitkommen dürfen.', help: 'Denken Sie an Allergien.' },
      type: 'string',
      enum: ['yes', 'no'],
    };
    const node = { ...place.node, required: ['pets'], properties: { ...place.node.properties, pets: added } };
    const find = (lang: 'de' | 'en') => cmsFields({ node, root: node }, fieldContext('offers', lang)).at(-1);
    expect(find('de')).toMatchObject({
      name: 'pets',
      label: 'Haustiere',
      hint: 'Ob Tiere mitkommen dürfen.',
      required: true,
      widget: 'select',
    });
    expect(find('en')).toMatchObject({ label: 'Pets', hint: 'Whether pets may come.' });
  });

  test('every field says in German what it is', () => {
    const all = [...collections.flatMap((name) => walk(fieldsOf(name))), ...walk(config.singletons[0]!.fields)];
    const english = walk(configIn('en').collections[0]!.fields!);
    expect(all.filter(({ field }) => !field.label || field.label === field.name).map(({ path }) => path)).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
    const summary = (fields: typeof all) => fields.find(({ path }) => path === 'summary')?.field.label;
    expect([summary(all), summary(english)]).toEqual(['In einem Satz', 'In one sentence']);
  });

  test('values are chosen by the names that readers see', () => {
    const bare = collections.flatMap((name) =>
      walk(fieldsOf(name)).flatMap(({ path, field }) =>
        (field.options ?? [])
          .filter(({ value, label }) => value === label)
          .map(({ value }) => `${name}.${path}: ${value}`),
      ),
    );
    expect(bare).toEqual([]);
    const labels = (path: string) =>
      walk(fieldsOf('offers'))
        .find((found) => found.path === path)
        ?.field.options?.map(({ label }) => label);
    expect(labels('type')).toContain('Treffpunkt');
    expect(labels('topics')).toContain('Deutsch lernen');
    expect(labels('schedule.days')?.[0]).toBe('Montag');
  });

  test('references are looked up by name, also with the kinds of place that are allowed', () => {
    const found = Object.fromEntries(walk(fieldsOf('offers')).map(({ path, field }) => [path, field]));
    expect(found['organisation']).toMatchObject({
      widget: 'relation',
      collection: 'organisations',
      value_field: '{{slug}}',
      display_fields: ['name'],
    });
    expect(found['service_area']).toMatchObject({
      collection: 'places',
      multiple: true,
      filters: [{ field: 'kind', values: ['town', 'district'] }],
    });
    expect(found['place.known.id']).toMatchObject({ widget: 'relation', collection: 'places' });
    expect(found['place.own.town']).toMatchObject({ widget: 'relation', required: true });
  });

  test.each(collections)('%s: exactly the texts are translated side by side', (collection) => {
    const texts = walk(fieldsOf(collection)).filter(
      ({ field }) => field.i18n === true && !field.fields && !field.types && !field.field,
    );
    const paths = texts
      .map(({ path }) => path.replace('.own.', '.').replace(/\.item$/, ''))
      .filter((path) => path !== 'body');
    const wanted = textFields[collection].map((pattern) => pattern.filter((step) => step !== '*').join('.'));
    expect(paths.sort()).toEqual([...new Set(wanted)].sort());
  });

  test('a translation may be incomplete and longer than its source', () => {
    const summary = walk(fieldsOf('offers')).find(({ path }) => path === 'summary')!.field;
    expect(summary).toMatchObject({ required: ['de'], minlength: 10, maxlength: 300 });
  });
});

describe('backends', () => {
  test('GitHub and GitLab get a pull or merge request for every change', () => {
    expect(config).toMatchObject({
      publish_mode: 'editorial_workflow',
      backend: { name: 'github', repo: 'kreis/angebote', auth_methods: ['token'] },
    });
    const gitlab = configIn('de', {
      repository: { kind: 'gitlab', url: 'https://gitlab.example.org/a/b/angebote.git', branch: 'main' },
      clientId: 'abc',
    });
    expect(gitlab).toMatchObject({
      publish_mode: 'editorial_workflow',
      backend: {
        name: 'gitlab',
        repo: 'a/b/angebote',
        branch: 'main',
        api_root: 'https://gitlab.example.org/api/v4',
        auth_type: 'pkce',
        app_id: 'abc',
      },
    });
  });

  test('Forgejo, where the CMS makes no pull requests, never writes to the branch that is built', () => {
    const access: Access = {
      repository: { kind: 'forgejo', url: 'https://git.example.org/a/angebote', branch: 'main' },
    };
    const { backend, workflow } = backendFor(access, 'de');
    expect(workflow).toBe(false);
    expect(backend).toMatchObject({ name: 'gitea', branch: 'redaktion', api_root: 'https://git.example.org/api/v1' });
  });

  test('there is no page without a repository or where the site does not want it', () => {
    const of = (site: object, local = false) => accessOf({ site } as Pick<Catalogue, 'site'>, local);
    const handIn = { repository: github.repository };
    expect(of({})).toBeUndefined();
    expect(of({ hand_in: handIn })).toEqual(github);
    expect(of({ hand_in: handIn, admin: false })).toBeUndefined();
    expect(of({}, true)).toEqual({});
    expect(of({ admin: false }, true)).toBeUndefined();
  });
});

describe('the page', () => {
  test('may reach its own origin and the forge, and runs no code made of text', () => {
    const policy = adminPolicy(github);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("connect-src 'self' data: blob: https://api.github.com https://github.com;");
    expect(policy).not.toMatch(/'unsafe-eval'|\*|https:(?!\/\/)/);
    expect(adminPolicy({})).not.toContain('https:');
  });

  test('is not for search engines and escapes the name of the site', () => {
    const html = adminPage({ lang: 'de', title: '<b>"A" & B</b>', access: github, script: 'admin.js' });
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(html).toContain('<title>Redaktion – &lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;</title>');
  });
});

test('vocabularies are called what readers know them by', () => {
  expect(vocabularyTitles('de').topics).toBe('Themen');
});
