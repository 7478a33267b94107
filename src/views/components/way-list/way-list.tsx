import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface Way {
  readonly href: string;
  readonly title: string | ShownText;
  readonly text: string | ShownText;
}

const shown = (text: string | ShownText): ShownText => (typeof text === 'string' ? { value: text } : text);

/** Links with a sentence each that says what is to be found there. */
export function WayList({ ways }: { readonly ways: readonly Way[] }): VNode {
  return (
    <ul class="way-list" role="list">
      {ways.map(({ href, title, text }) => (
        <li key={href} class="way">
          <a class="way-title" href={href} {...foreign(shown(title))}>
            {shown(title).value}
          </a>
          <p {...foreign(shown(text))}>{shown(text).value}</p>
        </li>
      ))}
    </ul>
  );
}
