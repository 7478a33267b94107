import type { Examples } from '../../example-sets.ts';
import { TextSize } from './text-size.tsx';

export const examples: Examples = {
  folded: ({ t }) => (
    <div class="site-header">
      <TextSize t={t} />
    </div>
  ),
};
