import type { Examples } from '../../example-sets.ts';
import { TopicTiles } from './topic-tile.tsx';

export const examples: Examples = {
  several: ({ t }) => (
    <TopicTiles
      tiles={[
        {
          href: '#german',
          label: { value: 'Deutsch lernen', lang: 'de' },
          icon: 'speech',
          count: t('count.offers', { count: 14 }),
        },
        {
          href: '#childcare',
          label: { value: 'Kinderbetreuungsmöglichkeiten', lang: 'de' },
          icon: 'blocks',
          count: t('count.offers', { count: 1 }),
        },
        {
          href: '#health',
          label: { value: 'الصحة', lang: 'ar' },
          icon: 'heart',
          count: t('count.offers', { count: 0 }),
        },
        { href: '#none', label: { value: 'Ohne Bild', lang: 'de' } },
      ]}
    />
  ),
};
