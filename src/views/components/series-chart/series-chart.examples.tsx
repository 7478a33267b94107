import type { Examples } from '../../example-sets.ts';
import { SeriesChart } from './series-chart.tsx';
import { SeriesTable } from './series-table.tsx';

const title = { value: 'Wartezeit auf einen Deutschkurs', lang: 'de' };
const unit = { value: 'Wochen', lang: 'de' };

export const examples: Examples = {
  'a gap, three kinds of values and a target': ({ t, formats }) => (
    <SeriesChart
      t={t}
      formats={formats}
      id="chart-a"
      title={title}
      summary={t('indicator.gap')}
      unit={unit}
      points={[
        { date: '2019-12-31', value: 27, quality: 'estimated' },
        { date: '2020-12-31', value: null, quality: 'estimated' },
        { date: '2021-12-31', value: 31, quality: 'measured' },
        { date: '2022-12-31', value: 24.5, quality: 'measured', target: 26 },
        { date: '2023-12-31', value: 22, quality: 'provisional' },
      ]}
      goal={{ value: 12, by: '2027-12-31' }}
    />
  ),
  'a single value': ({ t, formats }) => (
    <SeriesChart
      t={t}
      formats={formats}
      id="chart-b"
      title={title}
      summary={t('indicator.gap')}
      unit={unit}
      points={[{ date: '2026-06-30', value: 0.4, quality: 'measured' }]}
    />
  ),
  table: ({ t, formats }) => (
    <SeriesTable
      t={t}
      rows={[
        {
          date: formats.date('2019-12-31'),
          value: '27',
          target: '26',
          quality: t('indicator.quality.estimated'),
          source: { value: 'Umfrage bei den Kursträgern', lang: 'de' },
        },
        {
          date: formats.date('2020-12-31'),
          value: t('indicator.missing'),
          source: { value: 'Umfrage bei den Kursträgern', lang: 'de' },
          note: { value: 'Es wurde nicht gefragt.', lang: 'de' },
        },
      ]}
    />
  ),
};
