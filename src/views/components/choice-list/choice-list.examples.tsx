import type { Examples } from '../../example-sets.ts';
import { ChoiceList } from './choice-list.tsx';

export const examples: Examples = {
  several: ({ t }) => (
    <ChoiceList
      choices={[
        {
          href: '#german',
          label: { value: 'Deutsch lernen', lang: 'de' },
          description: { value: 'Kurse, Sprachcafés und Menschen zum Üben', lang: 'de' },
          icon: 'speech',
        },
        { href: '#housing', label: { value: 'السكن', lang: 'ar' }, icon: 'house' },
        { href: '#emergency', label: { value: t('emergency.title') }, icon: 'alert', urgent: true },
      ]}
    />
  ),
};
