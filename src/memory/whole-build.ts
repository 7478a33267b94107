import { createHash, hash } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
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
  const parts = [codeHash(), JSON.stringify(settings)];
  let hasCode = false;
  // Thousands of files: paths are put together as `join` would.
  const visit = (root: string, path: string): void => {
    const folder = `${root}${sep}${path}`;
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      return;
    }
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    for (const name of [...byName.keys()].sort()) {
      const entry = byName.get(name)!;
      const inner = path + name;
      if (entry.isDirectory()) visit(root, inner + sep);
      else if (entry.isSymbolicLink()) parts.push(`${inner}\0>${readlinkSync(folder + name)}`);
      else if (entry.isFile()) {
        hasCode ||= /^extensions\b/.test(inner);
        const file = folder + name;
        // Whoever reads the content in this process reads it as it is now.
        lookAt(file);
        parts.push(`${inner}\0${hashes.of(file)}`);
      }
    }
  };
  visit(realPathOf(settings.contentDir), '');
  visit(settings.bookletsDir, '');
  hashes.save();
  return hasCode ? undefined : hash('sha256', parts.join('\0'));
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
