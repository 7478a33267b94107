import type { VNode } from 'preact';
import { foreign } from '../text/text.tsx';

export interface ProseProps {
  /** HTML made from Markdown by `content/markdown.ts`, which lets no markup of the author through. */
  readonly html: string;
  readonly lang?: string;
}

/** Running text written by editors. */
export function Prose({ html, lang }: ProseProps): VNode {
  return <div class="prose" {...foreign({ lang })} dangerouslySetInnerHTML={{ __html: html }} />;
}
