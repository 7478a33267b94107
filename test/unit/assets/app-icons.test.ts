import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawPng, makeAppIcons, readDrawing } from '../../../src/assets/app-icons.ts';

const sign = readFileSync(join(import.meta.dirname, '../../../src/views/assets/favicon.svg'), 'utf8');

/** Width of a PNG of ours, and the colour of one pixel. */
function look(png: Uint8Array, x: number, y: number): { width: number; colour: number[] } {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const start = bytes.indexOf('IDAT') + 4;
  const rows = inflateSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)));
  const at = y * (width * 3 + 1) + 1 + x * 3;
  return { width, colour: [...rows.subarray(at, at + 3)] };
}

const amber = [0xf4, 0xb7, 0x40];
const petrol = [0x0a, 0x3a, 0x45];

test('icons show our sign: its light where the drawing has it, its ground to the corners', () => {
  const icons = makeAppIcons(sign);
  expect([...icons.keys()]).toEqual(['icon-192.png', 'icon-512.png', 'icon-maskable.png']);
  const large = icons.get('icon-512.png') ?? new Uint8Array();
  expect(look(large, 0, 0)).toEqual({ width: 512, colour: petrol });
  expect(look(large, 328, 184).colour).toEqual(amber);
  // The beam, a quarter of a circle to the right of the light's top.
  expect(
    look(large, Math.round((20.5 + 7 * Math.SQRT1_2) * 16), Math.round((11.5 - 7 * Math.SQRT1_2) * 16)).colour,
  ).toEqual(amber);
  const maskable = icons.get('icon-maskable.png') ?? new Uint8Array();
  expect(look(maskable, 256 + Math.round((328 - 256) * 0.72), 256 + Math.round((184 - 256) * 0.72)).colour).toEqual(
    amber,
  );
});

test('an icon that a mask may cut keeps the whole sign inside the circle that is safe', () => {
  const drawing = readDrawing(sign);
  if (!drawing) throw new Error('unreadable');
  const png = drawPng(drawing, 64, 0.72);
  for (let y = 0; y < 64; y++)
    for (let x = 0; x < 64; x++)
      if (Math.hypot(x - 31.5, y - 31.5) > 0.4 * 64 + 1) expect(look(png, x, y).colour, `${x} ${y}`).toEqual(petrol);
});

test('a sign with forms of its own gives no icons rather than wrong ones', () => {
  expect(makeAppIcons('<svg viewBox="0 0 32 32"><text>A</text></svg>').size).toBe(0);
  expect(makeAppIcons('<svg viewBox="0 0 32 32"><rect fill="#0a3a45"/><polygon points="1,1 2,2"/></svg>').size).toBe(0);
});
