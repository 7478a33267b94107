import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import type { ShownText } from '../text/text.tsx';

export interface WeekToolsProps {
  readonly t: Translate;
  readonly topics: readonly { readonly value: string; readonly label: ShownText }[];
  /** Id of the chosen topic; `''` where none is. */
  readonly topic: string;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  readonly onTopic?: (topic: string) => void;
  /** So many days later, or earlier. */
  readonly onMove?: (days: number) => void;
  readonly onPrint?: () => void;
}

/** Topic, other weeks, paper: stands in the page already, so that nothing moves when its script comes. */
export function WeekTools(props: WeekToolsProps): VNode {
  const { t, topics, topic, hasEarlier, hasLater, onTopic, onMove, onPrint } = props;
  return (
    <div class="week-tools no-print">
      {topics.length > 1 && (
        <label>
          {t('filter.topic')}
          <select value={topic} onChange={onTopic && ((event) => onTopic(event.currentTarget.value))}>
            <option value="">{t('week.all-topics')}</option>
            {topics.map(({ value, label }) => (
              <option key={value} value={value} lang={label.lang}>
                {label.value}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" class="button button-second" disabled={!hasEarlier} onClick={() => onMove?.(-7)}>
        {t('week.earlier')}
      </button>
      <button type="button" class="button button-second" disabled={!hasLater} onClick={() => onMove?.(7)}>
        {t('week.later')}
      </button>
      <button type="button" class="button button-second" onClick={onPrint}>
        {t('list.print')}
      </button>
    </div>
  );
}
