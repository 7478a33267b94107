/** On the page about gaps: a table of any two dimensions. */
import { render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { GapsPageData } from '../views/gaps-page-data.ts';
import { PivotApp } from './gaps/pivot-app.tsx';

const mount = document.getElementById('pivot');
const data = document.getElementById('pivot-data')?.textContent;
if (mount && data) {
  const page = JSON.parse(data) as GapsPageData;
  const formats = formatsFor(page.lang);
  const t = createTranslator(new Map(Object.entries(page.messages)), formats);
  render(<PivotApp t={t} formats={formats} page={page} />, mount);
}
