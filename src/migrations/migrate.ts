import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isSeq, isScalar, parseDocument } from 'yaml';
import type { ContentFiles, Migration } from './migration.ts';

/** Files in memory over those of a folder: nothing is written before every migration has run. */
class PendingFiles implements ContentFiles {
  readonly #folder: string;
  /** `undefined`: deleted. */
  readonly changed = new Map<string, string | undefined>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  list(): readonly string[] {
    const found = readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.#folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
    const all = new Set([...found, ...this.changed.keys()]);
    return [...all].filter((path) => !this.changed.has(path) || this.changed.get(path) !== undefined).sort();
  }

  read(path: string): string | undefined {
    if (this.changed.has(path)) return this.changed.get(path);
    const file = join(this.#folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  write(path: string, text: string): void {
    if (path.split('/').includes('..')) throw new Error(`A migration writes outside of the content: ${path}`);
    if (this.read(path) !== text) this.changed.set(path, text);
  }

  delete(path: string): void {
    this.changed.set(path, undefined);
  }
}

const settings = 'site.yml';

/** The version that a town's content has; 1 where `site.yml` says nothing. */
export function versionOf(site: string): number {
  const version: unknown = parseDocument(site, { logLevel: 'silent' }).get('content_version');
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1;
}

/** Writes the version into `site.yml` and touches nothing else there, comments included. */
function withVersion(site: string, version: number): string {
  const document = parseDocument(site, { logLevel: 'silent', keepSourceTokens: true });
  const node = document.get('content_version', true);
  if (isScalar(node) && node.range) return site.slice(0, node.range[0]) + String(version) + site.slice(node.range[1]);
  const end = isSeq(document.contents) ? site.length : (document.contents?.range?.[2] ?? site.length);
  const before = site.slice(0, end);
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}content_version: ${version}\n${site.slice(end)}`;
}

export interface Migrated {
  readonly from: number;
  readonly applied: readonly Migration[];
  /** Paths relative to the content folder. */
  readonly changed: readonly string[];
}

/**
 * Brings the content of a folder up to date, all migrations or none.
 * @param write puts one file in its place, whole or not at all
 */
export function migrate(
  folder: string,
  migrations: readonly Migration[],
  write: (path: string, text: string) => void,
): Migrated {
  const files = new PendingFiles(folder);
  const site = files.read(settings) ?? '';
  const from = versionOf(site);
  const applied = migrations.filter(({ to }) => to > from);
  for (const migration of applied) migration.run(files);
  const last = applied.at(-1);
  if (last) files.write(settings, withVersion(files.read(settings) ?? '', last.to));
  // The version comes last: a run that is broken off before is simply run again.
  const paths = [...files.changed.keys()].sort(
    (a, b) => Number(a === settings) - Number(b === settings) || (a < b ? -1 : 1),
  );
  for (const path of paths) {
    const text = files.changed.get(path);
    if (text === undefined) rmSync(join(folder, path), { force: true });
    else write(join(folder, path), text);
  }
  return { from, applied, changed: paths };
}
