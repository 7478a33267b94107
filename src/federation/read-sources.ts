import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Site } from '../model/schema.generated.ts';
import { readForeignCatalogue, sizeLimit, type ForeignProblem } from './foreign-catalogue.ts';
import type { Source } from './merge-sources.ts';

export type SourceSettings = NonNullable<Site['sources']>[number];

/** What `npm run federate` noted when it wrote a copy. */
export interface CopyNote {
  readonly sha256: string;
  /** The day on which it was fetched. */
  readonly fetched: string;
  readonly offers: number;
}

export const copyFile = (id: string): string => `federation/${id}.json`;
export const notesFile = 'federation/copies.yml';

export const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The notes beside the copies; empty where there are none or they cannot be read. */
export function readNotes(contentDir: string): Readonly<Record<string, CopyNote>> {
  try {
    const notes: unknown = parse(readFileSync(join(contentDir, notesFile), 'utf8'), { maxAliasCount: 0 });
    return typeof notes === 'object' && notes !== null ? (notes as Record<string, CopyNote>) : {};
  } catch {
    return {};
  }
}

type Reason = 'missing' | 'changed' | Exclude<ForeignProblem['kind'], 'bad-entry'>;

/**
 * The last good copies of all sources in `site.yml`. The network is never asked: a source without a usable copy is
 * reported and left out.
 */
export function readSources(
  contentDir: string,
  settings: readonly SourceSettings[],
  country: string,
): { readonly value: readonly Source[]; readonly problems: readonly Diagnostic[] } {
  const notes = readNotes(contentDir);
  const problems: Diagnostic[] = [];
  const value = settings.flatMap((source, index) => {
    const where = { at: ['sources', index, 'id'] };
    const leaveOut = (reason: Reason): [] => {
      problems.push(diagnose('source-left-out', 'site.yml', { source: source.id, reason }, where));
      return [];
    };
    const path = join(contentDir, copyFile(source.id));
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile()) return leaveOut('missing');
    if (stat.size > sizeLimit) return leaveOut('too-large');
    const bytes = readFileSync(path);
    if (checksum(bytes) !== notes[source.id]?.sha256) return leaveOut('changed');
    const { value: catalogue, problems: found } = readForeignCatalogue(bytes.toString('utf8'), country);
    const bad = found.filter((problem) => problem.kind === 'bad-entry');
    const [first] = bad;
    if (first) {
      const { collection, id, reason } = first;
      const args = { source: source.id, count: bad.length, entry: `${collection}/${id}`, reason };
      problems.push(diagnose('source-entry-refused', 'site.yml', args, where));
    }
    const whole = found.find((problem) => problem.kind !== 'bad-entry');
    if (!catalogue) return leaveOut(whole?.kind ?? 'not-catalogue');
    return [
      {
        id: source.id,
        title: Object.keys(catalogue.title).length > 0 ? catalogue.title : { de: source.id },
        ...(catalogue.url === undefined ? {} : { url: catalogue.url }),
        map: source.map ?? {},
        catalogue,
      },
    ];
  });
  return { value, problems };
}
