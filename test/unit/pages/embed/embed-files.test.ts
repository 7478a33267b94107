import { expect, it } from 'vitest';
import { embedFiles } from '../../../../src/pages/embed/embed-files.ts';
import type { EmbedFile } from '../../../../src/views/embed-data.ts';
import { makeModel, makeOffer, makePage } from '../small-catalogue.ts';

const model = makeModel([
  makeOffer('cafe', { title: 'Sprachcafé', topics: ['german'] }),
  makeOffer('arzt', { title: 'Arzt', topics: ['health'] }),
  makeOffer('alt', { title: 'Alt' }, { standing: 'ended' }),
]);
const script = Buffer.from('use(angebotslotseTexts)');
const files = embedFiles(model, new Map(['de', 'ar'].map((lang) => [lang, () => makePage(model, lang)])), script);
const read = (path: string): string => {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`No file ${path}`);
  return file.render().toString('utf8');
};

it('holds the offers of one topic, town or group and nothing else', () => {
  const file = JSON.parse(read('einbetten/v1/ar/themen-german.json')) as EmbedFile;
  expect(file).toMatchObject({ lang: 'ar', dir: 'rtl', href: '/base/ar/themen/german/', titleLang: 'de' });
  expect(file.offers.map(({ title, towns }) => [title.value, towns])).toEqual([['Sprachcafé', ['brinkenau']]]);
  expect(file.offers[0]?.href).toBe('/base/ar/angebote/cafe/');
  const town = JSON.parse(read('einbetten/v1/de/orte-brinkenau.json')) as EmbedFile;
  expect(town.offers.map(({ title }) => title.value).sort()).toEqual(['Arzt', 'Sprachcafé']);
  expect(read('einbetten/v1/de/alle.json')).not.toContain('Alt');
});

it('gives of a group that most offers are for those that were checked last', () => {
  const many = makeModel(
    Array.from({ length: 230 }, (_, index) => makeOffer(`o${index}`, { reviewed: `2026-0${(index % 9) + 1}-01` })),
  );
  const [file] = embedFiles(many, new Map([['de', () => makePage(many, 'de')]]), undefined).filter(
    ({ path }) => path === 'einbetten/v1/de/zielgruppen-everyone.json',
  );
  expect((JSON.parse(file!.render().toString('utf8')) as EmbedFile).offers).toHaveLength(200);
});

it('gives the script its words in every language, in a scope of its own', () => {
  const text = read('einbetten/angebotslotse-list.js');
  const seen: unknown[] = [];
  // oxlint-disable-next-line typescript/no-implied-eval -- the file as a strange page runs it
  new Function('use', text)((texts: unknown) => seen.push(texts));
  expect(seen).toMatchObject([{ de: { dir: 'ltr' }, ar: { dir: 'rtl' }, en: { retry: expect.stringMatching(/\S/) } }]);
  expect(text.startsWith('(()=>{')).toBe(true);
});
