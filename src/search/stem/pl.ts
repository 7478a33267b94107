import type { StemRules } from '../stem.ts';

/** Endings of nouns and adjectives in folded spelling (ą a, ę e, ó o, ł l). */
export const pl: StemRules = {
  letters: '[a-z]',
  keep: 3,
  steps: [
    ['(iami|ami|iach|ach|iego|ego|iemu|emu|[yi]mi|owi|iom|om|iow|ow|iej|ej|[yi]ch|[yi]m|ie|ia|ii|[aeiouy])$', ''],
  ],
};
