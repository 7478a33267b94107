import type { Examples } from '../../example-sets.ts';
import { SearchStatus } from './search-status.tsx';

export const examples: Examples = {
  found: ({ t }) => <SearchStatus t={t} state="ready" total={23} />,
  loading: ({ t }) => <SearchStatus t={t} state="loading" total={0} />,
  'not loaded': ({ t }) => <SearchStatus t={t} state="error" total={0} />,
  'nothing, with other spellings': ({ t }) => (
    <SearchStatus t={t} state="ready" total={0} suggestions={['deutschkurs', 'sprachkurs']} missing="#missing" />
  ),
  'too little typed': ({ t }) => <SearchStatus t={t} state="ready" total={76} tooShort />,
  'found in part': ({ t }) => <SearchStatus t={t} state="ready" total={0} relaxed />,
};
