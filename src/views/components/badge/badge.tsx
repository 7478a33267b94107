import type { VNode } from 'preact';

/** quiet: a property · wait: not now, or ask first · stop: no longer */
export type Tone = 'quiet' | 'wait' | 'stop';

/** A word or two that must not be overlooked. */
export function Badge({ tone, label }: { readonly tone: Tone; readonly label: string }): VNode {
  return <span class={`badge badge-${tone}`}>{label}</span>;
}
