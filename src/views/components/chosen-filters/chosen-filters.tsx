import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { IconPath } from '../icon/icon-path.tsx';
import { cross } from '../icon/icon-paths.ts';
import { foreign, type ShownText } from '../text/text.tsx';

export interface ChosenFiltersProps {
  readonly t: Translate;
  readonly chosen: readonly { readonly field: string; readonly value: string; readonly label: ShownText }[];
  readonly onRemove?: (field: string, value: string) => void;
}

/** The filters in use, each a button that removes it. */
export function ChosenFilters({ t, chosen, onRemove }: ChosenFiltersProps): VNode | null {
  if (chosen.length === 0) return null;
  return (
    <div role="group" aria-label={t('filter.chosen')}>
      <ul class="chosen-filters" role="list">
        {chosen.map(({ field, value, label }) => (
          <li key={`${field} ${value}`}>
            <button
              class="chip chip-remove"
              type="button"
              aria-label={t('filter.remove', { label: label.value })}
              onClick={() => onRemove?.(field, value)}
            >
              <span {...foreign(label)}>{label.value}</span>
              <IconPath path={cross} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
