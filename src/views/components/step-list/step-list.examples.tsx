import type { Examples } from '../../example-sets.ts';
import { StepList } from './step-list.tsx';

export const examples: Examples = {
  two: ({ t }) => (
    <StepList
      t={t}
      start={1}
      level={3}
      steps={[
        {
          id: 'example-step-1',
          title: { value: 'Wohnung anmelden', lang: 'de' },
          paragraphs: [{ value: 'Gehen Sie ins Bürgerbüro und sagen Sie, wo Sie wohnen.', lang: 'de' }],
          bring: [{ value: 'Ausweis oder Pass', lang: 'de' }],
          offers: [
            {
              href: '#offer',
              title: { value: 'Formularhilfe in der Bibliothek', lang: 'de' },
              kind: t('enum.type.counselling'),
            },
          ],
          all: { href: '#all', label: t('start.all-offers', { count: 7 }) },
          keep: '#keep',
          links: [],
        },
        {
          id: 'example-step-2',
          title: { value: 'تعلّم الألمانية', lang: 'ar' },
          paragraphs: [{ value: 'ابدأوا مبكرًا.', lang: 'ar' }],
          bring: [],
          offers: [],
          links: [{ href: '#link', label: { value: 'Kurse', lang: 'de' } }],
        },
      ]}
    />
  ),
};
