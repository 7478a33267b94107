import type { Examples } from '../../example-sets.ts';
import { MemberList } from './member-list.tsx';

export const examples: Examples = {
  'with roles and votes': ({ t }) => (
    <MemberList
      members={[
        {
          href: '#a',
          name: { value: 'Volkshochschule Merletal', lang: 'de' },
          role: { value: 'Protokoll', lang: 'de' },
          vote: t('enum.vote.yes'),
        },
        { href: '#b', name: { value: 'جمعية الياسمين', lang: 'ar' }, vote: t('enum.vote.advisory') },
        { href: '#c', name: { value: 'Kita Wirbelwind', lang: 'de' } },
      ]}
    />
  ),
};
