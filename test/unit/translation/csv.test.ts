import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../src/translation/csv.ts';
import type { Exchange } from '../../../src/translation/exchange.ts';
import { readXliff, writeXliff } from '../../../src/translation/xliff.ts';

const exchange = (source: string, target: string): Exchange => ({
  sourceLanguage: 'de',
  language: 'ar',
  entries: [
    {
      file: 'offers/x.md',
      hash: '123456789012',
      targetHash: '',
      units: [{ field: 'title', source, target, state: 'new' }],
    },
  ],
});

const unitOf = (read: Exchange | undefined): [string?, string?] => {
  const unit = read?.entries[0]?.units[0];
  return [unit?.source, unit?.target];
};

const text = fc
  .string({ unit: 'grapheme' })
  // oxlint-disable-next-line no-control-regex -- what XML cannot hold
  .map((value) => value.replace(/[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|\p{Surrogate}/gu, ''));

it.each([
  ['csv', writeCsv, readCsv],
  ['xliff', writeXliff, readXliff],
] as const)('%s brings every text back as it went', (_, write, read) => {
  const hard = [
    '- Punkt',
    '=1+1',
    "'=x",
    '"a";b',
    'a;b\nc',
    '@x',
    '<b>&amp;</b>',
    '[x](https://example.org/?a=1&b=2) **y** 0221 4710123',
  ];
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom(...hard)), text, (source, target) => {
      expect(unitOf(read(write(exchange(source, target))))).toEqual([source, target]);
    }),
  );
});

it('no cell begins like a formula', () => {
  const cells = writeCsv(exchange('=HYPERLINK("http://example.org")', '+49 221 4710123')).split(/[;\n]/);
  expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
});

it('reads what other spreadsheets make of it', () => {
  const german = writeCsv(exchange('Eins', 'One')).replaceAll('\r\n', '\n');
  expect(unitOf(readCsv(german.replaceAll(';', ',')))).toEqual(['Eins', 'One']);
  expect(unitOf(readCsv(german.replaceAll(';', '\t')))).toEqual(['Eins', 'One']);
  expect(readCsv(german.replace('source_hash', 'hash'))).toBeUndefined();
  expect(readCsv('')).toBeUndefined();
});

it('XLIFF: what a placeholder stands for comes from the source, never from the target', () => {
  const written = writeXliff(exchange('Tel. 0221 4710123', 'Tel. 0221 4710123'));
  const [head, target] = written.split('<target');
  expect(unitOf(readXliff(`${head}<target${target!.replace('0221 4710123', '0900 666666')}`))).toEqual([
    'Tel. 0221 4710123',
    'Tel. 0221 4710123',
  ]);
  expect(readXliff(`${head}<target${target!.replace('id="1"', 'id="7"')}`)?.entries[0]?.units[0]?.strayCode).toBe(true);
});
