import type { FormStep, OfferSource } from '../../views/datasheet-page-data.ts';
import { changesBetween, newOrganisationKey, toData, toSheet, type Sheet } from './sheet-data.ts';

export interface Rebased {
  readonly sheet: Sheet;
  readonly body: string;
  /** Names of fields that both sides have changed, `body` for the description; the reader's own text stands. */
  readonly both: readonly string[];
}

/** The reader's changes to `old`, put on top of what somebody else has made of the offer meanwhile. */
export function rebase(
  steps: readonly FormStep[],
  old: OfferSource,
  fresh: OfferSource,
  { sheet, body }: { readonly sheet: Sheet; readonly body: string },
): Rebased {
  const own = changesBetween(
    steps,
    old.data,
    toData(steps, sheet, (name) => name),
  );
  const theirs = changesBetween(steps, old.data, fresh.data);
  const merged = Object.entries({ ...fresh.data, ...own }).filter(([, value]) => value !== null);
  const next = toSheet(steps, Object.fromEntries(merged));
  const added = sheet[newOrganisationKey];
  const ownBody = body.trim() !== old.body.trim();
  const theirBody = fresh.body.trim() !== old.body.trim();
  return {
    sheet: added === undefined ? next : { ...next, organisation: undefined, [newOrganisationKey]: added },
    body: ownBody ? body : fresh.body.trim(),
    both: [
      // Everybody who changes an offer has looked through it.
      ...Object.keys(own).filter((key) => key in theirs && key !== 'reviewed'),
      ...(ownBody && theirBody && body.trim() !== fresh.body.trim() ? ['body'] : []),
    ],
  };
}
