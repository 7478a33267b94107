import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { CatalogueGuideline } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { DatedList } from '../views/components/dated-list/dated-list.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { foreign } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { conceptFolder, guidelinePath } from './concept-data.tsx';
import { eventsFolder } from './event-data.ts';
import { FactLinks } from './fact-links.tsx';
import { entryTitle } from './names.ts';
import type { Route } from './route.ts';
import { optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';
import { TranslationNotice } from './translation-notice.tsx';

/** A guideline as it holds now, and how it came to be. */
export const guidelineRoute: Route<string> = {
  name: 'guideline',
  items: ({ catalogue }) => (catalogue.editions.size > 0 ? catalogue.guidelines.keys() : []),
  path: guidelinePath,
  render: (id, model, page) => {
    const guideline = model.catalogue.guidelines.get(id);
    if (!guideline) throw new Error(`No guideline “${id}”`);
    return (
      <SteeringPage
        catalogue={model.catalogue}
        page={page}
        kicker={page.t('event.guidelines')}
        title={entryTitle(guideline, page)}
        lead={optionalText(textsIn(guideline, page.lang).text('summary'), page)}
        parents={[[{ value: page.t('concept.title') }, conceptFolder]]}
      >
        <TranslationNotice entry={guideline} page={page} />
        <GuidelineBody guideline={guideline} page={page} />
        <Versions guideline={guideline} model={model} page={page} />
      </SteeringPage>
    );
  },
};

interface BodyProps {
  readonly guideline: CatalogueGuideline;
  readonly topHeading?: number;
  readonly page: PageContext;
}

export function GuidelineBody({ guideline, topHeading = 2, page }: BodyProps): VNode {
  const body = shownText(textsIn(guideline, page.lang).body, page);
  return <Prose html={renderMarkdown(body.value, { topHeading, mediaPath: page.media })} lang={body.lang} />;
}

interface VersionsProps {
  readonly guideline: CatalogueGuideline;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function Versions({ guideline, model, page }: VersionsProps): VNode {
  const { t, formats } = page;
  const texts = textsIn(guideline, page.lang);
  const versions = guideline.data.versions
    .map((version, index) => ({ ...version, note: optionalText(texts.text(`versions.${index}.note`), page), index }))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  return (
    <SteeringSection title={t('concept.versions')}>
      <DatedList
        items={versions.map(({ version, date, events = [], document, note, index }) => {
          const title = optionalText(texts.text(`versions.${index}.document.title`), page);
          const href = document?.file === undefined ? document?.url : page.media + document.file;
          const meetings = events.flatMap((id) => model.catalogue.events.get(id) ?? []);
          return {
            key: version,
            date: formats.date(date),
            dateTime: date,
            children: (
              <>
                <p>
                  <strong>{t('concept.version', { version, date: formats.date(date) })}</strong>
                </p>
                {note && <p {...foreign(note)}>{note.value}</p>}
                {title && href !== undefined && (
                  <p>
                    <a href={href} rel="noopener" {...foreign(title)}>
                      {title.value}
                    </a>
                  </p>
                )}
                {meetings.length > 0 && (
                  <>
                    <p class="label">{t('concept.shaped-by')}</p>
                    <FactLinks
                      links={meetings.map((event) => ({
                        href: page.link(`${eventsFolder}${event.id}/`),
                        title: entryTitle(event, page),
                      }))}
                    />
                  </>
                )}
              </>
            ),
          };
        })}
      />
    </SteeringSection>
  );
}
