import type { Examples } from '../../example-sets.ts';
import { BrandMark } from './brand-mark.tsx';

export const examples: Examples = { plain: () => <BrandMark /> };
