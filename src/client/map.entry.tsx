/** On the pages with a map: what was drawn without a script can be moved, filtered and chosen from. */
import { render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { LocatedPlace, MapPageData } from '../views/map-page-data.ts';
import { MapApp } from './map/map-app.tsx';
import { readBase } from './map/read-base.ts';

async function start(mount: HTMLElement, page: MapPageData): Promise<void> {
  let places: readonly LocatedPlace[] = [];
  if (page.places !== undefined) {
    const response = await fetch(page.places);
    // Without them the page stays as it is: a drawing with a list.
    if (!response.ok) return;
    places = (await response.json()) as readonly LocatedPlace[];
  }
  const formats = formatsFor(page.lang);
  const t = createTranslator(new Map(Object.entries(page.messages)), formats);
  const base = readBase(mount);
  const others = [...mount.querySelectorAll('#liste > p')];
  const hadFocus = mount.contains(document.activeElement);
  mount.replaceChildren();
  render(<MapApp t={t} formats={formats} page={page} base={base} places={places} others={others} />, mount);
  if (hadFocus) mount.querySelector('a')?.focus();
  mount.dataset['ready'] = '';
}

const mount = document.getElementById('map');
const data = document.getElementById('map-data')?.textContent;
if (mount && data) start(mount, JSON.parse(data) as MapPageData).catch(() => undefined);
