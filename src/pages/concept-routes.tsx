import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import { compareEditions, type EditionDifference } from '../insight/edition-difference.ts';
import type { Translate } from '../i18n/translator.ts';
import type { CatalogueEdition, CatalogueGoal, CatalogueMeasure } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { ContentsList } from '../views/components/contents-list/contents-list.tsx';
import { Document } from '../views/components/document/document.tsx';
import { EntryList } from '../views/components/entry-list/entry-list.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import { ProgressMark } from '../views/components/progress-mark/progress-mark.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { RollUp } from '../views/components/roll-up/roll-up.tsx';
import { foreign, type ShownText, Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { Attachments } from './attachments.tsx';
import { chapterContents, ConceptChapters, fieldLabel, goalAnchor } from './concept-chapters.tsx';
import {
  attainments,
  attainmentText,
  comparePath,
  conceptFolder,
  currentEdition,
  editionPath,
  editionsOf,
  guidelinePath,
  indicatorPath,
  measureMarks,
  measurePath,
  periodText,
  printPath,
  progressOf,
  rollUpProps,
  statusMark,
} from './concept-data.tsx';
import { GuidelineBody } from './guideline-route.tsx';
import { IndicatorFigures } from './indicator-route.tsx';
import { entryTitle } from './names.ts';
import type { Route } from './route.ts';
import { isolated, optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';
import { stepsTo } from './steps.ts';
import { TranslationNotice } from './translation-notice.tsx';

/** The concept as it is now; each edition has an address of its own as well, which stays when there is a newer one. */
export const conceptRoute: Route<string | undefined> = {
  name: 'concept',
  items: ({ catalogue }) =>
    catalogue.editions.size === 0 ? [] : [undefined, ...editionsOf(catalogue).map(({ id }) => id)],
  path: (id) => (id === undefined ? conceptFolder : editionPath(id)),
  render: (id, model, page) => {
    const edition = id === undefined ? currentEdition(model.catalogue) : model.catalogue.editions.get(id);
    if (!edition) throw new Error(`No edition “${id}”`);
    return <ConceptPage edition={edition} isFront={id === undefined} model={model} page={page} />;
  },
};

interface EditionProps {
  readonly edition: CatalogueEdition;
  readonly model: SiteModel;
  readonly page: PageContext;
}

const hasComparison = (model: SiteModel): boolean =>
  editionsOf(model.catalogue).some(({ id }) => compareEditions(model.catalogue, id));

function progressIn({ edition, model }: EditionProps) {
  const progress = progressOf(model.catalogue).get(edition.id);
  if (!progress) throw new Error(`Nothing is known of edition “${edition.id}”`);
  return progress;
}

function ConceptPage({ isFront, ...props }: EditionProps & { readonly isFront: boolean }): VNode {
  const { edition, model, page } = props;
  const { t } = page;
  const { catalogue } = model;
  const texts = textsIn(edition, page.lang);
  const progress = progressIn(props);
  const contents = [
    ...chapterContents({ progress, model, page }),
    ...(catalogue.indicators.size > 0 ? [{ href: '#kennzahlen', label: { value: t('concept.indicators') } }] : []),
    ...(catalogue.guidelines.size > 0 ? [{ href: '#leitlinien', label: { value: t('event.guidelines') } }] : []),
    { href: '#fassungen', label: { value: t('concept.editions') } },
  ];
  return (
    <SteeringPage
      catalogue={catalogue}
      page={page}
      kicker={t('concept.title')}
      title={entryTitle(edition, page)}
      lead={optionalText(texts.text('summary'), page)}
      parents={isFront ? [] : [[{ value: t('concept.title') }, conceptFolder]]}
    >
      <TranslationNotice entry={edition} page={page} />
      <Adopted {...props} />
      <p class="more-links no-print">
        <a href={page.link(printPath(edition.id))}>{t('concept.print')}</a>
        {hasComparison(model) && <a href={page.link(comparePath)}>{t('compare.title')}</a>}
      </p>
      <RollUp {...rollUpProps(progress, page)} explained />
      <div class="concept-contents">
        <ContentsList title={t('concept.contents')} items={contents} />
      </div>
      <Introduction {...props} />
      <ConceptChapters progress={progress} model={model} page={page} />
      <Indicators model={model} page={page} />
      <Guidelines model={model} page={page} />
      <Editions model={model} page={page} />
      <Attachments entry={edition} page={page} />
    </SteeringPage>
  );
}

function Adopted({ edition, page }: EditionProps): VNode {
  const { t, formats } = page;
  const { adopted, period } = edition.data;
  const body = optionalText(textsIn(edition, page.lang).text('adopted_by'), page);
  return (
    <p>
      {periodText(period, page)}
      {adopted !== undefined &&
        ` · ${
          body
            ? t('concept.adopted-by', { date: formats.date(adopted), body: isolated(body) })
            : t('concept.adopted', { date: formats.date(adopted) })
        }`}
    </p>
  );
}

function Introduction({ edition, page }: EditionProps): VNode | null {
  const body = shownText(textsIn(edition, page.lang).body, page);
  return body.value.trim() === '' ? null : (
    <Prose html={renderMarkdown(body.value, { mediaPath: page.media })} lang={body.lang} />
  );
}

interface PartProps {
  readonly model: SiteModel;
  readonly page: PageContext;
}

function Indicators({ model: { catalogue }, page }: PartProps): VNode | null {
  if (catalogue.indicators.size === 0) return null;
  return (
    <section class="steering-section" id="kennzahlen">
      <h2>{page.t('concept.indicators')}</h2>
      <EntryList
        entries={[...attainments(catalogue).values()].map((attainment) => ({
          href: page.link(indicatorPath(attainment.indicator.id)),
          title: entryTitle(attainment.indicator, page),
          count: attainmentText(attainment, page)[0] ?? '',
        }))}
      />
    </section>
  );
}

function Guidelines({ model: { catalogue }, page }: PartProps): VNode | null {
  if (catalogue.guidelines.size === 0) return null;
  const { t, formats } = page;
  return (
    <section class="steering-section" id="leitlinien">
      <h2>{t('event.guidelines')}</h2>
      <EntryList
        entries={[...catalogue.guidelines.values()].map((guideline) => {
          const latest = [...guideline.data.versions].sort((a, b) => (a.date < b.date ? 1 : -1))[0];
          return {
            href: page.link(guidelinePath(guideline.id)),
            title: entryTitle(guideline, page),
            count: latest ? t('concept.version', { version: latest.version, date: formats.date(latest.date) }) : '',
          };
        })}
      />
    </section>
  );
}

function Editions({ model: { catalogue }, page }: PartProps): VNode {
  const current = currentEdition(catalogue);
  return (
    <section class="steering-section" id="fassungen">
      <h2>{page.t('concept.editions')}</h2>
      <EntryList
        entries={editionsOf(catalogue).map((edition) => ({
          href: page.link(editionPath(edition.id)),
          title: entryTitle(edition, page),
          ...(edition === current ? { kicker: page.t('concept.current') } : {}),
          count: periodText(edition.data.period, page) ?? '',
        }))}
      />
    </section>
  );
}

/** An edition with everything that belongs to it on one page, for paper. */
export const conceptPrintRoute: Route<string> = {
  name: 'concept-print',
  items: ({ catalogue }) => catalogue.editions.keys(),
  path: printPath,
  isHidden: () => true,
  render: (id, model, page) => {
    const edition = model.catalogue.editions.get(id);
    if (!edition) throw new Error(`No edition “${id}”`);
    return <PrintPage edition={edition} model={model} page={page} />;
  },
};

function PrintPage(props: EditionProps): VNode {
  const { edition, model, page } = props;
  const { t } = page;
  const { catalogue } = model;
  const title = entryTitle(edition, page);
  const progress = progressIn(props);
  const used = new Set(progress.fields.flatMap(({ goals }) => goals.flatMap(({ goal }) => goal.data.indicators ?? [])));
  const indicators = [...attainments(catalogue).values()].filter(({ indicator }) => used.has(indicator.id));
  const guidelines = [...catalogue.guidelines.values()];
  return (
    <Document page={page} title={title.value} hidden styles={['steering.css']}>
      <div class="wrap concept-print">
        <Breadcrumb
          {...stepsTo(page, [{ value: t('concept.title') }, conceptFolder], [title, editionPath(edition.id)])}
        />
        <p class="hint no-print">{t('concept.print-hint')}</p>
        <PageHeading
          kicker={t('concept.title')}
          title={title}
          lead={optionalText(textsIn(edition, page.lang).text('summary'), page)}
        />
        <Adopted {...props} />
        <ContentsList
          title={t('concept.contents')}
          items={[
            ...chapterContents({ progress, model, page }),
            ...(indicators.length > 0 ? [{ href: '#kennzahlen', label: { value: t('concept.indicators') } }] : []),
            ...(guidelines.length > 0 ? [{ href: '#leitlinien', label: { value: t('event.guidelines') } }] : []),
          ]}
        />
        <RollUp {...rollUpProps(progress, page)} explained />
        <Introduction {...props} />
        <ConceptChapters progress={progress} onPaper model={model} page={page} />
        {indicators.length > 0 && (
          <section class="steering-section" id="kennzahlen">
            <h2>{t('concept.indicators')}</h2>
            {indicators.map((attainment) => (
              <section key={attainment.indicator.id} class="concept-goal">
                <h3 {...foreign(entryTitle(attainment.indicator, page))}>
                  {entryTitle(attainment.indicator, page).value}
                </h3>
                <IndicatorFigures attainment={attainment} onPaper page={page} />
              </section>
            ))}
          </section>
        )}
        {guidelines.length > 0 && (
          <section class="steering-section" id="leitlinien">
            <h2>{t('event.guidelines')}</h2>
            {guidelines.map((guideline) => (
              <section key={guideline.id} class="concept-goal">
                <h3 {...foreign(entryTitle(guideline, page))}>{entryTitle(guideline, page).value}</h3>
                <GuidelineBody guideline={guideline} topHeading={4} page={page} />
              </section>
            ))}
          </section>
        )}
      </div>
    </Document>
  );
}

/** What each edition changed against the one before it. */
export const conceptCompareRoute: Route<'compare'> = {
  name: 'concept-compare',
  items: (model) => (hasComparison(model) ? ['compare'] : []),
  path: () => comparePath,
  render: (_, model, page) => <ComparePage model={model} page={page} />,
};

function ComparePage({ model, page }: PartProps): VNode {
  const { t } = page;
  const { catalogue } = model;
  return (
    <SteeringPage
      catalogue={catalogue}
      page={page}
      title={{ value: t('compare.title') }}
      lead={{ value: t('compare.lead') }}
      parents={[[{ value: t('concept.title') }, conceptFolder]]}
    >
      {editionsOf(catalogue).map((edition) => {
        const difference = compareEditions(catalogue, edition.id);
        const previous = difference && catalogue.editions.get(difference.previous);
        if (!difference || !previous) return null;
        return (
          <SteeringSection
            key={edition.id}
            title={t('compare.between', { old: shortTitle(previous, page), new: shortTitle(edition, page) })}
          >
            <Difference difference={difference} model={model} page={page} />
          </SteeringSection>
        );
      })}
    </SteeringPage>
  );
}

function shortTitle(edition: CatalogueEdition, page: PageContext): string {
  const short = optionalText(textsIn(edition, page.lang).text('short_title'), page);
  return isolated(short ?? entryTitle(edition, page));
}

function Difference({ difference, model, page }: PartProps & { readonly difference: EditionDifference }): VNode {
  const { t } = page;
  const { fields, goals, measures } = difference;
  const fieldItems = (ids: readonly string[]): Item[] => ids.map((id) => ({ title: fieldLabel(id, model, page) }));
  const goalItem = (goal: CatalogueGoal): Item => ({
    title: entryTitle(goal, page),
    href: `${page.link(editionPath(goal.data.edition))}#${goalAnchor(goal.id)}`,
  });
  const measureItem = (measure: CatalogueMeasure): Item => ({
    title: entryTitle(measure, page),
    href: page.link(measurePath(measure.id)),
    marks: measureMarks(measure, model.catalogue, page),
    reason: optionalText(textsIn(measure, page.lang).text('reason'), page),
  });
  return (
    <>
      <h3>{t('field.fields_of_action')}</h3>
      <Changes t={t} title={t('compare.new')} items={fieldItems(fields.added)} />
      <Changes t={t} title={t('compare.kept')} items={fieldItems(fields.continued)} />
      <Changes t={t} title={t('compare.gone')} items={fieldItems(fields.dropped)} />
      <h3>{t('concept.goals')}</h3>
      <Changes t={t} title={t('compare.new')} items={goals.added.map(goalItem)} />
      <Changes
        t={t}
        title={t('compare.kept')}
        items={goals.continued.map(({ before, after, changes }) => ({
          ...goalItem(after),
          ...(changes.title ? { before: entryTitle(before, page) } : {}),
        }))}
      />
      <Changes t={t} title={t('compare.gone')} items={goals.dropped.map(goalItem)} />
      <h3>{t('event.measures')}</h3>
      <Changes t={t} title={t('compare.new')} items={measures.added.map(measureItem)} />
      <Changes
        t={t}
        title={t('compare.kept')}
        items={measures.continued.map(({ before, after, changes }) => ({
          ...measureItem(after),
          ...(changes.title ? { before: entryTitle(before, page) } : {}),
          ...(changes.status
            ? {
                step: t('changes.step', {
                  from: statusMark(before.data.status, page).label,
                  to: statusMark(after.data.status, page).label,
                }),
              }
            : {}),
        }))}
      />
      <Changes t={t} title={t('compare.finished')} items={measures.finished.map(measureItem)} />
      <Changes t={t} title={t('compare.gone')} items={measures.dropped.map(measureItem)} />
    </>
  );
}

interface Item {
  readonly title: ShownText;
  readonly href?: string;
  readonly marks?: ReturnType<typeof measureMarks>;
  /** What it was called. */
  readonly before?: ShownText;
  /** From which status to which. */
  readonly step?: string;
  readonly reason?: ShownText | undefined;
}

interface ChangesProps {
  readonly t: Translate;
  readonly title: string;
  readonly items: readonly Item[];
}

function Changes({ t, title, items }: ChangesProps): VNode | null {
  if (items.length === 0) return null;
  return (
    <div class="concept-changes">
      <h4>{title}</h4>
      <ul>
        {items.map(({ title: name, href, marks = [], before, step, reason }) => (
          <li key={href ?? name.value}>
            {href === undefined ? (
              <span {...foreign(name)}>{name.value}</span>
            ) : (
              <a href={href} {...foreign(name)}>
                {name.value}
              </a>
            )}{' '}
            {marks.map((mark) => (
              <ProgressMark key={mark.label} {...mark} />
            ))}
            {before && (
              <p class="label">
                {t('concept.continues')}: <Text text={before} />
              </p>
            )}
            {step !== undefined && <p class="label">{step}</p>}
            {reason && (
              <p class="label">
                {t('field.reason')}: <Text text={reason} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
