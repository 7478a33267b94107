import type { Examples } from '../../example-sets.ts';
import { WayList } from './way-list.tsx';

export const examples: Examples = {
  'in another language': () => (
    <WayList
      ways={[
        {
          href: '#guide',
          title: { value: 'Neu im Kreis', lang: 'de' },
          text: { value: 'Die ersten Tage.', lang: 'de' },
        },
      ]}
    />
  ),
  two: ({ t, link }) => (
    <WayList
      ways={[
        { href: link('traeger/'), title: t('menu.organisations'), text: t('organisations.intro') },
        { href: link('termine/'), title: t('event.title'), text: t('event.intro') },
      ]}
    />
  ),
};
