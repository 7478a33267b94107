import type { Examples } from '../../example-sets.ts';
import { NextDates } from './next-dates.tsx';

export const examples: Examples = {
  three: ({ t, formats }) => (
    <NextDates
      title={t('offer.dates')}
      none={t('offer.dates.none')}
      dates={['2026-11-24', '2026-12-01', '2026-12-08'].map((date) => ({
        datetime: `${date}T18:00`,
        date: formats.date(date, 'weekday'),
        time: t('schedule.time-range', { from: '18:00', to: '19:30' }),
      }))}
    />
  ),
  'a day without time': ({ t, formats }) => (
    <NextDates
      title={t('offer.dates')}
      none={t('offer.dates.none')}
      dates={[{ datetime: '2026-11-24', date: formats.date('2026-11-24', 'weekday') }]}
    />
  ),
  none: ({ t }) => <NextDates title={t('offer.dates')} none={t('offer.dates.none')} dates={[]} />,
};
