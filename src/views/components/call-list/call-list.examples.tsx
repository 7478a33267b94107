import type { Examples } from '../../example-sets.ts';
import { CallList } from './call-list.tsx';

const call = (id: string, number: string) => ({
  id,
  number,
  href: `tel:${number.replaceAll(' ', '')}`,
  name: { value: 'Rettungsdienst und Feuerwehr', lang: 'de' },
});

export const examples: Examples = {
  urgent: ({ t }) => <CallList t={t} urgent calls={[call('a', '112'), call('b', '+49 221 4710112')]} />,
  'with all that can be said': ({ t }) => (
    <CallList
      t={t}
      calls={[
        {
          ...call('c', '116 016'),
          text: { value: 'Tag und Nacht, kostenlos.', lang: 'de' },
          languages: 'Deutsch, Arabisch',
          url: 'https://www.example.org/hilfe',
        },
      ]}
    />
  ),
};
