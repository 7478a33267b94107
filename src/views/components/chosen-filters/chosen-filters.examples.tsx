import type { Examples } from '../../example-sets.ts';
import { ChosenFilters } from './chosen-filters.tsx';

export const examples: Examples = {
  two: ({ t }) => (
    <ChosenFilters
      t={t}
      chosen={[
        { field: 'town', value: 'brinkenau', label: { value: 'Brinkenau', lang: 'de' } },
        { field: 'cost', value: 'free', label: { value: t('enum.cost.free') } },
      ]}
    />
  ),
  none: ({ t }) => <ChosenFilters t={t} chosen={[]} />,
};
