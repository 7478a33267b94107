import type { VNode } from 'preact';

/** A drawing by its path; what also runs in the browser takes this, so that its script holds no other. `flip`: mirrored where text runs from right to left. */
export function IconPath({ path, flip }: { readonly path: string; readonly flip?: boolean }): VNode {
  return (
    <svg class={flip ? 'icon icon-flip' : 'icon'} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
