import type { VNode } from 'preact';

export interface ExplainedProps {
  readonly text: string;
  /** In their order and without overlap; offsets in UTF-16 units. */
  readonly words: readonly { readonly start: number; readonly end: number; readonly href: string }[];
}

/** A text with words that lead to their explanations. */
export function Explained({ text, words }: ExplainedProps): VNode {
  const parts: Array<VNode | string> = [];
  let done = 0;
  for (const { start, end, href } of words) {
    parts.push(
      text.slice(done, start),
      <a class="term" href={href}>
        {text.slice(start, end)}
      </a>,
    );
    done = end;
  }
  parts.push(text.slice(done));
  return <>{parts}</>;
}
