import type { VNode } from 'preact';
import { TopicIcon } from '../icon/topic-icon.tsx';
import { foreign, type ShownText } from '../text/text.tsx';

export interface Choice {
  readonly href: string;
  readonly label: ShownText;
  readonly description?: ShownText;
  /** Name of a vocabulary's icon. */
  readonly icon?: string;
  /** Leads to help in danger. */
  readonly urgent?: boolean;
}

/** The answers to the question of the start page: a picture and a few plain words, large enough for a thumb. */
export function ChoiceList({ choices }: { readonly choices: readonly Choice[] }): VNode {
  return (
    <ul class="choice-list" role="list">
      {choices.map(({ href, label, description, icon, urgent }) => (
        <li key={href}>
          <a class={urgent ? 'choice choice-urgent' : 'choice'} href={href}>
            <span class="choice-icon">
              <TopicIcon name={icon} />
            </span>
            <span class="choice-label" {...foreign(label)}>
              {label.value}
            </span>{' '}
            {description && (
              <span class="choice-description" {...foreign(description)}>
                {description.value}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
