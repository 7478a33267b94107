import type { Examples } from '../../example-sets.ts';
import { ActorList } from './actor-list.tsx';

export const examples: Examples = {
  'with and without networks': ({ t }) => (
    <ActorList
      networksLabel={t('actor.networks')}
      actors={[
        {
          href: '#a',
          name: { value: 'Volkshochschule Merletal', lang: 'de' },
          count: t('count.offers', { count: 12 }),
          networks: [
            { href: '#n', name: { value: 'Netzwerk Merletal', lang: 'de' } },
            { href: '#s', name: { value: 'AG Sprache', lang: 'de' }, role: { value: t('network.lead') } },
          ],
          phone: { href: 'tel:+492214710501', number: '+49 221 4710501' },
          email: 'ag-sprache-und-sprachkurskoordination@example.org',
        },
        {
          href: '#b',
          name: { value: 'Baobab-Netzwerk', lang: 'de' },
          count: t('count.offers', { count: 0 }),
          networks: [],
        },
      ]}
    />
  ),
};
