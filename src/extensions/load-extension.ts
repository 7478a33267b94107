import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { changedFiles, findBase } from '../check/changes/git-tree.ts';
import type { Extension } from '../extension.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';
import { checkShape } from './check-shape.ts';
import { extensionFile, extensionProblem, reasonOf } from './extension-problem.ts';
import { withinTime } from './within-time.ts';

export interface LoadExtensionOptions {
  readonly contentDir: string;
  /**
   * A branch or commit whose extension somebody has read: one that differs from it is not run. Absent on the machine of
   * somebody who trusts what lies in the folder.
   */
  readonly trustedRef?: string;
}

/** Generous: a machine that is busy with other things must not make a town's code look broken. */
const mostSeconds = 60;

/** True for the extension itself and for the folder in which it may keep more files. */
export const isExtensionFile = (file: string): boolean => file === extensionFile || file.startsWith('extensions/');

/** Loads `extensions.ts` of a content folder, where there is one. This runs its code. */
export async function loadExtension(options: LoadExtensionOptions): Promise<Result<Extension | undefined, Diagnostic>> {
  const { contentDir, trustedRef } = options;
  const failed = (...problems: Diagnostic[]): Result<undefined, Diagnostic> => ({ value: undefined, problems });
  const file = join(resolve(contentDir), extensionFile);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat) return failed();
  if (!stat.isFile()) return failed(extensionProblem({ kind: 'link' }));
  if (trustedRef !== undefined && !isUnchanged(contentDir, trustedRef))
    return failed(extensionProblem({ kind: 'unreviewed', ref: trustedRef }));
  let loaded: { readonly default?: unknown };
  try {
    // Our own code may run from plain JavaScript; the town's is TypeScript.
    if (Symbol.for('angebotslotse.compiled') in globalThis) (await import('tsx/esm/api')).register();
    const importing = import(/* @vite-ignore */ pathToFileURL(file).href) as Promise<{ readonly default?: unknown }>;
    const result = await withinTime(importing, mostSeconds);
    if (result === 'endless')
      return failed(extensionProblem({ kind: 'endless', hook: extensionFile, seconds: mostSeconds }));
    loaded = result.value;
  } catch (error) {
    return failed(extensionProblem({ kind: 'not-loaded', reason: reasonOf(error) }));
  }
  const problems = checkShape(loaded.default);
  return problems.length > 0 ? failed(...problems) : { value: loaded.default as Extension, problems: [] };
}

/** Where git cannot tell, the answer is no. */
function isUnchanged(contentDir: string, ref: string): boolean {
  const base = findBase(contentDir, ref);
  if (typeof base === 'string') return false;
  return ![...changedFiles(contentDir, base.commit)].some(isExtensionFile);
}
