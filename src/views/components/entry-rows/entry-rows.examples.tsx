import type { Examples } from '../../example-sets.ts';
import { EntryRows } from './entry-rows.tsx';

export const examples: Examples = {
  meetings: ({ t, formats }) => (
    <EntryRows
      rows={[
        {
          href: '#a',
          date: { datetime: '2026-12-03T14:00', text: formats.date('2026-12-03') },
          kicker: t('enum.event.meeting'),
          title: { value: 'Netzwerktreffen Winter', lang: 'de' },
          text: { value: 'Was im neuen Jahr zuerst kommt.', lang: 'de' },
          details: [
            { value: 'Netzwerk Merletal', lang: 'de' },
            { value: 'Brinkenau', lang: 'de' },
          ],
        },
        {
          href: '#b',
          date: { datetime: '2026-12-10', text: formats.date('2026-12-10') },
          kicker: t('enum.event.workshop'),
          badge: { tone: 'stop', label: t('event.cancelled') },
          title: { value: 'ورشة عمل', lang: 'ar' },
        },
      ]}
    />
  ),
  'a network and its working group': ({ t }) => (
    <EntryRows
      level={4}
      rows={[
        { href: '#a', kicker: t('enum.network.network'), title: { value: 'Netzwerk', lang: 'de' } },
        {
          href: '#b',
          kicker: t('enum.network.working-group'),
          title: { value: 'Arbeitsgruppe Sprache', lang: 'de' },
          details: [{ value: t('count.members', { count: 8 }) }],
          inner: true,
        },
      ]}
    />
  ),
};
