import type { ComponentChildren, VNode } from 'preact';
import { TopicIcon } from '../icon/topic-icon.tsx';
import { foreign, type ShownText } from '../text/text.tsx';

export interface PageHeadingProps {
  readonly title: ShownText;
  /** A word above the title, e.g. the kind of offer. */
  readonly kicker?: ComponentChildren;
  readonly lead?: ShownText;
  /** Id of a vocabulary's icon. */
  readonly icon?: string;
}

/** The headline of a page. */
export function PageHeading({ title, kicker, lead, icon }: PageHeadingProps): VNode {
  return (
    <header class="page-heading">
      {icon !== undefined && (
        <span class="page-heading-icon">
          <TopicIcon name={icon} />
        </span>
      )}
      <div>
        {kicker && <p class="page-heading-kicker">{kicker}</p>}
        <h1 {...foreign(title)}>{title.value}</h1>
        {lead && (
          <p class="lead" {...foreign(lead)}>
            {lead.value}
          </p>
        )}
      </div>
    </header>
  );
}
