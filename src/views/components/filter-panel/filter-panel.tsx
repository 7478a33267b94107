import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../../i18n/translator.ts';
import { IconPath } from '../icon/icon-path.tsx';
import { chevron, filter } from '../icon/icon-paths.ts';
import { type ShownText, Text } from '../text/text.tsx';

export interface FilterOption {
  readonly value: string;
  readonly label: ShownText;
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
  /** What is folded away is drawn group by group, each behind the painting of the one before: all at once holds up a cheap phone. */
  readonly gradually?: boolean;
  /** Number of offers found, for the button that leads from the filters to them on narrow screens. */
  readonly total?: number;
  readonly onToggle?: (field: string, value: string, chosen: boolean) => void;
  readonly onClear?: () => void;
  /** The reader goes from the filters to the offers. */
  readonly onDone?: () => void;
}

/**
 * Every filter as a group of checkboxes that folds away; filters of a single value stand together at the end.
 * On narrow screens the whole panel folds away behind its title.
 */
export function FilterPanel({ t, groups, gradually, total, onToggle, onClear, onDone }: FilterPanelProps): VNode {
  const [open, setOpen] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(gradually ? 0 : Infinity);
  useEffect(() => {
    if (drawn < groups.length) setDrawn(drawn + 1);
  }, [drawn]);
  // A group that was opened for its chosen values stays as the reader leaves it: it must not fold away under the finger.
  const unfolded = useRef(new Set<string>());
  const chosen = groups.reduce((sum, group) => sum + countChosen(group), 0);
  for (const group of groups) if (countChosen(group) > 0) unfolded.current.add(group.field);
  const folding = groups.filter(({ options }) => options.length > 1);
  const single = groups.filter(({ options }) => options.length === 1);
  const clear = (): void => {
    // The button goes away with the filters; the focus must not fall to the beginning of the page.
    body.current?.focus({ preventScroll: true });
    onClear?.();
  };
  const showResults = (): void => {
    setOpen(false);
    onDone?.();
  };
  const title = (
    <>
      <IconPath path={filter} />
      {t('filter.title')}
      <ChosenCount count={chosen} />
    </>
  );
  return (
    <div class={open ? 'filter-panel filter-panel-open' : 'filter-panel'}>
      <h2 class="filter-panel-title">
        <span class="filter-panel-label">{title}</span>
        <button class="filter-panel-toggle" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {title}
          <IconPath path={chevron} />
        </button>
      </h2>
      <div class="filter-panel-groups" ref={body} tabIndex={-1}>
        {folding.map((group, place) => (
          <details key={group.field} class="filter-group" open={unfolded.current.has(group.field)}>
            <summary>
              <span class="filter-group-label">{group.label}</span>
              <ChosenCount count={countChosen(group)} />
              <IconPath path={chevron} />
            </summary>
            <fieldset>
              <legend class="visually-hidden">{group.label}</legend>
              {(place < drawn || unfolded.current.has(group.field)) && <Options group={group} onToggle={onToggle} />}
            </fieldset>
          </details>
        ))}
        {single.length > 0 && (
          <fieldset class="filter-group">
            <legend>{t('filter.needs')}</legend>
            {single.map((group) => (
              <Options key={group.field} group={group} onToggle={onToggle} />
            ))}
          </fieldset>
        )}
        <div class="filter-panel-end">
          {chosen > 0 && (
            <button class="button button-plain" type="button" onClick={clear}>
              {t('filter.clear-all')}
            </button>
          )}
          {total !== undefined && (
            <button class="button filter-panel-done" type="button" onClick={showResults}>
              {t('filter.show-results', { count: total })}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

interface OptionsProps extends Pick<FilterPanelProps, 'onToggle'> {
  readonly group: FilterGroup;
}

/** There are many, and most of what happens on the page changes none of them. */
function Options({ group, onToggle }: OptionsProps): VNode {
  return useMemo(() => {
    const { field, options } = group;
    return (
      <>
        {options.map(({ value, label, count, chosen }) => (
          <label key={value} class={count === 0 && !chosen ? 'check check-empty' : 'check'}>
            <input
              type="checkbox"
              name={field}
              value={value}
              checked={chosen}
              onChange={onToggle && ((event) => onToggle(field, value, event.currentTarget.checked))}
            />
            <span class="check-label">
              <Text text={label} />
            </span>
            {count !== undefined && <span class="check-count">{count}</span>}
          </label>
        ))}
      </>
    );
  }, [group, onToggle]);
}

const ChosenCount = ({ count }: { readonly count: number }): VNode | null =>
  count > 0 ? <span class="filter-count">{count}</span> : null;

const countChosen = ({ options }: FilterGroup): number => options.filter(({ chosen }) => chosen).length;
