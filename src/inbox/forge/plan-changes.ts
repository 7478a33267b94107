import type { Delivery, Proposal } from './forge.ts';

export interface PlannedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** Whether the file does not exist yet. */
  readonly isNew: boolean;
}

/** Why a proposal cannot be made any more. */
type Impossible = Exclude<Delivery, { readonly outcome: 'opened' | 'already-there' | 'unchanged' }>;

export interface Plan {
  /** Empty where everything says so already. */
  readonly files: readonly PlannedFile[];
  /** Of the pull request. */
  readonly description: string;
}

/** What a proposal does to the files as they are now: path → text, undefined for one that does not exist. */
export function planChanges(proposal: Proposal, current: ReadonlyMap<string, string | undefined>): Plan | Impossible {
  const files: PlannedFile[] = [];
  for (const file of proposal.files) {
    const { path } = file;
    const before = current.get(path);
    const applied = file.apply(before);
    if (applied.kind === 'taken') return { outcome: 'taken', path };
    if (applied.kind === 'missing' || applied.kind === 'unreadable') return { outcome: applied.kind };
    if (applied.kind === 'changed') files.push({ path, text: applied.text, isNew: before === undefined });
  }
  return { files, description: proposal.describe(current) };
}
