import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Definition } from '../definition/definition.tsx';
import { ProgressMark, type ProgressMarkProps } from '../progress-mark/progress-mark.tsx';

export interface RollUpProps {
  readonly t: Translate;
  readonly state: ProgressMarkProps;
  /** How many measures there are, and how many in each state that there is: counts, never an average. */
  readonly total: string;
  readonly counts: ReadonlyArray<{ readonly label: string; readonly count: string }>;
  readonly late?: string;
  /** With the explanation; once is enough on a page with many. */
  readonly explained?: boolean;
}

/** What the measures of a goal, a field of action or a whole concept come to. */
export function RollUp({ t, state, total, counts, late, explained }: RollUpProps): VNode {
  return (
    <div class="roll-up">
      <p class="roll-up-line">
        <ProgressMark {...state} />
        <span>{total}</span>
        {counts.length > 0 && (
          <span class="roll-up-counts">
            {counts.map(({ label, count }) => (
              <span key={label}>
                {label} <strong>{count}</strong>
              </span>
            ))}
          </span>
        )}
        {late !== undefined && <ProgressMark mark="late" label={late} />}
      </p>
      {explained && (
        <Definition t={t}>
          <p>{t('rollup.definition')}</p>
        </Definition>
      )}
    </div>
  );
}
