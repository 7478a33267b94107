import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { sitePages } from '../../../src/pages/routes.ts';
import { makeModel, makePage } from './small-catalogue.ts';

const model = makeModel([]);
const pages = new Map(['de', 'en', 'ar'].map((lang) => [lang, makePage(model, lang)]));
const render = (file: string): string => {
  const page = sitePages.find((candidate) => candidate.file === file);
  if (!page) throw new Error(file);
  return renderToString(page.render(model, pages));
};

test('the page for unknown addresses speaks the first language in full and leads on in every other', () => {
  const html = render('404.html');
  expect(html).toMatch(/<h1>Diese Seite gibt es nicht<\/h1>/);
  expect(html).toMatch(/<li lang="ar" dir="rtl">/);
  expect(html).toMatch(/<li lang="en" dir="ltr"><p>This page does not exist/);
  for (const lang of pages.keys()) expect(html).toContain(`href="/base/${lang}/angebote/"`);
  expect(html).toContain('<meta name="robots" content="noindex"');
});

test('the gallery is for those who work on the site', () => {
  const internal = sitePages.filter((page) => page.internal).map(({ file }) => file);
  expect(internal).toEqual(['galerie/index.html', 'galerie/rtl/index.html', 'gestaltung/index.html']);
  for (const file of internal) expect(render(file)).toContain('<meta name="robots" content="noindex"');
  expect(render('galerie/rtl/index.html')).toMatch(/<html lang="ar" dir="rtl">/);
});
