/** On the page “What is missing here?”: the form, in place of the ways for browsers without scripts. */
import { render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { MissingPageData } from '../views/missing-page-data.ts';
import { MissingApp } from './missing/missing-app.tsx';

const mount = document.getElementById('missing');
const data = document.getElementById('missing-data')?.textContent;
if (mount && data) {
  const page = JSON.parse(data) as MissingPageData;
  const t = createTranslator(new Map(Object.entries(page.messages)), formatsFor(page.lang));
  mount.replaceChildren();
  render(<MissingApp t={t} page={page} asked={new URLSearchParams(location.search)} />, mount);
}
