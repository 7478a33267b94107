/** On the list of offers: search and filters as one types, in place of the paged list. */
import { render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { SearchPageData } from '../views/search-page-data.ts';
import { SearchApp } from './search/search-app.tsx';
import { createSearchClient } from './search/search-client.ts';

const mount = document.getElementById('search');
const data = document.getElementById('search-data')?.textContent;
const list = document.getElementById('offer-list');
if (mount && data && list) {
  const page = JSON.parse(data) as SearchPageData;
  const formats = formatsFor(page.lang);
  const t = createTranslator(new Map(Object.entries(page.messages)), formats);
  const typed = mount.querySelector('input')?.value ?? '';
  // What stands there is for browsers without scripts.
  mount.replaceChildren();
  render(
    <SearchApp t={t} formats={formats} page={page} client={createSearchClient(page)} list={list} typed={typed} />,
    mount,
  );
  // What the first answer needs: each of them holds up a cheap phone, which now has nothing else to do.
  setTimeout(() => formats.number(1));
  setTimeout(() => formats.plural(1, false));
}
