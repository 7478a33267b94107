import type { Examples } from '../../example-sets.ts';
import { EmptyState } from './empty-state.tsx';

export const examples: Examples = {
  'with a second way': ({ t, link }) => (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      link={{ href: link('angebote/'), label: t('menu.offers') }}
      second={{ href: link('mitmachen/fehlt/'), label: t('missing.title') }}
    />
  ),
  plain: ({ t, link }) => (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      link={{ href: link('angebote/'), label: t('menu.offers') }}
    />
  ),
};
