/** On the page of the data sheet: the form, in place of the blank sheet. */
import { render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { DatasheetPageData } from '../views/datasheet-page-data.ts';
import { DatasheetApp } from './datasheet/datasheet-app.tsx';
import { loadOffer } from './datasheet/load-offer.ts';
import { ReportApp } from './datasheet/report-app.tsx';

const mount = document.getElementById('datasheet');
const data = document.getElementById('datasheet-data')?.textContent;
if (mount && data) void start(mount, JSON.parse(data) as DatasheetPageData);

async function start(place: HTMLElement, page: DatasheetPageData): Promise<void> {
  const t = createTranslator(new Map(Object.entries(page.messages)), formatsFor(page.lang));
  const asked = new URLSearchParams(location.search);
  const id = asked.get('id');
  const kind = asked.get('kind');
  const offer = id === null ? undefined : await loadOffer(page, id);
  // What stands there is for browsers without scripts.
  place.replaceChildren();
  render(
    offer && (kind === 'gone' || kind === 'still-correct') ? (
      <ReportApp t={t} page={page} offer={offer} kind={kind} />
    ) : (
      <DatasheetApp t={t} page={page} offer={offer} isUnknown={id !== null && !offer} />
    ),
    place,
  );
}
