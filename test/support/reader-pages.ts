import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The pages that most readers open, in a language of each script: start, list, topics, and the first offer. */
export async function readerPages(folder: string, languages = ['de', 'ar', 'ti']): Promise<string[]> {
  const [offer = ''] = (await readdir(join(folder, languages[0] ?? '', 'angebote'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== 'seite')
    .map(({ name }) => name)
    .sort();
  return languages.flatMap((lang) =>
    ['', 'angebote/', 'themen/', `angebote/${offer}/`].map((path) => `/${lang}/${path}`),
  );
}
