import { renderMarkdown } from '../content/markdown.ts';
import { textsIn } from '../model/translation.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { Document } from '../views/components/document/document.tsx';
import { Notice } from '../views/components/notice/notice.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { ReadAloud } from '../views/components/read-aloud/read-aloud.tsx';
import { pageWords, WordsOfPage } from './glossary/page-words.tsx';
import { MapPrivacy, privacyPage } from './map/map-privacy.tsx';
import type { Route } from './route.ts';
import { languageTitle, optionalText, shownText } from './shown-text.ts';
import { stepsTo } from './steps.ts';

/** The municipality's own pages: imprint, privacy, about. */
export const contentPageRoute: Route<string> = {
  name: 'page',
  items: (model) => model.catalogue.pages.keys(),
  path: (id) => `${id}/`,
  render: (id, model, page) => {
    const entry = model.catalogue.pages.get(id);
    if (!entry) throw new Error(`No page “${id}”`);
    const texts = textsIn(entry, page.lang);
    const title = shownText(texts.text('title') ?? { value: id, lang: page.lang }, page);
    const summary = optionalText(texts.text('summary'), page);
    const body = shownText(texts.body, page);
    const words = pageWords(model, page);
    const explain = (text: string) => words.explain(text, body.lang);
    return (
      <Document page={page} title={title.value} description={summary?.value} scripts={['reading.js']}>
        <div class="wrap wrap-narrow">
          <Breadcrumb {...stepsTo(page)} />
          <PageHeading title={title} lead={summary} />
          <ReadAloud page={page} />
          {body.lang && (
            <Notice
              tone="note"
              title={page.t('notice.translation-missing', { language: languageTitle(body.lang, page) })}
            />
          )}
          <Prose html={renderMarkdown(body.value, { mediaPath: page.media, explain })} lang={body.lang} />
          {id === privacyPage && <MapPrivacy model={model} page={page} />}
          <WordsOfPage words={words} model={model} page={page} />
        </div>
      </Document>
    );
  },
};
