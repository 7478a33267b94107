import type { Catalogue, CatalogueEvent } from '../model/catalogue.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import type { Snapshot } from '../model/schema.generated.ts';
import type { MeasureStatus } from './roll-up.ts';
import { takeSnapshot } from './snapshot.ts';
import type { TargetCount } from './targets.ts';

/** An offer or a measure with its latest known title in the source language: what is gone has no page any more. */
export interface ChangedEntry {
  readonly id: string;
  readonly title: string;
  /** Not published any more. */
  readonly isGone: boolean;
}

export interface ChangedMeasure extends ChangedEntry {
  readonly before: MeasureStatus;
  readonly after: MeasureStatus;
  /** Since when it has had the new status. */
  readonly since: IsoDate;
}

export interface ChangedTarget {
  readonly id: string;
  /** Undefined for a target that there was not, or is no longer. */
  readonly before: TargetCount | undefined;
  readonly after: TargetCount | undefined;
}

/** What became different between two days. Everything by id. */
export interface Changes {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly offers: {
    /** Published since, and taking place, or will. */
    readonly added: readonly ChangedEntry[];
    /** Ended, or not published any more. */
    readonly ended: readonly ChangedEntry[];
    readonly paused: readonly ChangedEntry[];
    /** Paused or ended before, and taking place again, or will. */
    readonly resumed: readonly ChangedEntry[];
    /** Somebody has made sure that everything is true, once or several times. */
    readonly reviewed: readonly ChangedEntry[];
    /** Of those that were there before: texts that readers see are different. */
    readonly rewritten: readonly ChangedEntry[];
  };
  readonly measures: {
    readonly added: readonly ChangedEntry[];
    readonly changed: readonly ChangedMeasure[];
    readonly gone: readonly ChangedEntry[];
  };
  /** Only those whose numbers are different. */
  readonly targets: readonly ChangedTarget[];
}

type Standing = Snapshot['offers'][string]['standing'];
const isRunning = (standing: Standing | undefined): boolean => standing === 'active' || standing === 'upcoming';

const idsOf = (...records: readonly (Readonly<Record<string, unknown>> | undefined)[]): string[] =>
  [...new Set(records.flatMap((record) => Object.keys(record ?? {})))].sort();

const own = <Value>(record: Readonly<Record<string, Value>> | undefined, id: string): Value | undefined =>
  record && Object.hasOwn(record, id) ? record[id] : undefined;

/** Compares two snapshots; the earlier one first. */
export function compareSnapshots(before: Snapshot, after: Snapshot): Changes {
  const offers = idsOf(before.offers, after.offers).map((id) => {
    const [old, now] = [own(before.offers, id), own(after.offers, id)];
    return { id, title: (now ?? old)?.title ?? id, isGone: !now, old, now };
  });
  type Offer = (typeof offers)[number];
  const those = (test: (offer: Offer) => boolean): ChangedEntry[] =>
    offers.filter(test).map(({ id, title, isGone }) => ({ id, title, isGone }));
  const isOver = (standing: Standing | undefined): boolean => standing === undefined || standing === 'ended';

  const measures = idsOf(before.measures, after.measures).map((id) => {
    const [old, now] = [own(before.measures, id), own(after.measures, id)];
    return { id, title: (now ?? old)?.title ?? id, isGone: !now, old, now };
  });
  const entry = ({ id, title, isGone }: ChangedEntry): ChangedEntry => ({ id, title, isGone });

  return {
    from: before.date,
    to: after.date,
    offers: {
      added: those(({ old, now }) => !old && isRunning(now?.standing)),
      ended: those(({ old, now }) => !isOver(old?.standing) && isOver(now?.standing)),
      paused: those(({ old, now }) => isRunning(old?.standing) && now?.standing === 'paused'),
      resumed: those(({ old, now }) => old !== undefined && !isRunning(old.standing) && isRunning(now?.standing)),
      reviewed: those(
        ({ old, now }) =>
          old !== undefined && now !== undefined && !isOver(now.standing) && now.reviewed > old.reviewed,
      ),
      rewritten: those(({ old, now }) => old !== undefined && !isOver(now?.standing) && now?.text !== old.text),
    },
    measures: {
      added: measures.filter(({ old }) => !old).map(entry),
      changed: measures.flatMap(({ old, now, ...measure }): ChangedMeasure[] =>
        old && now && old.status !== now.status
          ? [{ ...measure, before: old.status, after: now.status, since: now.since }]
          : [],
      ),
      gone: measures.filter(({ isGone }) => isGone).map(entry),
    },
    targets: idsOf(before.targets, after.targets)
      .map((id) => ({ id, before: own(before.targets, id), after: own(after.targets, id) }))
      .filter(({ before: old, after: now }) => old?.met !== now?.met || old?.of !== now?.of),
  };
}

/** The newest snapshot that is not after a day; `snapshots` in any order. */
export const snapshotNotAfter = (snapshots: readonly Snapshot[], day: IsoDate): Snapshot | undefined =>
  snapshots
    .filter(({ date }) => date <= day)
    .reduce<Snapshot | undefined>(
      (newest, snapshot) => (newest && newest.date >= snapshot.date ? newest : snapshot),
      undefined,
    );

/** What is different now from a day; undefined where there is no snapshot of that day or before. */
export function changesSince(catalogue: Catalogue, day: IsoDate): Changes | undefined {
  const snapshot = snapshotNotAfter(catalogue.snapshots, day);
  return snapshot && compareSnapshots(snapshot, takeSnapshot(catalogue));
}

/** Meetings and conferences that have been held, the last one first; of one network where its id is given. */
export const heldMeetings = (
  { events, today }: Pick<Catalogue, 'events' | 'today'>,
  network?: string,
): CatalogueEvent[] =>
  [...events.values()]
    .filter(({ data }) => data.status === 'held' && data.kind !== 'public-event' && data.date <= today)
    .filter(({ data }) => network === undefined || data.networks?.includes(network))
    .sort((a, b) => (a.data.date === b.data.date ? (a.id < b.id ? -1 : 1) : a.data.date < b.data.date ? 1 : -1));

export interface SinceMeeting {
  readonly meeting: CatalogueEvent;
  /** Undefined where no snapshot was made up to the day of the meeting. */
  readonly changes: Changes | undefined;
}

/** What is different since the last meeting; undefined where none has been held. */
export function changesSinceMeeting(catalogue: Catalogue, network?: string): SinceMeeting | undefined {
  const [meeting] = heldMeetings(catalogue, network);
  return meeting && { meeting, changes: changesSince(catalogue, meeting.data.date) };
}
