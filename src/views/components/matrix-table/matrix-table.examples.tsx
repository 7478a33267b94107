import type { Examples } from '../../example-sets.ts';
import { MatrixTable } from './matrix-table.tsx';

export const examples: Examples = {
  'offers, with totals': ({ t }) => (
    <MatrixTable
      label={t('gaps.matrix-title', { rows: t('filter.town'), columns: t('filter.language') })}
      corner={t('filter.town')}
      columns={[{ value: 'Ukrainisch', lang: 'de' }, { value: 'العربية', lang: 'ar' }, { value: t('gaps.none-value') }]}
      rows={[
        {
          label: { value: 'Brinkenau', lang: 'de' },
          cells: [
            { text: '12', count: 12, href: '#a' },
            { text: '3', count: 3, href: '#b' },
            { text: '0', count: 0 },
          ],
          total: '13',
        },
        {
          label: { value: 'Schwangerschaftskonfliktberatungsstellen', lang: 'de' },
          cells: [
            { text: '0', count: 0 },
            { text: '1', count: 1, href: '#c' },
            { text: '7', count: 7, href: '#d' },
          ],
          total: '8',
        },
      ]}
      totals={{ label: t('gaps.total'), columns: ['12', '4', '7'], all: '20' }}
    />
  ),
  'needs, some too few to be told': ({ t }) => (
    <MatrixTable
      label={t('gaps.needs')}
      corner={t('filter.town')}
      columns={[{ value: 'Ukrainisch', lang: 'de' }]}
      rows={[
        { label: { value: 'Brinkenau', lang: 'de' }, cells: [{ text: t('gaps.fewer', { minimum: 5 }) }] },
        { label: { value: 'Wolbersheim', lang: 'de' }, cells: [{ text: '20', count: 20 }] },
      ]}
    />
  ),
};
