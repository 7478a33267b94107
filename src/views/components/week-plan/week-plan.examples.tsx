import type { Examples } from '../../example-sets.ts';
import { WeekTools } from './week-tools.tsx';
import { WeekPlan } from './week-plan.tsx';

export const examples: Examples = {
  tools: ({ t }) => (
    <WeekTools
      t={t}
      topics={['Deutsch lernen', 'Gesundheit'].map((value) => ({ value, label: { value, lang: 'de' } }))}
      topic=""
      hasEarlier={false}
      hasLater
    />
  ),
  'three days': ({ t, formats }) => (
    <WeekPlan
      t={t}
      range={t('schedule.valid-range', { from: formats.date('2026-12-24'), until: formats.date('2026-12-26') })}
      days={[
        {
          date: '2026-12-24',
          title: formats.date('2026-12-24', 'weekday'),
          isHoliday: false,
          items: [
            {
              href: '#a',
              title: { value: 'Sprachcafé am Hafen', lang: 'de' },
              time: t('schedule.time-range', { from: '10:00', to: '12:00' }),
              where: { value: 'Bürgerhaus Ostermerle', lang: 'de' },
            },
            {
              href: '#b',
              title: { value: 'Hausaufgabenhilfe für Schülerinnen und Schüler', lang: 'de' },
              note: t('enum.registration.required'),
            },
          ],
          more: { count: 3, href: '#more' },
        },
        { date: '2026-12-25', title: formats.date('2026-12-25', 'weekday'), isHoliday: true, items: [] },
      ]}
    />
  ),
};
