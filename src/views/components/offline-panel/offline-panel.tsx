import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import type { IsoDate } from '../../../model/diagnostic.ts';

/** How it stands with a town on this device. */
export type OfflineState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'kept'; readonly date: IsoDate; readonly isOutdated: boolean }
  | { readonly kind: 'failed'; readonly reason: 'no-space' | 'changing' | 'connection' };

export interface OfflinePanelProps {
  readonly t: Translate;
  readonly number: (value: number) => string;
  readonly date: (iso: IsoDate) => string;
  /** Absent where it stands above the box already. */
  readonly title?: string;
  /** One sentence on what this is for. */
  readonly lead?: string;
  readonly offers: number;
  /** Size on the device; undefined until it is known. */
  readonly bytes?: number;
  readonly state: OfflineState;
  readonly onKeep?: () => void;
  readonly onRemove?: () => void;
}

/** A town's offers for the way: what it costs in space, one button, how far it is. */
export function OfflinePanel(props: OfflinePanelProps): VNode {
  const { t, number, date, title, lead, offers, bytes, state, onKeep, onRemove } = props;
  const working = state.kind === 'working';
  const size =
    bytes === undefined ? '…' : t('offline.megabytes', { size: number(Math.max(0.1, Math.round(bytes / 1e5) / 10)) });
  return (
    <div class="offline-panel">
      {title !== undefined && <h3>{title}</h3>}
      {lead !== undefined && <p>{lead}</p>}
      <p class="offline-panel-size">{t('offline.size', { count: offers, size })}</p>
      <p class="offline-panel-state" role="status">
        {state.kind === 'kept' && t('offline.kept', { date: date(state.date) })}
        {state.kind === 'kept' && state.isOutdated && ` ${t('offline.outdated')}`}
        {state.kind === 'failed' && t(`offline.failed-${state.reason}`)}
        {working && t('offline.working')}
      </p>
      {working && (
        <progress
          class="offline-panel-progress"
          max={state.total}
          value={state.done}
          aria-label={t('offline.working')}
        />
      )}
      <p class="offline-panel-actions">
        {(state.kind !== 'kept' || state.isOutdated) && (
          <button class="button" type="button" disabled={working || bytes === undefined} onClick={onKeep}>
            {state.kind === 'kept' ? t('offline.update') : t('offline.keep')}
          </button>
        )}
        {state.kind === 'kept' && (
          <button class="button button-second" type="button" onClick={onRemove}>
            {t('offline.remove')}
          </button>
        )}
      </p>
    </div>
  );
}
