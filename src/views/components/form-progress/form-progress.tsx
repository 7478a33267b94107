import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';

interface Props {
  readonly t: Translate;
  readonly titles: readonly string[];
  /** From 0. */
  readonly current: number;
  readonly onGo?: (step: number) => void;
}

/** How far one has come: in words, and as numbers that lead to each step. */
export function FormProgress({ t, titles, current, onGo }: Props): VNode {
  const words = t('datasheet.step', { number: current + 1, total: titles.length });
  return (
    <nav class="form-progress" aria-label={words}>
      <p aria-hidden="true">{words}</p>
      <ol>
        {titles.map((title, step) => (
          <li key={title} class={step < current ? 'form-step-done' : undefined}>
            <button
              type="button"
              aria-label={`${step + 1} ${title}`}
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onGo?.(step)}
            >
              {step + 1}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
