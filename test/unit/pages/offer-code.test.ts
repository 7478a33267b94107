import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { codePicture, offerAddress } from '../../../src/pages/offer-code.ts';

/** The pixels of a picture as `writePng` makes it: two colours of a palette, half a byte each. */
function pixelsOf(address: string): { data: Uint8ClampedArray; side: number } {
  const png = Buffer.from(address.slice('data:image/png;base64,'.length), 'base64');
  const side = png.readUInt32BE(16);
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const data = new Uint8ClampedArray(side * side * 4);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const [x, y] = [pixel % side, Math.floor(pixel / side)];
    const byte = rows[y * (1 + Math.ceil(side / 2)) + 1 + (x >> 1)] ?? 0;
    const isDark = ((x & 1 ? byte : byte >> 4) & 15) === 1;
    data.set([isDark ? 0 : 255, isDark ? 0 : 255, isDark ? 0 : 255, 255], pixel * 4);
  }
  return { data, side };
}

describe('the code of an offer', () => {
  test.each(['https://example.org/angebot/#kurz', `https://example.org/stadt/angebot/#${'lang-'.repeat(18)}name`])(
    'is read by a camera: %s',
    (address) => {
      const picture = codePicture(address);
      const { data, side } = pixelsOf(picture);
      expect(jsQR.default(data, side, side)?.data).toBe(address);
      expect(picture.length).toBeLessThan(1300);
    },
  );

  test('holds an address of no language, below the path of the site; none where the site does not know its own', () => {
    const site = { title: 'x', publisher: { name: 'x' }, url: 'https://example.org' };
    expect(offerAddress('cafe', { site, root: '/stadt/' })).toBe('https://example.org/stadt/angebot/#cafe');
    expect(offerAddress('cafe', { site: { title: 'x', publisher: { name: 'x' } }, root: '/' })).toBeUndefined();
  });
});
