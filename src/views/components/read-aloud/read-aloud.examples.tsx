import type { Examples } from '../../example-sets.ts';
import { ReadAloud } from './read-aloud.tsx';

export const examples: Examples = {
  'hidden until a voice is found': (page) => <ReadAloud page={page} />,
};
