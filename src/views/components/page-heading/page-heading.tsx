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
  /** 1 but in examples. */
  readonly level?: 1 | 2 | 3;
}

/** The headline of a page. */
export function PageHeading({ title, kicker, lead, icon, level = 1 }: PageHeadingProps): VNode {
  const Heading = `h${level}` as const;
  return (
    <header class="page-heading">
      {icon !== undefined && (
        <span class="page-heading-icon">
          <TopicIcon name={icon} />
        </span>
      )}
      <div>
        {kicker && <p class="page-heading-kicker">{kicker}</p>}
        <Heading class="page-heading-title" {...foreign(title)}>
          {title.value}
        </Heading>
        {lead && (
          <p class="lead" {...foreign(lead)}>
            {lead.value}
          </p>
        )}
      </div>
    </header>
  );
}
