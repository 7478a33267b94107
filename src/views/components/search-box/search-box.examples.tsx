import type { Examples } from '../../example-sets.ts';
import { SearchBox } from './search-box.tsx';

export const examples: Examples = {
  empty: ({ t, link }) => <SearchBox t={t} id="example-empty" action={link('angebote/')} />,
  'with words': ({ t, link }) => <SearchBox t={t} id="example-filled" action={link('angebote/')} value="دورة A1" />,
};
