import type { VNode } from 'preact';
import { foreign, type ShownText } from '../views/components/text/text.tsx';

export interface FactLink {
  readonly href: string;
  readonly title: ShownText;
}

/** Links as the value of a fact. */
export const FactLinks = ({ links }: { readonly links: readonly FactLink[] }): VNode => (
  <ul class="link-list" role="list">
    {links.map(({ href, title }) => (
      <li key={href}>
        <a href={href} {...foreign(title)}>
          {title.value}
        </a>
      </li>
    ))}
  </ul>
);
