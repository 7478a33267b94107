import type { Examples } from '../../example-sets.ts';
import { Facts } from './facts.tsx';

export const examples: Examples = {
  some: ({ t, formats }) => (
    <Facts
      facts={[
        { icon: 'calendar', label: t('offer.facts.when'), value: t('offer.when.ask') },
        {
          icon: 'coin',
          label: t('offer.facts.cost'),
          value: (
            <>
              <p>{t('enum.cost-unit.month', { amount: formats.euro(12.5) })}</p>
              <p class="fact-note" lang="de" dir="ltr">
                Mit Arbeitslosengeldberechtigungsbescheinigung kostenlos
              </p>
            </>
          ),
        },
        { icon: 'wheelchair', label: t('offer.facts.toilet'), value: t('enum.answer.unknown') },
      ]}
    />
  ),
};
