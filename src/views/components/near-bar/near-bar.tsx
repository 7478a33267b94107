import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import type { ShownText } from '../text/text.tsx';

export interface NearBarProps {
  readonly t: Translate;
  /** What of the two is chosen, or another day. */
  readonly when?: string;
  /** Whether the choice of a place is open. */
  readonly open: boolean;
  /** Whether distances are shown. */
  readonly isNear: boolean;
  /** Undefined until they are loaded. */
  readonly origins?: readonly { readonly id: string; readonly label: ShownText }[];
  /** Id of the chosen origin; `''` where none is, or the position is. */
  readonly origin: string;
  /** Kilometres; 0 where any distance is right. */
  readonly within: number;
  /** The distances to choose from, in words. */
  readonly distances: readonly { readonly km: number; readonly label: string }[];
  /** What there is to say about the reader's position. */
  readonly said: string;
  readonly onWhen?: (when: 'today' | 'week') => void;
  readonly onOpen?: () => void;
  readonly onOrigin?: (id: string) => void;
  readonly onPosition?: () => void;
  readonly onWithin?: (km: number) => void;
}

/** The quickest ways to what one can go to: today, this week, not far from here. */
export function NearBar(props: NearBarProps): VNode {
  const { t, when, open, isNear, origins, origin, within, distances, said } = props;
  return (
    <div class="near-bar">
      <div class="near-ways" role="group" aria-label={t('near.title')}>
        {(['today', 'week'] as const).map((way) => (
          <button
            key={way}
            class="near-way"
            type="button"
            aria-pressed={when === way}
            onClick={() => props.onWhen?.(way)}
          >
            {t(`near.${way}`)}
          </button>
        ))}
        <button
          class={isNear ? 'near-way near-way-on' : 'near-way'}
          type="button"
          aria-expanded={open}
          onClick={props.onOpen}
        >
          {t('near.close')}
        </button>
      </div>
      {open && (
        <div class="near-place">
          <label>
            {t('near.from')}
            <select
              value={origin}
              aria-busy={origins === undefined}
              onChange={(event) => props.onOrigin?.(event.currentTarget.value)}
            >
              <option value="">{t('near.choose')}</option>
              {origins?.map(({ id, label }) => (
                <option key={id} value={id} lang={label.lang}>
                  {label.value}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('near.within')}
            <select
              value={String(within)}
              disabled={!isNear}
              onChange={(event) => props.onWithin?.(Number(event.currentTarget.value))}
            >
              <option value="0">{t('near.any')}</option>
              {distances.map(({ km, label }) => (
                <option key={km} value={String(km)}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <button class="button button-second" type="button" onClick={props.onPosition}>
            {t('near.here')}
          </button>
          <p class="near-private">{t('near.private')}</p>
          <p class="near-said" role="status">
            {said}
          </p>
        </div>
      )}
    </div>
  );
}
