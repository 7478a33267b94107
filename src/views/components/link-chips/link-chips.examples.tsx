import type { Examples } from '../../example-sets.ts';
import { LinkChips } from './link-chips.tsx';

export const examples: Examples = {
  several: () => (
    <LinkChips
      links={[
        { href: '#a', label: { value: 'Brinkenau', lang: 'de' } },
        { href: '#b', label: { value: 'Arabisch', lang: 'de' }, second: { value: 'العربية', lang: 'ar' } },
        { href: '#c', label: { value: 'Jugendliche und junge Erwachsene bis siebenundzwanzig', lang: 'de' } },
      ]}
    />
  ),
};
