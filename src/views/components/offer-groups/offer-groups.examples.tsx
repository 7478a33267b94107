import type { Examples } from '../../example-sets.ts';
import { plainCard } from '../offer-card/offer-card.examples.tsx';
import { OfferGroups } from './offer-groups.tsx';

export const examples: Examples = {
  'two topics': ({ t }) => (
    <OfferGroups
      groups={[
        {
          heading: { title: { value: t('list.continued', { topic: 'Deutsch' }) }, href: '#german' },
          cards: [plainCard],
        },
        { heading: { title: { value: 'Gesundheit', lang: 'de' } }, cards: [{ ...plainCard, href: '#other' }] },
      ]}
    />
  ),
  'without headlines': () => <OfferGroups groups={[{ cards: [plainCard] }]} />,
};
