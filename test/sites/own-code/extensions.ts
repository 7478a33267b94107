import { defineExtension } from 'angebotslotse/extension';
import { busApp } from './extensions/bus-app.ts';
import { courseLevel } from './extensions/course-level.ts';
import { helpLine } from './extensions/help-line.tsx';

export default defineExtension({
  checks: [courseLevel],
  exports: [busApp],
  slots: {
    offer: helpLine,
    footer: ({ page }) => (page.lang === 'de' ? 'Gefördert von der Stadt Eichsiel' : 'Funded by the town of Eichsiel'),
  },
});
