import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IntList } from '../../../src/pages/int-list.ts';
import { packMeasured, packTexts, unpackMeasured, unpackTexts } from '../../../src/pages/ledger-columns.ts';
import { anyText } from '../../support/any-text.ts';

const texts = fc.oneof(anyText(), fc.constantFrom('', '\0', 'a\0b'));

test('texts come back as they were: none, empty ones, and those with the character that parts them', () => {
  fc.assert(
    fc.property(fc.array(texts), (some) => {
      expect(unpackTexts(packTexts(some))).toEqual(some);
    }),
  );
});

test('what was measured comes back, file by file', () => {
  const measured = fc.record({ bytes: fc.nat(), hash: texts, files: fc.array(texts, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(fc.option(measured, { nil: undefined })), (all) => {
      expect(unpackMeasured(packMeasured(all))).toEqual(all);
    }),
  );
});

test('numbers stay in their row while it grows', () => {
  const list = new IntList(Int32Array.of(7));
  for (let int = 0; int < 3000; int++) list.push(-int);
  expect(list.length).toBe(3001);
  expect([list.at(0), list.at(3000)]).toEqual([7, -2999]);
  expect(list.toArray()).toHaveLength(3001);
});
