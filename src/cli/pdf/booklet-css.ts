import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readPreviewColours } from '../../assets/preview-images/preview-images.ts';

const require = createRequire(import.meta.url);

const fonts = [
  ['noto-sans', 'latin', 'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2212'],
  ['noto-sans', 'latin-ext', 'U+100-130,U+132-151,U+154-2BA,U+1E00-1E9F,U+1EF2-1EFF'],
  ['noto-sans', 'cyrillic', 'U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116'],
  ['noto-sans', 'cyrillic-ext', 'U+460-48F,U+492-4AF,U+4B2-52F'],
  ['noto-sans-arabic', 'arabic', 'U+600-6FF,U+750-77F,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC'],
  ['noto-sans-ethiopic', 'ethiopic', 'U+1200-1399,U+2D80-2DDE,U+AB01-AB2E'],
] as const;

/** The style sheet of a booklet with its fonts in it: printed on any machine it looks the same. */
export async function bookletCss(contentDir: string): Promise<string> {
  const [sheet, colours, ...faces] = await Promise.all([
    readFile(join(import.meta.dirname, '../../views/booklet.css'), 'utf8'),
    readPreviewColours(contentDir),
    ...fonts.flatMap(([name, part, range]) =>
      ([400, 700] as const).map(async (weight) => {
        const file = require.resolve(`@fontsource/${name}/files/${name}-${part}-${weight}-normal.woff2`);
        const data = (await readFile(file)).toString('base64');
        return `@font-face{font-family:Booklet;font-weight:${weight};src:url(data:font/woff2;base64,${data});unicode-range:${range}}`;
      }),
    ),
  ]);
  const { ground, text, soft, light } = colours;
  return `:root{--deep:${ground};--on-deep:${text};--on-deep-soft:${soft};--amber:${light}}${faces.join('')}${sheet}`;
}
