import type { PreviewWords } from '../../model/preview-words.ts';
import type { SetLine, SetText } from './typesetter.ts';

/** As `#rrggbb`. */
export interface PreviewColours {
  readonly ground: string;
  readonly text: string;
  readonly soft: string;
  readonly light: string;
}

/** In units of the drawing; the picture itself has half as many pixels. */
export const previewSize = { width: 1200, height: 630 } as const;
const edge = 80;
const room = previewSize.width - 2 * edge;
/** Beside the sign and before the course line. */
const siteRoom = 560;
const small = 36;

/** Largest first: the first size in which the title has few enough lines. */
const sizes = [
  { size: 88, most: 2 },
  { size: 76, most: 3 },
  { size: 64, most: 4 },
  { size: 54, most: 5 },
  { size: 40, most: 6 },
] as const;

type Direction = PreviewWords['dir'];

/** Breaks between words; undefined where a word is too long or there are too many lines. */
function breakLines(text: string, width: number, most: number, set: SetText, dir: Direction): SetLine[] | undefined {
  const lines: SetLine[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (set(longer, dir).width <= width) {
      line = longer;
      continue;
    }
    if (line === '' || set(word, dir).width > width) return undefined;
    lines.push(set(line, dir));
    line = word;
  }
  lines.push(set(line, dir));
  return lines.length <= most ? lines : undefined;
}

/** Without its last words, and a sign for that, where it is too long for one line. */
function cutLine(text: string, width: number, set: SetText, dir: Direction): SetLine {
  const whole = set(text, dir);
  if (whole.width <= width) return whole;
  const words = text.split(/\s+/);
  while (words.length > 1 && set(`${words.join(' ')} …`, dir).width > width) words.pop();
  return set(`${words.join(' ').replace(/[·,.–-]+$/u, '')} …`, dir);
}

/** The title in the largest size that holds it whole; one that none holds is cut at its end. */
function layTitle(title: string, set: SetText, dir: Direction): { readonly size: number; readonly lines: SetLine[] } {
  for (const { size, most } of sizes) {
    const lines = breakLines(title, room / size, most, set, dir);
    if (lines) return { size, lines };
  }
  const first = cutLine(title, room / 54, set, dir);
  return { size: Math.min(54, Math.floor(room / first.width)), lines: [first] };
}

// Marks that keep a foreign name apart on a page have no picture in the font.
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '').trim();

/** The whole picture. */
export function previewSvg(words: PreviewWords, colours: PreviewColours, set: SetText): string {
  const { title, line, site, dir, titleDir = dir } = words;
  const put = (text: SetLine, inset: number, y: number, size: number, colour: string): string => {
    const x = dir === 'rtl' ? previewSize.width - inset - text.width * size : inset;
    return `<g fill="${colour}" transform="translate(${Math.round(x)} ${y}) scale(${size})">${text.svg}</g>`;
  };
  const { size, lines } = layTitle(plain(title), set, titleDir);
  const leading = Math.round(size * 1.22);
  const last = line === undefined ? 560 : 490;
  const mirrored = dir === 'rtl' ? ` transform="translate(${previewSize.width} 0) scale(-1 1)"` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${previewSize.width}" height="${previewSize.height}">`,
    `<rect width="100%" height="100%" fill="${colours.ground}"/>`,
    `<g fill="none" stroke-linecap="round"${mirrored}>`,
    `<g transform="translate(74 64) scale(2.1)" stroke-width="2.6">`,
    `<path stroke="${colours.text}" stroke-dasharray="4 4.4" d="M3 27c6-.5 9.5-3.5 12.5-8.5"/>`,
    `<circle fill="${colours.light}" cx="20" cy="11.5" r="4.5"/>`,
    `<path stroke="${colours.light}" d="M28.5 11.5A8.5 8.5 0 0 0 20 3"/></g>`,
    `<path stroke="${colours.soft}" stroke-opacity=".5" stroke-width="4" stroke-dasharray="4 16" d="M750 128C880 140 920 110 1000 84s140 0 230-70"/>`,
    '</g>',
    site === undefined ? '' : put(cutLine(plain(site), siteRoom / 34, set, dir), edge + 84, 112, 34, colours.soft),
    ...lines.map((one, index) => put(one, edge, last - (lines.length - 1 - index) * leading, size, colours.text)),
    line === undefined ? '' : put(cutLine(plain(line), room / small, set, dir), edge, 570, small, colours.soft),
    '</svg>',
  ].join('');
}
