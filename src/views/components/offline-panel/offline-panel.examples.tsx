import type { Examples } from '../../example-sets.ts';
import type { PageContext } from '../../page-context.ts';
import { OfflinePanel, type OfflinePanelProps } from './offline-panel.tsx';

const common = ({ t, formats }: PageContext): Omit<OfflinePanelProps, 'state'> => ({
  t,
  number: formats.number,
  date: formats.date,
  title: 'Brinkenau',
  offers: 27,
  bytes: 1_240_000,
});

export const examples: Examples = {
  'not kept': (page) => <OfflinePanel {...common(page)} state={{ kind: 'idle' }} />,
  'on its way': (page) => <OfflinePanel {...common(page)} state={{ kind: 'working', done: 40, total: 90 }} />,
  kept: (page) => <OfflinePanel {...common(page)} state={{ kind: 'kept', date: '2026-11-22', isOutdated: false }} />,
  'a newer version': (page) => (
    <OfflinePanel {...common(page)} state={{ kind: 'kept', date: '2026-11-22', isOutdated: true }} />
  ),
  'device full': (page) => <OfflinePanel {...common(page)} state={{ kind: 'failed', reason: 'no-space' }} />,
};
