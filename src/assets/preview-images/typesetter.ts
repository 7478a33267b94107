import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import bidiFactory from 'bidi-js';
import * as harfbuzz from 'harfbuzzjs';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const bidi = bidiFactory();

/** The files that the font is cut into. The first one also has digits and signs: whatever no other has is set from it. */
const faces = [
  { file: 'noto-sans/files/noto-sans-latin', from: 0x20, to: 0xff },
  { file: 'noto-sans/files/noto-sans-latin-ext', from: 0x100, to: 0x24f },
  { file: 'noto-sans/files/noto-sans-cyrillic', from: 0x400, to: 0x4ff },
  { file: 'noto-sans-arabic/files/noto-sans-arabic-arabic', from: 0x600, to: 0x6ff },
  { file: 'noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic', from: 0x1200, to: 0x139f },
] as const;

const signs = '–—‘’‚“”„•…‹›€−\u200C\u200D\u200E\u200F';

/** A stretch of text from one file of the font in one direction. */
interface Run {
  readonly start: number;
  end: number;
  readonly face: number;
  readonly level: number;
}

/** A line as outlines. */
export interface SetLine {
  /** For a size of 1. */
  readonly width: number;
  /** SVG paths for a size of 1 with the left end of the line in the origin. */
  readonly svg: string;
}

export type SetText = (text: string, dir: 'ltr' | 'rtl') => SetLine;

/**
 * Loads the bold face for all scripts. Joined letters, marks and both directions in one line are set as a browser
 * would: the renderer of the picture gets outlines and needs to know no font.
 */
export async function openTypesetter(): Promise<SetText> {
  const fonts = await Promise.all(
    faces.map(async ({ file, from, to }) => {
      const woff2 = await readFile(require.resolve(`@fontsource/${file}-700-normal.woff2`));
      const letters = Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
      const bytes = await subsetFont(woff2, letters + signs, { targetFormat: 'sfnt' });
      const face = new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(bytes).buffer));
      return { font: new harfbuzz.Font(face), scale: 1 / face.upem };
    }),
  );
  const outlines = fonts.map(() => new Map<number, string>());
  const outline = (face: number, glyph: number): string => {
    let path = outlines[face]!.get(glyph);
    if (path === undefined) outlines[face]!.set(glyph, (path = fonts[face]!.font.glyphToPath(glyph)));
    return path;
  };

  return (text, dir) => {
    const paths: string[] = [];
    let x = 0;
    for (const { start, end, face, level } of inVisualOrder(runsOf(text, dir))) {
      const { font, scale } = fonts[face]!;
      const buffer = new harfbuzz.Buffer();
      buffer.addText(text, start, end - start);
      buffer.setDirection(level % 2 === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
      buffer.guessSegmentProperties();
      harfbuzz.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      for (const [index, { codepoint }] of buffer.getGlyphInfos().entries()) {
        const { xAdvance, xOffset, yOffset } = positions[index]!;
        const path = outline(face, codepoint);
        const place = `${round(x + xOffset * scale)} ${round(-yOffset * scale)}`;
        if (path !== '') paths.push(`<path transform="translate(${place}) scale(${scale} ${-scale})" d="${path}"/>`);
        x += xAdvance * scale;
      }
    }
    return { width: x, svg: paths.join('') };
  };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function runsOf(text: string, dir: 'ltr' | 'rtl'): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  const runs: Run[] = [];
  let at = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    // A joiner belongs to the letters it stands between.
    const isJoiner = code === 0x200c || code === 0x200d;
    const found = faces.findIndex(({ from, to }) => code >= from && code <= to);
    const face = isJoiner && last ? last.face : Math.max(found, 0);
    const level = levels[at] ?? 0;
    if (last?.face === face && last.level === level) last.end += char.length;
    else runs.push({ start: at, end: at + char.length, face, level });
    at += char.length;
  }
  return runs;
}

/** From left to right (rule L2 of the bidirectional algorithm, by runs). */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      if (order[start]!.level < level) continue;
      let end = start;
      while (end < order.length && order[end]!.level >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}
