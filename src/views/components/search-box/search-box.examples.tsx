import type { Examples } from '../../example-sets.ts';
import { SearchBox } from './search-box.tsx';

export const examples: Examples = {
  empty: ({ t, lang, link }) => <SearchBox t={t} id={`empty-${lang}`} action={link('angebote/')} />,
  'with words': ({ t, lang, link }) => (
    <SearchBox t={t} id={`filled-${lang}`} action={link('angebote/')} value="دورة A1" />
  ),
};
