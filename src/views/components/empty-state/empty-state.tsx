import type { VNode } from 'preact';

export interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  /** Where to go from here. */
  readonly link: { readonly href: string; readonly label: string };
  /** What else can be done. */
  readonly second?: { readonly href: string; readonly label: string };
}

export function EmptyState({ title, text, link, second }: EmptyStateProps): VNode {
  return (
    <div class="empty-state">
      <p class="empty-state-title">{title}</p>
      <p>{text}</p>
      <p>
        <a class="button" href={link.href}>
          {link.label}
        </a>{' '}
        {second && (
          <a class="button button-second" href={second.href}>
            {second.label}
          </a>
        )}
      </p>
    </div>
  );
}
