import { createHash } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { lookAt, realPathOf } from '../content/file-identity.ts';
import { codeHash } from './code-hash.ts';
import { FileFacts } from './file-facts.ts';
import { memoryFile } from './memory-file.ts';
import { readFilesOf, readWhole } from './remembered-site.ts';
import type { Settings } from '../settings.ts';
import { holdsNoOther, isSame, stateOf } from './site-files.ts';

/**
 * Hash of all that a site is made from: code, content, settings and the day. Undefined for a town with code of its own,
 * which may look at anything.
 */
export function stampOf(all: Settings): string | undefined {
  const { outputDir, lastOutputDir: _last, threads: _threads, ...settings } = all;
  const hashes = new FileFacts(memoryFile(outputDir, 'hashes'), (bytes) =>
    createHash('sha256').update(bytes).digest('base64'),
  );
  const hash = createHash('sha256').update(codeHash()).update(JSON.stringify(settings));
  let hasCode = false;
  const visit = (folder: string, path: string): void => {
    let entries;
    try {
      entries = readdirSync(join(folder, path), { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) visit(folder, inner);
      else if (entry.isSymbolicLink()) hash.update(`${inner}\0>${readlinkSync(join(folder, inner))}\0`);
      else if (entry.isFile()) {
        hasCode ||= /^extensions\b/.test(inner);
        const file = join(folder, inner);
        // Whoever reads the content in this process reads it as it is now.
        lookAt(file);
        hash.update(`${inner}\0${hashes.of(file)}\0`);
      }
    }
  };
  visit(realPathOf(settings.contentDir), '');
  visit(settings.bookletsDir, '');
  hashes.save();
  return hasCode ? undefined : hash.digest('hex');
}

/** How many pages the site in this folder has, where it is what the build of this stamp has left there, file by file; else undefined. */
export function unchangedPages(output: string, stamp: string): number | undefined {
  const whole = readWhole(output);
  if (whole?.stamp !== stamp) return undefined;
  const site = readFilesOf(output);
  if (site?.state !== whole.state) return undefined;
  for (const [path, state] of site.files) if (!isSame(state, stateOf(join(output, path)))) return undefined;
  if (!holdsNoOther(output, site.files, whole.folders)) return undefined;
  return [...site.files.keys()].filter((path) => path.endsWith('.html')).length;
}
