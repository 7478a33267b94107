import type { VNode } from 'preact';
import type { ShownText } from '../text/text.tsx';
import { Text } from '../text/text.tsx';

export interface KeyFigure {
  readonly value: string;
  readonly label: ShownText;
  /** Where to look closer. */
  readonly href?: string;
}

/** A few numbers with what each of them counts. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }): VNode {
  return (
    <dl class="key-figures">
      {figures.map(({ value, label, href }) => (
        <div key={label.value} class="key-figure">
          <dt>
            {href === undefined ? (
              <Text text={label} />
            ) : (
              <a href={href}>
                <Text text={label} />
              </a>
            )}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
