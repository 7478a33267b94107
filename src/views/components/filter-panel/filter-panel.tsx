import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Icon } from '../icon/icon.tsx';
import { type ShownText, Text } from '../text/text.tsx';

export interface FilterOption {
  readonly value: string;
  readonly label: ShownText;
  /** The filter the value belongs to, where it is not its group's. */
  readonly field?: string;
  /** How many offers would be shown with it; unknown until the search is loaded. */
  readonly count?: number;
  readonly chosen: boolean;
}

export interface FilterGroup {
  /** Name of the filter in the address: `topic`, `town` … */
  readonly field: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
}

export interface FilterPanelProps {
  readonly t: Translate;
  readonly groups: readonly FilterGroup[];
  readonly onToggle?: (field: string, value: string, chosen: boolean) => void;
  readonly onClear?: () => void;
}

/** Every filter as a group of checkboxes that folds away; a group in use starts unfolded. */
export function FilterPanel({ t, groups, onToggle, onClear }: FilterPanelProps): VNode {
  const total = groups.reduce((sum, group) => sum + countChosen(group), 0);
  return (
    <div class="filter-panel">
      <div class="filter-panel-head">
        <h2 class="filter-panel-title">
          <Icon name="filter" />
          {t('filter.title')}
        </h2>
        {total > 0 && (
          <button class="button button-plain" type="button" onClick={onClear}>
            {t('filter.clear-all')}
          </button>
        )}
      </div>
      {groups.map((group) => {
        const count = countChosen(group);
        return (
          <details key={group.field} class="filter-group" open={count > 0}>
            <summary>
              <span class="filter-group-label">{group.label}</span>
              {count > 0 && <span class="filter-group-count">{count}</span>}
              <Icon name="chevron" />
            </summary>
            <fieldset>
              <legend class="visually-hidden">{group.label}</legend>
              {group.options.map(({ field = group.field, ...option }) => (
                <label key={field + option.value} class={option.count === 0 && !option.chosen ? 'check check-empty' : 'check'}>
                  <input
                    type="checkbox"
                    name={field}
                    value={option.value}
                    checked={option.chosen}
                    onChange={onToggle && ((event) => onToggle(field, option.value, event.currentTarget.checked))}
                  />
                  <span class="check-label">
                    <Text text={option.label} />
                  </span>
                  {option.count !== undefined && <span class="check-count">{option.count}</span>}
                </label>
              ))}
            </fieldset>
          </details>
        );
      })}
    </div>
  );
}

const countChosen = ({ options }: FilterGroup): number => options.filter(({ chosen }) => chosen).length;
