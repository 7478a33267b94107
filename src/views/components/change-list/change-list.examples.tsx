import type { Examples } from '../../example-sets.ts';
import { ChangeList } from './change-list.tsx';

export const examples: Examples = {
  'changed and gone': ({ t }) => (
    <ChangeList
      changes={[
        {
          title: { value: 'Abendkurse mit Kinderbetreuung', lang: 'de' },
          href: '#a',
          note: { value: t('changes.step', { from: t('enum.measure.planned'), to: t('enum.measure.running') }) },
        },
        { title: { value: 'Nähtreff', lang: 'de' }, note: { value: 'Baobab-Netzwerk', lang: 'de' } },
      ]}
    />
  ),
};
