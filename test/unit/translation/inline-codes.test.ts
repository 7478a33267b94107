import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCode, plainText, protect, protectLike } from '../../../src/translation/inline-codes.ts';

const show = (text: string, names: string[] = []): string =>
  protect(text, { names })
    .map((piece) => (isCode(piece) ? `<${piece.kind} ${piece.id} ${piece.type}>` : piece))
    .join('');

it('takes out what a translator must not change', () => {
  expect(
    show('Fragen Sie **Mira Beispiel** unter 0221 4710123 oder [hier](https://example.org/x) ab 16:00.', [
      'Mira Beispiel',
    ]),
  ).toBe(
    'Fragen Sie <open 1 bold><single 2 name><close 1 bold> unter <single 3 phone> oder <open 4 link>hier<close 4 link> ab <single 5 time>.',
  );
});

it('never takes half a pair', () => {
  expect(show('**fett [Link](https://example.org/**) danach')).toBe('**fett <open 1 link>Link<close 1 link> danach');
});

it('finds the codes of the source in a translation, wherever they went', () => {
  const source = protect('Erst [A](https://example.org/a), dann [B](https://example.org/b).');
  const pieces = protectLike('First [B](https://example.org/b), then [C](https://example.org/c).', source);
  expect(pieces.filter(isCode).map(({ id, native }) => `${id} ${native}`)).toEqual([
    '2 [',
    '2 ](https://example.org/b)',
  ]);
  expect(plainText(pieces)).toBe('First [B](https://example.org/b), then [C](https://example.org/c).');
});

it('gives every text back as it was', () => {
  const piece = fc.constantFrom(
    '[',
    '](',
    ')',
    '**',
    'Wort',
    ' ',
    'https://example.org',
    '0221 4710123',
    'a@example.org',
    '9 Uhr',
    '!',
    'Mira',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      expect(plainText(protect(text, { names: ['Mira'] }))).toBe(text);
      expect(plainText(protectLike(text, protect('Mira [x](https://example.org)'), { names: ['Mira'] }))).toBe(text);
    }),
  );
});
