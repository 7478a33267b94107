/** On the timetable of a week: the days from today on, other weeks, one topic. */
import { render } from 'preact';
import { formatsFor } from '../i18n/formats.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { WeekPageData } from '../views/week-page-data.ts';
import { WeekApp } from './week/week-app.tsx';

const mount = document.getElementById('week');
const plan = document.getElementById('week-plan');
const data = document.getElementById('week-data')?.textContent;
if (mount && plan && data) {
  const page = JSON.parse(data) as WeekPageData;
  const formats = formatsFor(page.lang);
  const t = createTranslator(new Map(Object.entries(page.messages)), formats);
  // What stands there only keeps the place.
  mount.replaceChildren();
  render(<WeekApp t={t} formats={formats} page={page} plan={plan} />, mount);
}
