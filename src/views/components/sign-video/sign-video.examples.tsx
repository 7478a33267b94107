import type { Examples } from '../../example-sets.ts';
import { SignVideo } from './sign-video.tsx';

export const examples: Examples = {
  'on another site': ({ t }) => <SignVideo t={t} url="https://www.example.org/gebaerdensprache" transcript="#text" />,
};
