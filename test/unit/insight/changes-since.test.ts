import { describe, expect, it } from 'vitest';
import {
  changesSince,
  changesSinceMeeting,
  compareSnapshots,
  heldMeetings,
  snapshotNotAfter,
  type ChangedEntry,
} from '../../../src/insight/changes-since.ts';
import { takeSnapshot } from '../../../src/insight/snapshot.ts';
import type { Event, Measure, Snapshot } from '../../../src/model/schema.generated.ts';
import { catalogueOf, entries, today } from './sample-catalogue.ts';

type SnapshotOffer = Snapshot['offers'][string];
const offer = (part: Partial<SnapshotOffer> = {}): SnapshotOffer => ({
  title: 'Angebot',
  standing: 'active',
  reviewed: '2025-06-01',
  text: '000000000000',
  ...part,
});
const snapshot = (date: string, part: Partial<Snapshot> = {}): Snapshot => ({ version: 1, date, offers: {}, ...part });
const ids = (all: readonly ChangedEntry[]): string => all.map(({ id }) => id).join();

describe('a snapshot', () => {
  const catalogue = catalogueOf(
    {
      zuletzt: { service_area: ['kreis'], topics: ['german'] },
      anfang: { title: 'Anfang', standing: 'paused', reviewed: '2026-01-15' },
    },
    {
      targets: [{ id: 'deutsch', label: { de: 'Deutsch' }, minimum: 1, per: 'town', offers: { topics: ['german'] } }],
      measures: entries('concept/measures', {
        bus: {
          title: 'Bus',
          summary: 'Ein Bus fährt.',
          goal: 'g',
          status: 'running',
          status_since: '2025-05-01',
          responsible: 'verein',
        } satisfies Measure,
      }),
    },
  );

  it('holds what can be compared later, sorted, without what is empty', () => {
    expect(takeSnapshot(catalogue)).toEqual({
      version: 1,
      date: today,
      offers: {
        anfang: { title: 'Anfang', standing: 'paused', reviewed: '2026-01-15', text: '000000000000' },
        zuletzt: { title: 'Angebot', standing: 'active', reviewed: '2026-02-01', text: '000000000000' },
      },
      measures: { bus: { title: 'Bus', status: 'running', since: '2025-05-01' } },
      matrices: [{ rows: 'topic', columns: 'town', cells: { german: { ahornstadt: 1, birkenau: 1 } } }],
      targets: { deutsch: { met: 2, of: 3 } },
    });
    expect(Object.keys(takeSnapshot(catalogue).offers)).toEqual(['anfang', 'zuletzt']);
  });

  it('says nothing of needs, measures or targets where there are none', () => {
    expect(Object.keys(takeSnapshot(catalogueOf({})))).toEqual(['version', 'date', 'offers', 'matrices']);
  });
});

describe('between two snapshots', () => {
  const changes = compareSnapshots(
    snapshot('2025-09-01', {
      offers: {
        same: offer(),
        ends: offer(),
        deleted: offer({ title: 'Gelöscht' }),
        pauses: offer({ standing: 'upcoming' }),
        returns: offer({ standing: 'paused' }),
        again: offer({ standing: 'ended' }),
        over: offer({ standing: 'ended' }),
        read: offer({ text: '111111111111' }),
      },
      measures: {
        bus: { title: 'Bus', status: 'planned', since: '2025-01-01' },
        same: { title: 'Gleich', status: 'idea', since: '2025-01-01' },
        gone: { title: 'Weg', status: 'idea', since: '2025-01-01' },
      },
      targets: { kurs: { met: 3, of: 10 }, rat: { met: 1, of: 1 } },
    }),
    snapshot('2026-03-01', {
      offers: {
        same: offer(),
        ends: offer({ standing: 'ended' }),
        pauses: offer({ standing: 'paused' }),
        returns: offer(),
        again: offer(),
        over: offer({ standing: 'ended', text: '222222222222' }),
        read: offer({ reviewed: '2026-01-01', title: 'Neuer Titel' }),
        new: offer({ standing: 'upcoming' }),
        never: offer({ standing: 'ended' }),
      },
      measures: {
        bus: { title: 'Beratungsbus', status: 'running', since: '2025-12-01' },
        same: { title: 'Gleich', status: 'idea', since: '2025-01-01' },
        plan: { title: 'Plan', status: 'idea', since: '2026-01-01' },
      },
      targets: { kurs: { met: 5, of: 10 }, rat: { met: 1, of: 1 } },
    }),
  );

  it('offers came, went, paused and came back', () => {
    const { added, ended, paused, resumed } = changes.offers;
    expect([ids(added), ids(ended), ids(paused), ids(resumed)]).toEqual([
      'new',
      'deleted,ends',
      'pauses',
      'again,returns',
    ]);
    expect(ended[0]).toEqual({ id: 'deleted', title: 'Gelöscht', isGone: true });
  });

  it('offers were reviewed and rewritten', () => {
    expect(changes.offers.reviewed).toEqual([{ id: 'read', title: 'Neuer Titel', isGone: false }]);
    expect(ids(changes.offers.rewritten)).toBe('read');
  });

  it('measures and targets got further', () => {
    expect(changes.measures.changed).toEqual([
      { id: 'bus', title: 'Beratungsbus', isGone: false, before: 'planned', after: 'running', since: '2025-12-01' },
    ]);
    expect([ids(changes.measures.added), ids(changes.measures.gone)]).toEqual(['plan', 'gone']);
    expect(changes.targets).toEqual([{ id: 'kurs', before: { met: 3, of: 10 }, after: { met: 5, of: 10 } }]);
    expect([changes.from, changes.to]).toEqual(['2025-09-01', '2026-03-01']);
  });
});

describe('since a meeting', () => {
  const event = (date: string, data: Partial<Event> = {}): Event => ({
    title: 'Treffen',
    kind: 'meeting',
    status: 'held',
    access: 'public',
    date,
    ...data,
  });
  const snapshots = [
    snapshot('2025-06-30'),
    snapshot('2025-12-31'),
    snapshot('2026-02-20', { offers: { new: offer() } }),
  ];
  const catalogue = catalogueOf(
    { new: {} },
    {
      snapshots,
      events: entries('events', {
        early: event('2025-03-01', { networks: ['small'] }),
        last: event('2026-02-01', { networks: ['large'] }),
        party: event('2026-02-25', { kind: 'public-event' }),
        planned: event('2026-02-26', { status: 'planned' }),
        next: event('2026-04-01'),
      }),
    },
  );

  it('the newest snapshot that is not after it counts', () => {
    expect(snapshotNotAfter(snapshots, '2026-02-01')?.date).toBe('2025-12-31');
    expect(snapshotNotAfter(snapshots, '2025-12-31')?.date).toBe('2025-12-31');
    expect(snapshotNotAfter(snapshots, '2025-01-01')).toBeUndefined();
    expect(heldMeetings(catalogue).map(({ id }) => id)).toEqual(['last', 'early']);
    const { meeting, changes } = changesSinceMeeting(catalogue)!;
    expect([meeting.id, changes?.from, changes && ids(changes.offers.added)]).toEqual(['last', '2025-12-31', 'new']);
  });

  it('a network asks for its own; without a snapshot or a meeting it says so', () => {
    const small = changesSinceMeeting(catalogue, 'small')!;
    expect([small.meeting.id, small.changes]).toEqual(['early', undefined]);
    expect(changesSinceMeeting(catalogue, 'none')).toBeUndefined();
    expect(changesSince(catalogue, '2025-01-01')).toBeUndefined();
  });
});
