import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { foreign, Text } from '../../../src/views/components/text/text.tsx';

describe('Text', () => {
  test('is only its words in the language of the page', () => {
    expect(renderToString(<Text text={{ value: 'Kurs' }} />)).toBe('Kurs');
  });

  test('isolates and names another language', () => {
    expect(renderToString(<Text text={{ value: 'دورة', lang: 'ar' }} />)).toBe('<bdi lang="ar" dir="rtl">دورة</bdi>');
    expect(renderToString(<Text text={{ value: 'Kurs', lang: 'de' }} />)).toBe('<bdi lang="de" dir="ltr">Kurs</bdi>');
  });

  test('highlights whole ranges and nothing else, escaped inside and outside of them', () => {
    const text = { value: 'A<b> Kurs & Kurs' };
    expect(
      renderToString(
        <Text
          text={text}
          marks={[
            [1, 3],
            [12, 4],
          ]}
        />,
      ),
    ).toBe('A<mark>&lt;b></mark> Kurs &amp; <mark>Kurs</mark>');
  });
});

test('a text of the page needs no attributes', () => {
  expect(foreign({})).toEqual({});
  expect(foreign({ lang: 'ckb' })).toEqual({ lang: 'ckb', dir: 'rtl' });
});
