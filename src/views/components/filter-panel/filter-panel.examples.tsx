import type { Examples } from '../../example-sets.ts';
import { FilterPanel } from './filter-panel.tsx';

export const examples: Examples = {
  'two chosen': ({ t, formats }) => (
    <FilterPanel
      t={t}
      total={7}
      groups={[
        {
          field: 'day',
          label: t('filter.day'),
          options: ['monday', 'tuesday', 'wednesday'].map((day, index) => ({
            value: day,
            label: { value: formats.weekday(day) },
            count: index * 12,
            chosen: index === 1,
          })),
        },
        {
          field: 'town',
          label: t('filter.town'),
          options: [
            { value: 'one', label: { value: 'Oberhollenstedt-Kirchwerderbrückenhausen', lang: 'de' }, chosen: false },
            { value: 'two', label: { value: 'Brinkenau', lang: 'de' }, chosen: false },
          ],
        },
        {
          field: 'step_free',
          label: t('filter.step-free'),
          options: [{ value: 'yes', label: { value: t('filter.step-free') }, count: 3, chosen: true }],
        },
      ]}
    />
  ),
  'before the search is loaded': ({ t }) => (
    <FilterPanel
      t={t}
      groups={[
        {
          field: 'cost',
          label: t('filter.cost'),
          options: (['free', 'paid'] as const).map((value) => ({
            value,
            label: { value: t(`enum.cost.${value}`) },
            chosen: false,
          })),
        },
      ]}
    />
  ),
};
