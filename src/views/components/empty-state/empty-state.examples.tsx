import type { Examples } from '../../example-sets.ts';
import { EmptyState } from './empty-state.tsx';

export const examples: Examples = {
  plain: ({ t, link }) => (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      link={{ href: link('angebote/'), label: t('menu.offers') }}
    />
  ),
};
