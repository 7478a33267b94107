import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderHash } from '../content/folder-hash.ts';
import { replaceFile } from './replace-file.ts';

const root = join(import.meta.dirname, '../..');

/** Where `cli/compiled.js` says that it runs this, and from which folder. */
const compiledFolder: unique symbol = Symbol.for('angebotslotse.compiled');

let code: string | undefined;

/** All that decides how content becomes files: our own code, what a fork added to it, its libraries, and the machine's. */
export const codeHash = (): string => (code ??= knownHash() ?? hashCode());

/** The sources were looked at when they were compiled, and are compiled again when one has changed. */
function knownHash(): string | undefined {
  const compiled = (globalThis as { [compiledFolder]?: string })[compiledFolder];
  if (compiled === undefined) return undefined;
  const file = join(compiled, 'code-hash');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const hash = hashCode();
    replaceFile(file, [Buffer.from(hash)], Infinity);
    return hash;
  }
}

function hashCode(): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const name of ['src', 'schemas']) hash.update(folderHash(join(root, name)));
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() && /\.([cm]?[jt]sx?|json)$/.test(entry.name))
      hash.update(`${entry.name}\0`).update(readFileSync(join(root, entry.name)));
  return hash.digest('hex');
}
