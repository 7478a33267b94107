import type { Examples } from '../../example-sets.ts';
import { ContentsList } from './contents-list.tsx';

export const examples: Examples = {
  'two levels': ({ t }) => (
    <ContentsList
      title={t('concept.contents')}
      items={[
        {
          href: '#a',
          label: { value: 'Arbeit', lang: 'de' },
          items: [{ href: '#b', label: { value: 'Abschlüsse anerkennen', lang: 'de' } }],
        },
        { href: '#c', label: { value: t('concept.indicators') } },
      ]}
    />
  ),
};
