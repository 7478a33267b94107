import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/** Folder of the installed CMS, with its modules and the files that they load. */
const cms = join(dirname(fileURLToPath(import.meta.resolve('@sveltia/cms'))), '..');

/**
 * What is never needed here: maps, coloured program code, photos in HEIC, SVG, and interface languages that the project
 * does not have (English is built in). In its place stands a module without content, so that nothing can be asked for
 * from anywhere else.
 */
const leftOut = /^@shikijs\/|^terra-draw|^leaflet|^svgo|shiki-engine|\/heic-/;
const otherLocales = /\/locales\/(?!(?:ar|bg|de|es|fa|fr|pl|ru|tr|uk)\.json)/;

const nothing = { path: 'nothing', namespace: 'left-out' };

/** Finds the files that modules of the CMS load by address, and lets them be loaded from beside the script. */
function neighbours(found: Set<string>): Plugin {
  return {
    name: 'neighbours',
    setup(context) {
      context.onResolve({ filter: leftOut }, () => nothing);
      context.onResolve({ filter: /\/locales\// }, ({ path }) => (otherLocales.test(path) ? nothing : undefined));
      context.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
        contents: 'export default undefined;',
        loader: 'js',
      }));
      context.onLoad({ filter: /[\\/]@sveltia[\\/]cms[\\/]npm[\\/].*\.js$/ }, async ({ path }) => {
        const assets = await readdir(join(cms, 'npm/assets'));
        const beside = (name: string): string => {
          if (!/^(?:heic|marker-icon)/.test(name)) found.add(name);
          return `./${name}`;
        };
        const code = (await readFile(path, 'utf8'))
          .replace(/`(?:\.\.\/)?assets\/([\w.-]+)`(?=,import\.meta\.url)/g, (_, name: string) => `\`${beside(name)}\``)
          // The style sheet names fonts elsewhere, although the package brings them along.
          .replace(
            /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)[^/]*\/([\w-]+)\.woff2/g,
            (url, font, face) => {
              const name = assets.find((asset) => asset.startsWith(`${font}-${face}-`) && asset.endsWith('.woff2'));
              if (!name) throw new Error(`The CMS does not bring along the font ${url}`);
              return beside(name);
            },
          );
        return { contents: code, loader: 'js' };
      });
    },
  };
}

let bundled: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** The CMS and the project's own code for it: file name → bytes, all for one folder. The first script is `admin.js`. */
export const bundleAdmin = (): Promise<ReadonlyMap<string, Uint8Array>> => (bundled ??= bundle());

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Set<string>();
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [{ in: join(import.meta.dirname, 'admin.entry.ts'), out: 'admin' }],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    legalComments: 'none',
    charset: 'utf8',
    chunkNames: 'part-[hash]',
    outdir: 'admin',
    write: false,
    logLevel: 'error',
    plugins: [neighbours(found)],
  });
  const files = new Map<string, Uint8Array>(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  for (const name of [...found].sort()) files.set(name, await readFile(join(cms, 'npm/assets', name)));
  files.set('LICENSE.txt', await readFile(join(cms, 'LICENSE.txt')));
  return files;
}
