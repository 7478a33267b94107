import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface PictureProps {
  readonly src: string;
  readonly alt: ShownText;
  /** Whose picture it is. */
  readonly credit?: string;
}

/** The municipality's own picture of an offer; loaded only when it comes into view. */
export function Picture({ src, alt, credit }: PictureProps): VNode {
  return (
    <figure class="picture">
      <img src={src} alt={alt.value} {...foreign(alt)} loading="lazy" decoding="async" />
      {credit && <figcaption>{credit}</figcaption>}
    </figure>
  );
}
