import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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
    const half = `${file}.${process.pid}`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(half, made);
      renameSync(half, file);
    } catch {
      // The next process makes it again.
      rmSync(half, { force: true });
    }
    return made;
  }
}
