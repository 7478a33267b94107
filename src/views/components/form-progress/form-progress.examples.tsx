import type { Examples } from '../../example-sets.ts';
import { FormProgress } from './form-progress.tsx';

export const examples: Examples = {
  'the second of three steps': ({ t }) => (
    <FormProgress
      t={t}
      titles={[t('datasheet.group.what'), t('offer.facts.audience'), t('datasheet.group.send')]}
      current={1}
    />
  ),
};
