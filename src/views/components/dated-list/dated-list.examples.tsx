import type { Examples } from '../../example-sets.ts';
import { ProgressMark } from '../progress-mark/progress-mark.tsx';
import { DatedList } from './dated-list.tsx';

export const examples: Examples = {
  'history of a measure': ({ t, formats }) => (
    <DatedList
      items={[
        {
          key: 'b',
          date: formats.date('2026-03-19'),
          dateTime: '2026-03-19',
          children: <ProgressMark mark="moving" label={t('enum.measure.running')} />,
        },
        {
          key: 'a',
          date: formats.date('2025-01-01'),
          dateTime: '2025-01-01',
          children: (
            <p lang="de" dir="ltr">
              Aus dem Konzept 2019 übernommen
            </p>
          ),
        },
      ]}
    />
  ),
};
