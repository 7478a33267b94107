/** Where towns can be kept for offline use, and on the page in place of one that is not kept. */
import { render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { OfflinePageData } from '../views/offline-page-data.ts';
import { OfflineApp } from './offline/offline-app.tsx';
import { Storage } from './offline/storage.ts';

const mount = document.getElementById('offline');
const list = document.getElementById('offline-kept');
const data = document.getElementById('offline-data')?.textContent;

// The fallback stands at the address of the page that was asked for.
document.getElementById('offline-again')?.addEventListener('click', () => location.reload());

if (data && 'serviceWorker' in navigator && 'caches' in window && 'locks' in navigator) {
  const page = JSON.parse(data) as OfflinePageData;
  const storage = new Storage(page.root);
  const formats = formatsFor(page.lang);
  const t = createTranslator(new Map(Object.entries(page.messages)), formats);
  if (mount) {
    // What stands there holds the place.
    mount.replaceChildren();
    render(<OfflineApp t={t} formats={formats} page={page} storage={storage} />, mount);
  }
  if (list) void listKept(list, page, storage, t('search.label'));
} else sayUnsupported(document.getElementById('offline-unsupported'));

function sayUnsupported(words: HTMLElement | null): void {
  mount?.remove();
  if (words) words.hidden = false;
}

/** Links to the towns that are on the device, and to the search. */
async function listKept(
  place: HTMLElement,
  { lang, root }: OfflinePageData,
  storage: Storage,
  search: string,
): Promise<void> {
  const sets = await storage.sets(lang);
  if (sets.length === 0) return;
  const links = [
    ...sets.map(({ set }) => [`${root}${lang}/orte/${set.town}/`, set.title] as const),
    [`${root}${lang}/angebote/`, search] as const,
  ];
  place.replaceChildren(
    ...links.map(([href, label]) => {
      const item = document.createElement('li');
      const link = item.appendChild(document.createElement('a'));
      link.href = href;
      link.textContent = label;
      return item;
    }),
  );
}
