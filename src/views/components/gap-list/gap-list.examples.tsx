import type { Examples } from '../../example-sets.ts';
import { GapList } from './gap-list.tsx';

export const examples: Examples = {
  'two towns without advice in a language': ({ t, formats }) => (
    <GapList
      nearest={t('gaps.candidates')}
      targets={[
        {
          id: 'target-a',
          title: { value: 'Beratung auf Ukrainisch in jedem Ort', lang: 'de' },
          state: { mark: 'late', label: t('gaps.met-of', { done: 11, total: 13 }) },
          decided: { label: t('concept.decided'), title: { value: 'Netzwerktreffen', lang: 'de' }, href: '#meeting' },
          groups: [
            {
              title: { value: formats.languageName('uk') },
              cases: [
                {
                  place: { value: 'Brinkenau', lang: 'de' },
                  found: t('gaps.found', { count: 0, minimum: 1 }),
                  near: [
                    {
                      lacks: t('gaps.lacks', { list: formats.languageName('uk') }),
                      offers: [
                        { href: '#a', title: { value: 'Migrationsberatung', lang: 'de' } },
                        { href: '#b', title: { value: 'Sozialberatung', lang: 'de' } },
                      ],
                    },
                  ],
                },
                {
                  place: { value: 'Wolbersheim', lang: 'de' },
                  found: t('gaps.found', { count: 0, minimum: 1 }),
                  near: [],
                },
              ],
            },
          ],
        },
      ]}
    />
  ),
};
