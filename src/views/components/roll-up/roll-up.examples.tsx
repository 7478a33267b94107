import type { Examples } from '../../example-sets.ts';
import { RollUp } from './roll-up.tsx';

export const examples: Examples = {
  'on the way, two late': ({ t }) => (
    <RollUp
      t={t}
      explained
      state={{ mark: 'moving', label: t('rollup.on-the-way') }}
      total={t('rollup.count', { count: 12 })}
      counts={[
        { label: t('enum.measure.running'), count: '7' },
        { label: t('enum.measure.planned'), count: '5' },
      ]}
      late={t('rollup.late', { count: 2 })}
    />
  ),
  'no measures': ({ t }) => (
    <RollUp
      t={t}
      state={{ mark: 'unknown', label: t('rollup.no-data') }}
      total={t('rollup.count', { count: 0 })}
      counts={[]}
    />
  ),
};
