import type { Examples } from '../../example-sets.ts';
import { MemberList } from './member-list.tsx';

export const examples: Examples = {
  'with and without a role': () => (
    <MemberList
      members={[
        {
          href: '#a',
          name: { value: 'Volkshochschule Merletal', lang: 'de' },
          role: { value: 'Protokoll', lang: 'de' },
        },
        { href: '#b', name: { value: 'جمعية الياسمين', lang: 'ar' } },
        { href: '#c', name: { value: 'Kita Wirbelwind', lang: 'de' } },
      ]}
    />
  ),
};
