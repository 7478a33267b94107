import type { Examples } from '../../example-sets.ts';
import { Schedule } from './schedule.tsx';

export const examples: Examples = {
  'two rules and a note': ({ t, formats }) => (
    <Schedule
      lines={[
        {
          days: t('enum.every.week', { days: formats.list([formats.weekday('monday'), formats.weekday('friday')]) }),
          time: t('schedule.time-range', { from: '18:00', to: '19:30' }),
          details: [t('schedule.holidays.no')],
        },
        {
          days: t('enum.every.last-of-month', { days: formats.weekday('sunday') }),
          time: t('schedule.time-from', { from: '15:00' }),
          details: [t('schedule.valid-until', { until: formats.date('2027-03-31') })],
          note: { value: 'nur bei gutem Wetter', lang: 'de' },
        },
      ]}
    />
  ),
  'only a note': () => <Schedule lines={[{ details: [], note: { value: 'اتصلوا بنا', lang: 'ar' } }]} />,
};
