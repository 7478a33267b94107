import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderHash } from '../content/folder-hash.ts';
import { keptWithCode } from '../content/kept-with-code.ts';

const root = join(import.meta.dirname, '../..');

let code: string | undefined;

/** All that decides how content becomes files: our own code, what a fork added to it, its libraries, and the machine's. */
export const codeHash = (): string => (code ??= keptWithCode('code-hash', hashCode) ?? hashCode());

function hashCode(): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const name of ['src', 'schemas']) hash.update(folderHash(join(root, name)));
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() && /\.([cm]?[jt]sx?|json)$/.test(entry.name))
      hash.update(`${entry.name}\0`).update(readFileSync(join(root, entry.name)));
  return hash.digest('hex');
}
