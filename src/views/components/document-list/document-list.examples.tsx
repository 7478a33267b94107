import type { Examples } from '../../example-sets.ts';
import { DocumentList } from './document-list.tsx';

export const examples: Examples = {
  'two documents': ({ formats }) => (
    <DocumentList
      documents={[
        {
          href: '#a',
          title: { value: 'Protokoll', lang: 'de' },
          format: 'PDF',
          date: formats.date('2026-09-18'),
        },
        { href: '#b', title: { value: 'Geschäftsordnung', lang: 'de' } },
      ]}
    />
  ),
};
