import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export interface Fact {
  /** By which a script finds the fact. */
  readonly name?: string;
  readonly icon: IconName;
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Labelled facts, the way a ship's log notes them: what is asked first stands first. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): VNode {
  return (
    <dl class="facts">
      {facts.map(({ name, icon, label, value }) => (
        <div key={label} class="fact" data-fact={name}>
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
