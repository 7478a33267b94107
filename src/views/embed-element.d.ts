import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'angebotslotse-list': HTMLAttributes<HTMLElement> & {
        'heading-level'?: string;
        target?: '_blank' | '_top';
      };
    }
  }
}
