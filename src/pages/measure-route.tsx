import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { CatalogueMeasure } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { DatedList } from '../views/components/dated-list/dated-list.tsx';
import { type Fact, Facts } from '../views/components/facts/facts.tsx';
import { ProgressMark } from '../views/components/progress-mark/progress-mark.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { ResultList } from '../views/components/result-list/result-list.tsx';
import { foreign, Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { fieldLabel, goalAnchor } from './concept-chapters.tsx';
import {
  conceptFolder,
  editionPath,
  eventsDeciding,
  measureMarks,
  measurePath,
  NameList,
  periodText,
  statusMark,
} from './concept-data.tsx';
import { eventsFolder } from './event-data.ts';
import { FactLinks } from './fact-links.tsx';
import { entryTitle, organisationName, placeName, termLabel, termsOf } from './names.ts';
import { keptCard } from './kept-card.tsx';
import { offerCard } from './offer-card.ts';
import type { Route } from './route.ts';
import { optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';
import { TranslationNotice } from './translation-notice.tsx';

/** One measure: who does what by when, what has become of it, and the offers that came of it. */
export const measureRoute: Route<string> = {
  name: 'measure',
  items: ({ catalogue }) => (catalogue.editions.size > 0 ? catalogue.measures.keys() : []),
  path: measurePath,
  render: (id, model, page) => {
    const measure = model.catalogue.measures.get(id);
    if (!measure) throw new Error(`No measure “${id}”`);
    return <MeasurePage measure={measure} model={model} page={page} />;
  },
};

interface Props {
  readonly measure: CatalogueMeasure;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function MeasurePage(props: Props): VNode {
  const { measure, model, page } = props;
  const { t } = page;
  const { catalogue } = model;
  const texts = textsIn(measure, page.lang);
  const body = shownText(texts.body, page);
  const goal = catalogue.goals.get(measure.data.goal);
  const field = goal && fieldLabel(goal.data.field_of_action, model, page);
  const offers = model.current.filter(({ data }) => data.measures?.includes(measure.id));
  return (
    <SteeringPage
      catalogue={catalogue}
      page={page}
      {...(field ? { kicker: field.value } : {})}
      title={entryTitle(measure, page)}
      lead={optionalText(texts.text('summary'), page)}
      parents={[
        [{ value: t('concept.title') }, conceptFolder],
        ...(goal
          ? ([[entryTitle(goal, page), `${editionPath(goal.data.edition)}#${goalAnchor(goal.id)}`]] as const)
          : []),
      ]}
    >
      <TranslationNotice entry={measure} page={page} />
      <Facts facts={factsOf(props)} />
      {body.value.trim() !== '' && (
        <Prose html={renderMarkdown(body.value, { mediaPath: page.media })} lang={body.lang} />
      )}
      <History {...props} />
      {offers.length > 0 && (
        <SteeringSection title={t('concept.offers')}>
          <ResultList
            results={offers.map((offer) => ({ card: offerCard(offer, model, page) }))}
            level={3}
            draw={keptCard}
          />
        </SteeringSection>
      )}
    </SteeringPage>
  );
}

function factsOf({ measure, model, page }: Props): Fact[] {
  const { t, formats } = page;
  const { catalogue } = model;
  const { data } = measure;
  const texts = textsIn(measure, page.lang);
  const reason = optionalText(texts.text('reason'), page);
  const planned = periodText(data.planned, page);
  const actual = periodText(data.actual, page);
  const goal = catalogue.goals.get(data.goal);
  const funding = (data.funding ?? []).flatMap((id) => catalogue.funding.get(id) ?? []);
  const decided = eventsDeciding(catalogue, 'measures', measure.id);
  const before = data.continues === undefined ? undefined : catalogue.measures.get(data.continues);
  const next = [...catalogue.measures.values()].filter((other) => other.data.continues === measure.id);
  const link = (entry: CatalogueMeasure) => ({
    href: page.link(measurePath(entry.id)),
    title: entryTitle(entry, page),
  });
  const organisations = (ids: readonly string[]): VNode => (
    <FactLinks
      links={ids.map((id) => ({ href: page.link(`traeger/${id}/`), title: organisationName(id, model, page) }))}
    />
  );
  const facts: Array<Fact | false | undefined> = [
    {
      icon: 'check',
      label: t('field.status'),
      value: (
        <>
          <p class="fact-marks">
            {measureMarks(measure, catalogue, page).map((mark) => (
              <ProgressMark key={mark.label} {...mark} />
            ))}
          </p>
          <p class="fact-note">{t('concept.since', { date: formats.date(data.status_since) })}</p>
        </>
      ),
    },
    reason && { icon: 'info', label: t('field.reason'), value: <Text text={reason} /> },
    { icon: 'home', label: t('concept.responsible'), value: organisations([data.responsible]) },
    (data.partners ?? []).length > 0 && {
      icon: 'people',
      label: t('offer.facts.partners'),
      value: organisations(data.partners ?? []),
    },
    planned !== undefined && { icon: 'calendar', label: t('concept.planned'), value: planned },
    actual !== undefined && { icon: 'calendar', label: t('concept.actual'), value: actual },
    (data.towns ?? []).length > 0 && {
      icon: 'pin',
      label: t('offer.facts.where'),
      value: <NameList names={(data.towns ?? []).map((id) => placeName(id, model, page))} />,
    },
    (data.target_groups ?? []).length > 0 && {
      icon: 'people',
      label: t('offer.facts.audience'),
      value: (
        <NameList
          names={termsOf('target-groups', data.target_groups ?? [], model).map((term) => termLabel(term, model, page))}
        />
      ),
    },
    goal && {
      icon: 'arrow',
      label: t('concept.goal'),
      value: (
        <FactLinks
          links={[
            {
              href: `${page.link(editionPath(goal.data.edition))}#${goalAnchor(goal.id)}`,
              title: entryTitle(goal, page),
            },
          ]}
        />
      ),
    },
    funding.length > 0 && {
      icon: 'coin',
      label: t('offer.funding'),
      value: (
        <FactLinks
          links={funding.map((programme) => ({
            href: page.link(`foerderung/${programme.id}/`),
            title: entryTitle(programme, page),
          }))}
        />
      ),
    },
    decided.length > 0 && {
      icon: 'speech',
      label: t('concept.decided'),
      value: (
        <FactLinks
          links={decided.map((event) => ({
            href: page.link(`${eventsFolder}${event.id}/`),
            title: entryTitle(event, page),
          }))}
        />
      ),
    },
    before && { icon: 'arrow', label: t('concept.continues'), value: <FactLinks links={[link(before)]} /> },
    next.length > 0 && {
      icon: 'arrow',
      label: t('concept.continued-by'),
      value: <FactLinks links={next.map(link)} />,
    },
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}

function History({ measure, page }: Props): VNode | null {
  const { t, formats } = page;
  const texts = textsIn(measure, page.lang);
  const steps = (measure.data.history ?? [])
    .map((step, index) => ({ ...step, note: optionalText(texts.text(`history.${index}.note`), page) }))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  if (steps.length === 0) return null;
  return (
    <SteeringSection title={t('concept.history')}>
      <DatedList
        items={steps.map(({ date, status, note }) => ({
          key: `${date} ${status} ${note?.value ?? ''}`,
          date: formats.date(date),
          dateTime: date,
          children: (
            <>
              <ProgressMark {...statusMark(status, page)} />
              {note && <p {...foreign(note)}>{note.value}</p>}
            </>
          ),
        }))}
      />
    </SteeringSection>
  );
}
