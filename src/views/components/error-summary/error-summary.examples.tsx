import type { Examples } from '../../example-sets.ts';
import { ErrorSummary } from './error-summary.tsx';

export const examples: Examples = {
  'two mistakes': ({ t }) => (
    <ErrorSummary
      title={t('datasheet.errors')}
      entries={[
        { id: 'f-title', label: t('field.title'), message: t('error.missing') },
        { id: 'f-contacts-0-phone', label: t('field.phone'), message: t('error.phone') },
      ]}
    />
  ),
};
