import type { Examples } from '../../example-sets.ts';
import { OfferLines } from './offer-lines.tsx';

export const examples: Examples = {
  two: ({ t }) => (
    <OfferLines
      cards={[
        {
          href: '#a',
          title: { value: 'Sprachcafé in St. Ansgar', lang: 'de' },
          kind: t('enum.type.meeting-point'),
          where: { value: 'Brinkenau', lang: 'de' },
        },
        { href: '#b', title: { value: 'Abends online Deutsch sprechen', lang: 'de' }, kind: t('enum.type.course') },
      ]}
    />
  ),
};
