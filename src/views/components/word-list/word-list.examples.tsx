import type { Examples } from '../../example-sets.ts';
import { Explained } from './explained.tsx';
import { WordList } from './word-list.tsx';

export const examples: Examples = {
  'a marked word and its explanation': ({ t }) => (
    <div>
      <p lang="de" dir="ltr">
        <Explained text="Fragen Sie beim Jobcenter." words={[{ start: 16, end: 25, href: '#beispiel-jobcenter' }]} />
      </p>
      <WordList
        t={t}
        all="#"
        terms={[
          {
            anchor: 'beispiel-jobcenter',
            word: { value: 'Jobcenter', lang: 'de' },
            own: { value: 'مركز العمل', lang: 'ar' },
            text: { value: 'Hilft bei der Suche nach Arbeit.', lang: 'de' },
          },
        ]}
      />
    </div>
  ),
  'no word met': ({ t }) => <WordList t={t} all="#" terms={[]} />,
};
