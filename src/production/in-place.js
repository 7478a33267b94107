import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * For esbuild: sources that ask where they lie are told where they lay before they were bundled. Plain JavaScript,
 * because `cli/compiled.js` needs it before anything reads TypeScript.
 */
export const inPlace = {
  name: 'in-place',
  setup(bundling) {
    bundling.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text
          .replace(/(?<!['"`])\bimport\.meta\.dirname\b/g, JSON.stringify(dirname(path)))
          .replace(/(?<!['"`])\bimport\.meta\.filename\b/g, JSON.stringify(path))
          .replace(/(?<!['"`])\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href)),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      };
    });
  },
};
