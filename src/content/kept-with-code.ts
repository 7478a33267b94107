import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** Where `cli/compiled.js` says that it runs what it has compiled, and from which folder. */
const compiled: unique symbol = Symbol.for('angebotslotse.compiled');

/** The folder of what `cli/compiled.js` has compiled; undefined where the sources are run as they are. */
export const compiledFolder = (): string | undefined => (globalThis as { [compiled]?: string })[compiled];

/**
 * What is made of nothing but our own sources and libraries, kept beside the code that `cli/compiled.js` has compiled of
 * them: that lies elsewhere as soon as one of them changes. Undefined where the sources are run as they are.
 */
export function keptWithCode(name: string, make: () => string): string | undefined {
  const folder = compiledFolder();
  if (folder === undefined) return undefined;
  const file = join(folder, name);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const made = make();
    replaceFile(file, [Buffer.from(made)], Infinity);
    return made;
  }
}
