import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';

interface Props {
  readonly t: Translate;
  readonly children: ComponentChildren;
}

/** What a figure means and how it came about; folded away, beside every figure, and open on paper. */
export function Definition({ t, children }: Props): VNode {
  return (
    <details class="definition">
      <summary>{t('figure.how')}</summary>
      <div>{children}</div>
    </details>
  );
}
