import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Checkable } from './checkable.ts';

/** Days and times of a meeting that contradict each other or today. */
export function checkEvents({ entries, today }: Checkable): Diagnostic[] {
  return [...entries.events.values()].flatMap(({ file, data }) => {
    const problems: Diagnostic[] = [];
    const { status, date, until, from, to } = data;
    if (date !== undefined && until !== undefined && until < date)
      problems.push(diagnose('period-order', file, { field: 'until', from: date, until }, { at: ['until'] }));
    const isOneDay = until === undefined || until === date;
    if (isOneDay && from !== undefined && to !== undefined && from >= to)
      problems.push(diagnose('time-order', file, { field: 'to', from, to }, { at: ['to'] }));

    const last = until ?? date;
    if (status === 'held' && date !== undefined && date > today)
      problems.push(diagnose('event-status', file, { status, date }, { at: ['status'] }));
    if (status === 'planned' && last !== undefined && last < today)
      problems.push(diagnose('event-status', file, { status, date: last }, { at: ['status'] }));

    let before: string | undefined;
    for (const [index, item] of (data.agenda ?? []).entries()) {
      const time = item?.time;
      if (time === undefined) continue;
      if (before !== undefined && time < before)
        problems.push(diagnose('agenda-order', file, { time, before }, { at: ['agenda', index, 'time'] }));
      before = time;
    }
    return problems;
  });
}

/** Every organisation is a member once: more would count twice. */
export function checkMembers({ entries }: Checkable): Diagnostic[] {
  return [...entries.networks.values()].flatMap(({ file, data }) => {
    const seen = new Set<string>();
    return (data.members ?? []).flatMap((member, index): Diagnostic[] => {
      const value = member?.organisation;
      if (value === undefined) return [];
      if (!seen.has(value)) {
        seen.add(value);
        return [];
      }
      const at = ['members', index, 'organisation'];
      return [diagnose('repeated-value', file, { field: fieldName(['members']), value }, { at })];
    });
  });
}
