import type { Examples } from '../../example-sets.ts';
import { Pagination } from './pagination.tsx';

export const examples: Examples = {
  'in the middle': ({ t }) => (
    <Pagination
      t={t}
      current={6}
      total={12}
      previous="#5"
      next="#7"
      pages={[1, 5, 6, 7, 12].map((number) => ({ number, href: `#${number}` }))}
    />
  ),
  'at the start': ({ t }) => (
    <Pagination
      t={t}
      current={1}
      total={2}
      next="#2"
      pages={[1, 2].map((number) => ({ number, href: `#${number}` }))}
    />
  ),
};
