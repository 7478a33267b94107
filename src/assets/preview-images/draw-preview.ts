import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { PreviewWords } from '../../model/preview-words.ts';
import { type Colour, writePng } from '../png.ts';
import { type PreviewColours, previewSize, previewSvg } from './preview-svg.ts';
import { openTypesetter } from './typesetter.ts';

const require = createRequire(import.meta.url);

/** Steps between two colours: as many as make the edges of letters smooth. */
function ramp(from: Colour, to: Colour, steps: number): Colour[] {
  const mix = (index: number, channel: 0 | 1 | 2): number =>
    Math.round(from[channel] + ((to[channel] - from[channel]) * (index + 1)) / steps);
  return Array.from({ length: steps }, (_, index): Colour => [mix(index, 0), mix(index, 1), mix(index, 2)]);
}

const colour = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;

/** The picture in its few colours: a fifth of the bytes of one in all colours. */
function reduceColours(pixels: Uint8Array, width: number, height: number, colours: PreviewColours): Uint8Array {
  const ground = colour(colours.ground);
  const palette = [
    ground,
    ...ramp(ground, colour(colours.text), 6),
    ...ramp(ground, colour(colours.soft), 5),
    ...ramp(ground, colour(colours.light), 4),
  ];
  const nearest = new Map<number, number>();
  const indexOf = (red: number, green: number, blue: number): number => {
    const key = (red << 16) | (green << 8) | blue;
    let found = nearest.get(key);
    if (found === undefined) {
      const far = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
      nearest.set(key, (found = far.indexOf(Math.min(...far))));
    }
    return found;
  };
  const row = width / 2 + 1;
  const rows = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const index = indexOf(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
      rows[y * row + 1 + (x >> 1)]! |= x % 2 === 0 ? index << 4 : index;
    }
  }
  return writePng({ width, height, palette, rows });
}

/** Draws one picture: the bytes of a PNG of 600 × 315 pixels. */
export type DrawPreview = (words: PreviewWords, colours: PreviewColours) => Uint8Array;

let opening: Promise<DrawPreview> | undefined;

/** Loads the renderer and the fonts, once in each process. */
export const openPreviewDrawing = (): Promise<DrawPreview> => (opening ??= open());

async function open(): Promise<DrawPreview> {
  const [set] = await Promise.all([
    openTypesetter(),
    readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm),
  ]);
  return (words, colours) => {
    const drawing = new Resvg(previewSvg(words, colours, set), {
      fitTo: { mode: 'width', value: previewSize.width / 2 },
    });
    const image = drawing.render();
    const bytes = reduceColours(image.pixels, image.width, image.height, colours);
    image.free();
    drawing.free();
    return bytes;
  };
}
