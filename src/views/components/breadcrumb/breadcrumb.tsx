import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface BreadcrumbProps {
  /** Name of the navigation for screen readers. */
  readonly label: string;
  readonly steps: readonly { readonly label: ShownText; readonly href: string }[];
}

/** The way from the start page to here, without the page itself: its headline follows. */
export function Breadcrumb({ label, steps }: BreadcrumbProps): VNode {
  return (
    <nav class="breadcrumb" aria-label={label}>
      <ol>
        {steps.map((step) => (
          <li key={step.href}>
            <a href={step.href} {...foreign(step.label)}>
              {step.label.value}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
