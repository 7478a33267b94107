import type { Examples } from '../../example-sets.ts';
import { DecisionList } from './decision-list.tsx';

export const examples: Examples = {
  'one with measures, one without': ({ t }) => (
    <DecisionList
      decisions={[
        {
          title: { value: 'Abendkurse mit Kinderbetreuung in jedem Ort', lang: 'de' },
          consequences: [
            {
              label: t('event.measures'),
              links: [
                { href: '#a', title: { value: 'Abendkurse', lang: 'de' }, note: t('enum.measure.running') },
                { href: '#b', title: { value: 'Betreuung während der Kurse', lang: 'de' } },
              ],
            },
            { label: t('event.needs-few', { count: 5 }), links: [] },
          ],
        },
        { title: { value: 'قرار واحد', lang: 'ar' }, consequences: [] },
      ]}
    />
  ),
};
