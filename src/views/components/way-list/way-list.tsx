import type { VNode } from 'preact';

export interface Way {
  readonly href: string;
  readonly title: string;
  readonly text: string;
}

/** Links with a sentence each that says what is to be found there. */
export function WayList({ ways }: { readonly ways: readonly Way[] }): VNode {
  return (
    <ul class="way-list" role="list">
      {ways.map(({ href, title, text }) => (
        <li key={href} class="way">
          <a class="way-title" href={href}>
            {title}
          </a>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
