/** On the page of the reader's own list. */
import { render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { MyListPageData } from '../views/my-list-page-data.ts';
import { ListApp } from './my-list/list-app.tsx';

const mount = document.getElementById('my-list');
const data = document.getElementById('my-list-data')?.textContent;
if (mount && data) {
  const page = JSON.parse(data) as MyListPageData;
  const formats = formatsFor(page.lang);
  const t = createTranslator(new Map(Object.entries(page.messages)), formats);
  mount.replaceChildren();
  render(<ListApp t={t} page={page} />, mount);
}
