import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { makeAppIcons } from './app-icons.ts';
import { browserChecks } from './browser-checks.ts';
import { licenceTexts } from './licence-texts.ts';
import { fontFiles, type LettersOf, makeFonts } from './make-fonts.ts';

const source = join(import.meta.dirname, '..');

/** The built files of the site that are no pages. */
export interface Assets {
  /** Plain name → path below the site's root, with a hash of the content: `site.css` → `assets/site.1f3a9c42.css`. */
  readonly paths: ReadonlyMap<string, string>;
  /** Path below the site's root → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface AssetOptions {
  readonly contentDir: string;
  /** With what only the pages for those who work on the site load. */
  readonly gallery?: boolean;
  /** Keeps what is made of the code alone for another process that runs the same code. */
  readonly keep?: KeepMade;
  /** Knows the letters of files from before. */
  readonly lettersOf?: LettersOf | undefined;
}

/** What was kept under a name, or else what `make` gives, which is kept. */
export type KeepMade = <Made>(name: string, make: () => Promise<Made>) => Promise<Made>;

/** Bundles and minifies style sheets and scripts, subsets fonts and names every file after its content, so that all can be cached for ever. */
export async function bundleAssets({
  contentDir,
  gallery = false,
  keep = (_, make) => make(),
  lettersOf,
}: AssetOptions): Promise<Assets> {
  const paths = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  const add = (name: string, bytes: Uint8Array): string => {
    const extension = extname(name);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const path = `assets/${basename(name, extension)}.${hash}${extension}`;
    paths.set(name, path);
    files.set(path, bytes);
    return path;
  };

  const [bundled, theme, drawn, fonts] = await Promise.all([
    (bundledCode ??= keep(gallery ? 'gallery' : 'code', () => bundleCode(gallery))),
    bundleTheme(contentDir),
    (pictures ??= keep('pictures', readPictures)),
    makeFonts(contentDir, lettersOf),
  ]);
  for (const [name, bytes] of [...bundled.files, ...drawn]) {
    add(name, name === 'site.css' ? Buffer.concat([bytes, theme]) : bytes);
  }
  for (const { script, faces } of fonts) {
    const rules = faces.map(({ family, weight, unicodeRange, bytes }) => {
      const path = add(`font-${script}-${weight}.woff2`, bytes);
      return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url("${basename(path)}") format("woff2");unicode-range:${unicodeRange}}`;
    });
    add(`font-${script}.css`, Buffer.from(rules.join('\n')));
  }
  files.set('licences.txt', Buffer.from(bundled.licences));
  return { paths, files };
}

/** The same as long as the process lives: `npm start` begins anew when the code has changed. */
let bundledCode: ReturnType<typeof bundleCode> | undefined;

interface BundledCode {
  readonly files: ReadonlyArray<readonly [name: string, bytes: Uint8Array]>;
  /** Of the packages in the scripts and of the fonts. */
  readonly licences: string;
}

async function bundleCode(gallery: boolean): Promise<BundledCode> {
  const clients = (await readdir(join(source, 'client'))).filter(
    (file) => (file.endsWith('.entry.ts') || file.endsWith('.entry.tsx')) && (gallery || file !== 'design.entry.tsx'),
  );
  // Loaded only where something is to be made: most builds have it from the last one.
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [
      { in: join(source, 'views/site.css'), out: 'site' },
      { in: join(source, 'views/steering.css'), out: 'steering' },
      { in: join(source, 'views/guide.css'), out: 'guide' },
      { in: join(source, 'views/my-list.css'), out: 'my-list' },
      { in: join(source, 'views/map.css'), out: 'map' },
      { in: join(source, 'views/embed.css'), out: 'embed' },
      { in: join(source, 'views/week.css'), out: 'week' },
      ...(gallery ? [{ in: join(source, 'views/design.css'), out: 'design' }] : []),
      ...clients.map((file) => ({ in: join(source, 'client', file), out: file.replace(/\.entry\.tsx?$/, '') })),
    ],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    charset: 'utf8',
    outdir: 'assets',
    write: false,
    metafile: true,
    logLevel: 'error',
    plugins: [browserChecks],
  });
  return {
    files: result.outputFiles.map(({ path, contents }) => [basename(path), contents] as const),
    licences: await licenceTexts([...Object.keys(result.metafile.inputs), ...fontFiles()]),
  };
}

/** The municipality's own style sheet, `theme/theme.css`; empty where there is none. */
export const readTheme = (contentDir: string): Promise<string> =>
  readFile(join(contentDir, 'theme/theme.css'), 'utf8').catch(() => '');

/** The municipality's own style sheet in the last layer: it wins over ours without any `!important`. */
async function bundleTheme(contentDir: string): Promise<Uint8Array> {
  const css = await readTheme(contentDir);
  if (css.trim() === '') return new Uint8Array();
  const { transform } = await import('esbuild');
  const { code } = await transform(`@layer theme{${css}}`, { loader: 'css', minify: true, logLevel: 'silent' });
  return Buffer.from(code);
}

/** The same as long as the process lives, like the code. */
let pictures: ReturnType<typeof readPictures> | undefined;

async function readPictures(): Promise<Array<readonly [string, Uint8Array]>> {
  const folder = join(source, 'views/assets');
  const names = (await readdir(folder)).sort();
  const read = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
  const sign = read.find(([name]) => name === 'favicon.svg')?.[1].toString('utf8') ?? '';
  return [...read, ...makeAppIcons(sign)];
}
