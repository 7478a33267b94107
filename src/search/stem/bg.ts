import type { StemRules } from '../stem.ts';

/** The article at the end, then plural and gender. */
export const bg: StemRules = {
  letters: '[а-яі]',
  keep: 3,
  steps: [
    ['(ият|ия|ът|ят|[аяое]?т[аое]|ите)$', ''],
    ['(ове|еве|ища|[иаяоеъй])$', ''],
  ],
};
