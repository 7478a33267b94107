import type { Examples } from '../../example-sets.ts';
import { Text } from './text.tsx';

export const examples: Examples = {
  'in the language of the page': () => (
    <p>
      <Text text={{ value: 'Sprachcafé' }} />
    </p>
  ),
  'another language in the line': () => (
    <p>
      (<Text text={{ value: 'مقهى اللغات – 18:00', lang: 'ar' }} />)
    </p>
  ),
  highlighted: () => (
    <p>
      <Text
        text={{ value: 'Deutschkurs am Abend' }}
        marks={[
          [0, 7],
          [15, 5],
        ]}
      />
    </p>
  ),
};
