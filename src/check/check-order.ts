import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic, FieldPath, IsoDate } from '../model/diagnostic.ts';
import { germanLevels } from '../model/offer-values.ts';
import type { Offer } from '../model/schema.generated.ts';
import type { Checkable, CheckedEntry, Sound } from './checkable.ts';
import { oncePerEntry } from './once-per-entry.ts';

type Contacts = Sound<Offer['contacts']>;

/** The end of a period is not before its beginning. */
export function checkPeriod(
  file: string,
  at: FieldPath,
  period: { readonly from?: string | undefined; readonly until?: string | undefined } | undefined,
): Diagnostic[] {
  const { from, until } = period ?? {};
  if (from === undefined || until === undefined || from <= until) return [];
  return [diagnose('period-order', file, { field: fieldName(at), from, until }, { at: [...at, 'until'] })];
}

function checkConsentPeriods(file: string, contacts: Contacts | undefined): Diagnostic[] {
  return (contacts ?? []).flatMap((contact, index) => {
    const { given_on: from, valid_until: until } = contact?.consent ?? {};
    if (from === undefined || until === undefined || from <= until) return [];
    const at = ['contacts', index, 'consent'];
    return [diagnose('period-order', file, { field: fieldName(at), from, until }, { at: [...at, 'valid_until'] })];
  });
}

function checkSchedule(file: string, schedule: Sound<Offer['schedule']>): Diagnostic[] {
  return (schedule ?? []).flatMap((item, index) => {
    if (!item) return [];
    const at = ['schedule', index];
    const field = fieldName(at);
    const problems = checkPeriod(file, [...at, 'valid'], item.valid);
    if (item.from !== undefined && item.to !== undefined && item.from >= item.to) {
      problems.push(diagnose('time-order', file, { field, from: item.from, to: item.to }, { at: [...at, 'to'] }));
    }
    if (item.every === 'two-weeks' && item.valid?.from === undefined) {
      problems.push(diagnose('two-weeks-needs-start', file, { field }, { at: [...at, 'every'] }));
    }
    return problems;
  });
}

const checkOther = oncePerEntry(
  'order',
  ({ file, data }: CheckedEntry<'organisations' | 'networks' | 'events' | 'funding'>) =>
    checkConsentPeriods(file, data.contacts),
);

const checkOffer = oncePerEntry(
  'order',
  ({ file, data, document }: CheckedEntry<'offers'>, today: IsoDate): readonly Diagnostic[] => {
    const problems: Diagnostic[] = [];
    problems.push(
      ...checkPeriod(file, ['valid'], data.valid),
      ...checkConsentPeriods(file, data.contacts),
      ...checkSchedule(file, data.schedule),
    );

    const { min, max } = data.audience?.age ?? {};
    if (min !== undefined && max !== undefined && min > max) {
      problems.push(diagnose('age-order', file, { min, max }, { at: ['audience', 'age', 'max'] }));
    }
    const { min: needed, target } = data.audience?.german ?? {};
    if (needed !== undefined && target !== undefined && germanLevels.indexOf(needed) > germanLevels.indexOf(target)) {
      problems.push(
        diagnose('german-level-order', file, { min: needed, target }, { at: ['audience', 'german', 'target'] }),
      );
    }
    // What was written, not what was right: an amount of the wrong type is reported as such.
    const cost = document.data['cost'];
    if (data.cost?.kind === 'paid' && !('amount' in (cost as object)) && !('note' in (cost as object))) {
      problems.push(diagnose('paid-without-amount', file, {}, { at: ['cost', 'kind'] }));
    }
    if (data.volunteering && data.type !== undefined && data.type !== 'volunteering') {
      problems.push(
        diagnose('volunteering-without-type', file, { type: data.type }, { at: ['volunteering'], onKey: true }),
      );
    }
    if (data.paused && data.status !== undefined && data.status !== 'paused') {
      problems.push(diagnose('paused-without-status', file, { status: data.status }, { at: ['paused'], onKey: true }));
    }
    if (data.status === 'paused' && data.paused?.until !== undefined && data.paused.until < today) {
      problems.push(diagnose('pause-over', file, { until: data.paused.until }, { at: ['paused', 'until'] }));
    }
    return problems;
  },
);

/** Fields that are each well-formed but contradict each other. */
export function checkOrder({ entries, today, digest }: Checkable): Diagnostic[] {
  const [always, onThisDay] = [digest(''), digest(today)];
  const problems: Diagnostic[] = [];
  for (const name of ['organisations', 'networks', 'events', 'funding'] as const)
    for (const entry of entries[name].values()) problems.push(...checkOther(entry, undefined, always));
  for (const entry of entries.offers.values()) problems.push(...checkOffer(entry, today, onThisDay));
  return problems;
}
