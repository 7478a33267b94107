import type { Examples } from '../../example-sets.ts';
import { TranslationList } from './translation-list.tsx';

export const examples: Examples = {
  'a new one and an old one': ({ t }) => (
    <TranslationList
      tasks={[
        {
          id: 'translate-a',
          title: { value: 'Sprachcafé Brinkenau', lang: 'de' },
          state: t('translate.state-missing'),
          length: t('translate.words', { count: 118 }),
          start: { href: '#a', label: t('translate.start') },
          template: { href: '#b', label: t('translate.download'), file: 'sprachcafe.ar.md' },
        },
        {
          id: 'translate-b',
          title: { value: 'Schwangerschaftskonfliktberatungsstellensprechstunde', lang: 'de' },
          state: t('translate.state-outdated'),
          length: t('translate.words', { count: 1 }),
          start: { href: '#c', label: t('translate.change') },
        },
      ]}
    />
  ),
};
