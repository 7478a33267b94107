import type { Examples } from '../../example-sets.ts';
import { ProgressMark } from './progress-mark.tsx';

export const examples: Examples = {
  'each state': ({ t }) => (
    <p>
      <ProgressMark mark="open" label={t('enum.measure.planned')} />{' '}
      <ProgressMark mark="moving" label={t('enum.measure.running')} />{' '}
      <ProgressMark mark="done" label={t('enum.measure.achieved')} />{' '}
      <ProgressMark mark="failed" label={t('enum.measure.not-achieved')} />{' '}
      <ProgressMark mark="late" label={t('concept.late')} /> <ProgressMark mark="unknown" label={t('rollup.no-data')} />
    </p>
  ),
};
