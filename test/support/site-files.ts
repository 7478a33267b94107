import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Paths of all files of a built site, relative, with `/`, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** All addresses that a page refers to: href, src, srcset-free as the site has none. HTML entities are resolved. */
export function referencesIn(html: string): string[] {
  return Array.from(html.matchAll(/\s(?:href|src|action)="([^"]*)"/g), ([, value]) =>
    (value ?? '').replaceAll('&amp;', '&'),
  );
}

export const readPage = (folder: string, path: string): Promise<string> =>
  readFile(join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path), 'utf8');
