import type { Examples } from '../../example-sets.ts';
import { EntryList } from './entry-list.tsx';

export const examples: Examples = {
  several: ({ t }) => (
    <EntryList
      entries={[
        {
          href: '#a',
          title: { value: 'Bildungswerkstatt Nord', lang: 'de' },
          kicker: t('enum.organisation.education-provider'),
          count: t('count.offers', { count: 3 }),
        },
        {
          href: '#b',
          title: { value: 'Arabisch', lang: 'de' },
          second: { value: 'العربية', lang: 'ar' },
          count: t('count.offers', { count: 1 }),
        },
      ]}
    />
  ),
};
