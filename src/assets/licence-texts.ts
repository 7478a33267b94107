import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const heading = `This website is made with Angebotslotse, which is under the EUPL-1.2.
Its scripts and fonts hold parts of the following packages.
`;

/**
 * The licences of all packages that the files (paths from the project's folder) belong to, by name, each once:
 * most of them ask that every copy carries their text.
 */
export async function licenceTexts(files: Iterable<string>): Promise<string> {
  const folders = new Map<string, string>();
  for (const file of files) {
    const [, folder, name] = /^(.*\bnode_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(file) ?? [];
    if (folder !== undefined && name !== undefined) folders.set(name, folder);
  }
  const texts = await Promise.all(
    [...folders.keys()].sort().map(async (name) => {
      const folder = folders.get(name)!;
      const licences = (await readdir(folder)).filter((file) => /^licen[cs]e/i.test(file)).sort();
      const read = await Promise.all(licences.map((file) => readFile(join(folder, file), 'utf8')));
      return [`${'-'.repeat(72)}\n${name}\n`, ...read.map((text) => `${text.trim()}\n`)].join('\n');
    }),
  );
  return [heading, ...texts].join('\n');
}
