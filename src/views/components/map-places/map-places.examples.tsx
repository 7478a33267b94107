import type { Examples } from '../../example-sets.ts';
import { MapPlaces } from './map-places.tsx';

export const examples: Examples = {
  several: ({ t }) => (
    <MapPlaces
      places={[
        {
          number: 1,
          name: { value: 'Haus am Hafen', lang: 'de' },
          street: 'Kaistraße 3',
          offers: [
            { href: '#a', title: { value: 'Sprachcafé', lang: 'de' }, kind: t('enum.type.meeting-point') },
            { href: '#b', title: { value: 'Mieterberatung', lang: 'de' }, kind: t('enum.type.counselling') },
          ],
        },
        {
          number: 2,
          name: { value: 'Bücherei', lang: 'de' },
          offers: [{ href: '#c', title: { value: 'Lesestunde', lang: 'de' }, kind: t('enum.type.event') }],
        },
      ]}
    />
  ),
};
