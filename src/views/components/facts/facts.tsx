import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export interface Fact {
  readonly icon: IconName;
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Labelled facts, the way a ship's log notes them: what is asked first stands first. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): VNode {
  return (
    <dl class="facts">
      {facts.map(({ icon, label, value }) => (
        <div key={label} class="fact">
          <dt>
            <Icon name={icon} />
            {label}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
