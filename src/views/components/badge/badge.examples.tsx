import type { Examples } from '../../example-sets.ts';
import { Badge } from './badge.tsx';

export const examples: Examples = {
  quiet: ({ t }) => <Badge tone="quiet" label={t('enum.gender.women')} />,
  wait: ({ t }) => <Badge tone="wait" label={t('card.ask-first')} />,
  stop: ({ t }) => <Badge tone="stop" label={t('notice.ended')} />,
};
