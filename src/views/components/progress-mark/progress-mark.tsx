import type { VNode } from 'preact';

/** open: not begun · moving: going on · done · failed · late · unknown */
export type Mark = 'open' | 'moving' | 'done' | 'failed' | 'late' | 'unknown';

/** Each of another shape, so that nobody needs to tell colours apart. */
const shapes: Readonly<Record<Mark, VNode>> = {
  open: <circle cx="8" cy="8" r="5.5" />,
  moving: <path d="M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM8 2.5a5.5 5.5 0 0 1 0 11z" class="filled" />,
  done: <path d="M2.5 8.5l3.5 3.5 7.5-8" />,
  failed: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  late: <path d="M8 2.5v7M8 12.7v.6" />,
  unknown: <path d="M3 8h10" />,
};

export interface ProgressMarkProps {
  readonly mark: Mark;
  readonly label: string;
}

/** How far something has got: a shape and a word. */
export function ProgressMark({ mark, label }: ProgressMarkProps): VNode {
  return (
    <span class={`progress-mark progress-${mark}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {shapes[mark]}
      </svg>
      {label}
    </span>
  );
}
