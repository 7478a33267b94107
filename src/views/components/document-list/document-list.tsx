import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface ListedDocument {
  readonly href: string;
  readonly title: ShownText;
  /** Kind of file, as its ending says: `PDF`. */
  readonly format?: string;
  readonly date?: string;
}

/** Documents to download. */
export function DocumentList({ documents }: { readonly documents: readonly ListedDocument[] }): VNode {
  return (
    <ul class="document-list" role="list">
      {documents.map(({ href, title, format, date }) => (
        <li key={href}>
          <a href={href} rel="noopener" {...foreign(title)}>
            {title.value}
          </a>{' '}
          <span class="label">
            {format && <bdi>{format}</bdi>}
            {format && date && ' · '}
            {date}
          </span>
        </li>
      ))}
    </ul>
  );
}
