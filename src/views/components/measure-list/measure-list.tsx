import type { ComponentChildren, VNode } from 'preact';
import { ProgressMark, type ProgressMarkProps } from '../progress-mark/progress-mark.tsx';
import { foreign, type ShownText } from '../text/text.tsx';

export interface MeasureFact {
  readonly label: string;
  readonly value: ComponentChildren;
}

export interface MeasureItem {
  /** Absent where the list itself is all there is, as on paper. */
  readonly href?: string;
  readonly title: ShownText;
  readonly summary?: ShownText;
  /** Its status, and that it is late. */
  readonly marks: readonly ProgressMarkProps[];
  readonly facts: readonly MeasureFact[];
}

/** Measures with what has become of them. */
export function MeasureList({ measures }: { readonly measures: readonly MeasureItem[] }): VNode {
  return (
    <ul class="measure-list" role="list">
      {measures.map(({ href, title, summary, marks, facts }) => (
        <li key={href ?? title.value} class="measure">
          <p class="measure-title">
            {href === undefined ? (
              <strong {...foreign(title)}>{title.value}</strong>
            ) : (
              <a href={href} {...foreign(title)}>
                {title.value}
              </a>
            )}{' '}
            {marks.map((mark) => (
              <ProgressMark key={mark.label} {...mark} />
            ))}
          </p>
          {summary && <p {...foreign(summary)}>{summary.value}</p>}
          {facts.length > 0 && (
            <dl class="measure-facts">
              {facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
