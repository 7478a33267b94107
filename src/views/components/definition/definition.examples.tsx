import type { Examples } from '../../example-sets.ts';
import { Definition } from './definition.tsx';

export const examples: Examples = {
  folded: ({ t }) => (
    <Definition t={t}>
      <p>{t('rollup.definition')}</p>
    </Definition>
  ),
};
