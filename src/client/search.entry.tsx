/** On the list of offers: search and filters as one types, in place of the paged list. */
import { options, render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import { numbersBy } from '../i18n/write-number.ts';
import type { SearchPageData } from '../views/search-page-data.ts';
import { SearchApp } from './search/search-app.tsx';
import { createSearchClient } from './search/search-client.ts';

/** Not within the tap or the key that led to it: both together would hold up a cheap phone. */
options.debounceRendering = (draw) => setTimeout(draw);

function mountSearch(): void {
  const mount = document.getElementById('search');
  const data = document.getElementById('search-data')?.textContent;
  const list = document.getElementById('offer-list');
  if (!mount || !data || !list) return;
  const page = JSON.parse(data) as SearchPageData;
  const formats = formatsFor(page.lang);
  const t = createTranslator(new Map(Object.entries(page.messages)), numbersBy(page.numbers, formats));
  // What stands there is for browsers without scripts, and for who is faster than this one.
  const typed = mount.querySelector('input')?.value ?? '';
  const isTyping = mount.contains(document.activeElement);
  mount.replaceChildren();
  render(
    <SearchApp t={t} formats={formats} page={page} client={createSearchClient(page)} list={list} typed={typed} />,
    mount,
  );
  if (isTyping) mount.querySelector('input')?.focus();
}

// A task of its own, apart from reading the script.
setTimeout(mountSearch);
