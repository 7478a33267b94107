import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** First 16 hex digits of the SHA-256 of the names and bytes of all files in a folder, dot files left out; empty where there is none. */
export function folderHash(folder: string): string {
  const hash = createHash('sha256');
  let count = 0;
  visit('');
  return count === 0 ? '' : hash.digest('hex').slice(0, 16);

  function visit(path: string): void {
    let entries;
    try {
      entries = readdirSync(join(folder, path), { withFileTypes: true });
    } catch {
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inner);
      else if (entry.isFile()) {
        const bytes = readFileSync(join(folder, inner));
        hash.update(`${inner}\0${bytes.length}\0`).update(bytes);
        count += 1;
      }
    }
  }
}
