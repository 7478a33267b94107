import { expect, test } from 'vitest';
import { lettersIn } from '../../../src/assets/make-fonts.ts';

test('letters of the scripts with web fonts are found once each, in the order of the text', () => {
  expect(lettersIn('Kaffee, قهوة، قهوة: ቡና 🙂 größer')).toBe('قهوة،ቡና');
  expect(lettersIn('a\u200Cb\u200C')).toBe('\u200C');
  expect(lettersIn('Kaffee 🙂')).toBe('');
});
