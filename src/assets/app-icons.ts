import { type Colour, writePng } from './png.ts';

type Point = readonly [x: number, y: number];

/** A filled or stroked form; `distance` is negative inside, in units of the drawing. */
interface Form {
  readonly colour: Colour;
  /** Nothing of it is outside: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
  readonly distance: (x: number, y: number) => number;
}

/** A square picture in the forms that our sign is made of. */
export interface Drawing {
  readonly size: number;
  /** The colour of its ground. */
  readonly ground: Colour;
  readonly forms: readonly Form[];
}

/**
 * Reads an SVG of `rect`, `circle` and `path` (commands M, c and a, stroked with round ends) in a square view box;
 * undefined where it has anything else, as a municipality's own sign may.
 */
export function readDrawing(svg: string): Drawing | undefined {
  const [, size] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? [];
  const elements = Array.from(svg.matchAll(/<(\w+)((?:\s+[\w-]+="[^"]*")*)\s*\/?>/g), ([, name, attributes = '']) => ({
    name,
    get: new Map(Array.from(attributes.matchAll(/([\w-]+)="([^"]*)"/g), ([, key = '', value = '']) => [key, value])),
  }));
  const [root, first, ...rest] = elements;
  if (size === undefined || root?.name !== 'svg' || first?.name !== 'rect') return undefined;
  const ground = colourOf(first.get.get('fill'));
  if (!ground) return undefined;
  const forms: Form[] = [];
  for (const { name, get } of rest) {
    const form = name === 'circle' ? circle(get) : name === 'path' ? stroke(get) : undefined;
    if (!form) return undefined;
    forms.push(form);
  }
  return { size: Number(size), ground, forms };
}

type Attributes = ReadonlyMap<string, string>;

function circle(get: Attributes): Form | undefined {
  const colour = colourOf(get.get('fill'));
  const [cx = NaN, cy = NaN, r = NaN] = ['cx', 'cy', 'r'].map((name) => Number(get.get(name) ?? NaN));
  return colour && !Number.isNaN(cx + cy + r)
    ? { colour, box: [cx - r, cy - r, cx + r, cy + r], distance: (x, y) => Math.hypot(x - cx, y - cy) - r }
    : undefined;
}

function stroke(get: Attributes): Form | undefined {
  const colour = colourOf(get.get('stroke'));
  const line = readPath(get.get('d') ?? '');
  if (!colour || !line || get.get('fill') !== 'none') return undefined;
  const half = Number(get.get('stroke-width') ?? 1) / 2;
  const [dash = Infinity, gap = 0] = (get.get('stroke-dasharray') ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  const pieces = cutIntoDashes(line, dash, gap);
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
  return {
    colour,
    box: [Math.min(...xs) - half, Math.min(...ys) - half, Math.max(...xs) + half, Math.max(...ys) + half],
    distance: (x, y) => {
      let nearest = Infinity;
      for (const [[ax, ay], [bx, by]] of pieces) {
        const [dx, dy] = [bx - ax, by - ay];
        const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
        nearest = Math.min(nearest, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
      }
      return Math.sqrt(nearest) - half;
    },
  };
}

const steps = 48;

/** A path of one stretch as a line of many points. */
function readPath(d: string): Point[] | undefined {
  const [, start = '', command, rest = ''] = /^M([-\d.,\s]+)([ca])([-\d.,\s]+)$/.exec(d) ?? [];
  const numbers = (text: string): number[] => Array.from(text.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g), Number);
  const [x0, y0] = numbers(start);
  const values = numbers(rest);
  if (x0 === undefined || y0 === undefined) return undefined;
  const places = Array.from({ length: steps + 1 }, (_, index) => index / steps);
  if (command === 'c' && values.length === 6) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = values;
    return places.map((t): Point => {
      const [a, b, c] = [3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3];
      return [x0 + a * x1 + b * x2 + c * x3, y0 + a * y1 + b * y2 + c * y3];
    });
  }
  // A quarter or so of a circle, drawn against the clock.
  if (command === 'a' && values.length === 7) {
    const [r = 0, ry, , large, sweep, dx = 0, dy = 0] = values;
    if (r !== ry || large !== 0 || sweep !== 0) return undefined;
    const chord = Math.hypot(dx, dy);
    const height = Math.sqrt(Math.max(0, r * r - (chord / 2) ** 2)) / chord;
    const [cx, cy] = [x0 + dx / 2 + height * dy, y0 + dy / 2 - height * dx];
    const from = Math.atan2(y0 - cy, x0 - cx);
    const turn = 2 * Math.asin(Math.min(1, chord / 2 / r));
    return places.map((t): Point => [cx + r * Math.cos(from - t * turn), cy + r * Math.sin(from - t * turn)]);
  }
  return undefined;
}

function cutIntoDashes(line: readonly Point[], dash: number, gap: number): Array<readonly [Point, Point]> {
  const pieces: Array<readonly [Point, Point]> = [];
  let gone = 0;
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]];
    if (!from || !to) continue;
    if (gone % (dash + gap) < dash || dash === Infinity) pieces.push([from, to]);
    gone += Math.hypot(to[0] - from[0], to[1] - from[1]);
  }
  return pieces;
}

function colourOf(hex: string | undefined): Colour | undefined {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex ?? '') ?? [];
  return red && green && blue ? [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)] : undefined;
}

/** The drawing as a PNG of so many pixels, on its ground to the very edge; `scale` below 1 leaves room around it. */
export function drawPng({ size, ground, forms }: Drawing, pixels: number, scale: number): Uint8Array {
  const row = pixels * 3 + 1;
  const data = Buffer.alloc(row * pixels);
  const unit = size / pixels / scale;
  const shift = (size - size / scale) / 2;
  for (let line = 0; line < pixels; line++) {
    for (let column = 0; column < pixels; column++) {
      const [x, y] = [shift + (column + 0.5) * unit, shift + (line + 0.5) * unit];
      let colour = ground;
      for (const form of forms) {
        const [left, top, right, bottom] = form.box;
        if (x < left - unit || x > right + unit || y < top - unit || y > bottom + unit) continue;
        const cover = Math.max(0, Math.min(1, 0.5 - form.distance(x, y) / unit));
        if (cover === 0) continue;
        const [red, green, blue] = colour;
        const mix = (under: number, over: number): number => under + (over - under) * cover;
        colour = [mix(red, form.colour[0]), mix(green, form.colour[1]), mix(blue, form.colour[2])];
      }
      const at = line * row + 1 + column * 3;
      for (let channel = 0; channel < 3; channel++) data[at + channel] = Math.round(colour[channel] ?? 0);
    }
  }
  return writePng({ width: pixels, height: pixels, rows: data });
}

/** The icons of the app from our sign: two sizes, and one that any mask may cut a circle out of. */
export function makeAppIcons(svg: string): ReadonlyMap<string, Uint8Array> {
  const drawing = readDrawing(svg);
  if (!drawing) return new Map();
  return new Map([
    ['icon-192.png', drawPng(drawing, 192, 1)],
    ['icon-512.png', drawPng(drawing, 512, 1)],
    ['icon-maskable.png', drawPng(drawing, 512, 0.72)],
  ]);
}
