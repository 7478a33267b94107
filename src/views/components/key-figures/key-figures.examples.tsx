import type { Examples } from '../../example-sets.ts';
import { KeyFigures } from './key-figures.tsx';

export const examples: Examples = {
  three: ({ t }) => (
    <KeyFigures
      figures={[
        { value: '63', label: { value: t('status.fresh') } },
        { value: '4', label: { value: t('status.due') }, href: '#due' },
        { value: t('figure.of', { done: 12, total: 40 }), label: { value: t('status.translations') } },
      ]}
    />
  ),
};
