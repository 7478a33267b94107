import type { VNode } from 'preact';
import type { Entry } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { Notice } from '../views/components/notice/notice.tsx';
import type { PageContext } from '../views/page-context.ts';
import { languageTitle } from './shown-text.ts';

export interface TranslationNoticeProps {
  readonly entry: Entry<unknown>;
  readonly page: PageContext;
}

/** That the text is not in the page's language, or may be wrong in it. */
export function TranslationNotice({ entry, page }: TranslationNoticeProps): VNode | null {
  const { t } = page;
  const { status } = textsIn(entry, page.lang);
  if (status === 'source' || status === 'translated') return null;
  const original = page.languages.some(({ tag }) => tag === entry.language) && (
    <p>
      <a href={page.link(page.path, entry.language)} hreflang={entry.language}>
        {t('notice.read-original')}
      </a>
    </p>
  );
  if (status === 'missing') {
    return (
      <Notice tone="note" title={t('notice.translation-missing', { language: languageTitle(entry.language, page) })} />
    );
  }
  return (
    <Notice tone="note" title={t(`notice.translation-${status}`)}>
      {original}
    </Notice>
  );
}
