import type { OfferSource } from '../../views/datasheet-page-data.ts';
import type { Sheet } from './sheet-data.ts';

/** What is kept on the device, and only after the reader has said yes. */
export interface Draft {
  /** The offer that it changes; absent for a new one. */
  readonly id?: string;
  /** That offer as it was when the draft was begun: it may have been changed by others before the draft is sent. */
  readonly base?: OfferSource;
  readonly sheet: Sheet;
  readonly body: string;
  readonly step: number;
}

/** One draft for each offer that is being changed, and one for a new one. */
const keyOf = (id: string | undefined): string => `angebotslotse-datasheet${id === undefined ? '' : `-${id}`}`;

/** A browser that refuses storage has no draft; nothing else depends on it. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export function readDraft(id: string | undefined): Draft | undefined {
  const text = attempt(() => localStorage.getItem(keyOf(id)));
  if (!text) return undefined;
  const draft = attempt(() => JSON.parse(text) as Draft);
  return draft && typeof draft.sheet === 'object' && draft.sheet !== null && typeof draft.body === 'string'
    ? draft
    : undefined;
}

/** False where the browser refuses to keep anything. */
export const writeDraft = (draft: Draft): boolean =>
  attempt(() => {
    localStorage.setItem(keyOf(draft.id), JSON.stringify(draft));
    return true;
  }) ?? false;

export const deleteDraft = (id: string | undefined): void => {
  attempt(() => localStorage.removeItem(keyOf(id)));
};
