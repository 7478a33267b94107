import type { VNode } from 'preact';
import type { Entry } from '../model/catalogue.ts';
import type { Attachment } from '../model/schema.generated.ts';
import { textsIn } from '../model/translation.ts';
import { DocumentList, type ListedDocument } from '../views/components/document-list/document-list.tsx';
import type { PageContext } from '../views/page-context.ts';
import { optionalText } from './shown-text.ts';
import { SteeringSection } from './steering-page.tsx';

export interface AttachmentsProps {
  readonly entry: Entry<{ documents?: Attachment[] }>;
  readonly page: PageContext;
}

/** The documents of an entry, to download; nothing where it has none. */
export function Attachments({ entry, page }: AttachmentsProps): VNode | null {
  const documents = attachmentsOf({ entry, page });
  return documents.length > 0 ? (
    <SteeringSection title={page.t('documents.title')}>
      <DocumentList documents={documents} />
    </SteeringSection>
  ) : null;
}

function attachmentsOf({ entry, page }: AttachmentsProps): ListedDocument[] {
  const texts = textsIn(entry, page.lang);
  return (entry.data.documents ?? []).map(({ title, file, url, date }, index) => {
    const href = file === undefined ? (url ?? '') : page.media + file;
    const format = /\.([a-z]{2,4})$/.exec(file ?? new URL(href).pathname)?.[1]?.toUpperCase();
    return {
      href,
      title: optionalText(texts.text(`documents.${index}.title`), page) ?? { value: title },
      ...(format === undefined ? {} : { format }),
      ...(date === undefined ? {} : { date: page.formats.date(date) }),
    };
  });
}
