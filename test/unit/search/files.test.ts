import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { SearchFiles } from '../../../src/search/files.ts';
import type { Manifest } from '../../../src/search/manifest.ts';

const reading = (packed: Uint8Array) => new SearchFiles({} as Manifest, async () => packed);

test.each([0, 1, 70_000, 1_000_000])(
  'a file of %i bytes is read as it was packed, however it comes out',
  async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 7919) % 251);
    const read = await reading(deflateRawSync(bytes)).named('some.bin', (unpacked) => Buffer.from(unpacked));
    expect(read.equals(bytes)).toBe(true);
  },
);

test('a file that breaks off is asked for again and said to be unreadable', async () => {
  const packed = deflateRawSync(Buffer.from('words '.repeat(9999)));
  let asked = 0;
  const files = new SearchFiles({} as Manifest, async () => {
    asked++;
    return packed.subarray(0, packed.length / 2);
  });
  await expect(files.named('some.bin', (bytes) => bytes)).rejects.toThrow('some.bin could not be loaded');
  expect(asked).toBe(2);
});
