import type { VNode } from 'preact';
import { renderMarkdown } from '../../content/markdown.ts';
import type { CatalogueGuide, CatalogueOffer } from '../../model/catalogue.ts';
import type { Guide } from '../../model/schema.generated.ts';
import { textsIn, type LocalisedTexts } from '../../model/translation.ts';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { ContentsList } from '../../views/components/contents-list/contents-list.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { HelpBox } from '../../views/components/help-box/help-box.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { Prose } from '../../views/components/prose/prose.tsx';
import { ReadAloud } from '../../views/components/read-aloud/read-aloud.tsx';
import { type GuideStep, StepList } from '../../views/components/step-list/step-list.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { reachable } from '../contact-data.ts';
import { type PageWords, pageWords, WordsOfPage } from '../glossary/page-words.tsx';
import { fittingOffers } from '../life-situations/fitting-offers.ts';
import { offersAddress } from '../life-situations/offers-address.ts';
import { myListPath } from '../my-list-route.tsx';
import { entryTitle } from '../names.ts';
import { offerCard } from '../offer-card.ts';
import type { Route } from '../route.ts';
import { optionalText, shownText } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';
import { stepsTo } from '../steps.ts';
import { TranslationNotice } from '../translation-notice.tsx';
import { guidesPath } from './guide-ways.ts';

type Step = Guide['steps'][number];

/** So many offers stand in a step beside those that it names. */
const shown = 3;

interface Props {
  readonly guide: CatalogueGuide;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** A way through a situation in life: the steps in their order, each with the offers that help. */
export const guideRoute: Route<string> = {
  name: 'guide',
  items: ({ catalogue }) => catalogue.guides.keys(),
  path: (id) => `${guidesPath}${id}/`,
  render: (id, model, page) => {
    const guide = model.catalogue.guides.get(id);
    if (!guide) throw new Error(`No guide “${id}”`);
    return <GuidePage guide={guide} model={model} page={page} />;
  },
};

function GuidePage({ guide, model, page }: Props): VNode {
  const { t } = page;
  const texts = textsIn(guide, page.lang);
  const title = entryTitle(guide, page);
  const summary = optionalText(texts.text('summary'), page);
  const body = shownText(texts.body, page);
  const icon = model.catalogue.vocabularies['life-situations'].get(guide.data.situations?.[0] ?? '')?.icon;
  const words = pageWords(model, page);
  const explain = (text: string) => words.explain(text, body.lang);
  const introduction = renderMarkdown(body.value, { mediaPath: page.media, explain });
  const steps = guide.data.steps.map((step, index) => stepOf(step, index, texts, words, model, page));
  const phases = phasesOf(guide.data.steps);
  return (
    <Document
      page={page}
      title={title.value}
      description={summary?.value}
      styles={['guide.css']}
      scripts={['reading.js']}
    >
      <div class="wrap guide">
        <Breadcrumb {...stepsTo(page, [{ value: t('guide.title') }, guidesPath])} />
        <PageHeading title={title} lead={summary} icon={icon ?? 'compass'} />
        <ReadAloud page={page} />
        <TranslationNotice entry={guide} page={page} />
        {body.value.trim() !== '' && <Prose html={introduction} lang={body.lang} />}
        <ContentsList
          title={t('guide.steps')}
          items={steps.map(({ id, title: label }) => ({ href: `#${id}`, label }))}
        />
        {phases.map(({ when, from, to }) => (
          <section key={from}>
            {when && <h2 class="guide-phase">{t(`guide.when.${when}`)}</h2>}
            <StepList t={t} steps={steps.slice(from, to)} start={from + 1} level={when ? 3 : 2} />
          </section>
        ))}
        <WordsOfPage words={words} model={model} page={page} />
        <HelpBox t={t} contact={reachable(page.site.publisher)} />
      </div>
    </Document>
  );
}

interface Phase {
  readonly when: Step['when'];
  readonly from: number;
  /** Index of the first step that no longer belongs to it. */
  readonly to: number;
}

/** Steps for the same time, one after the other; a step that names no time belongs to the one before it. */
export function phasesOf(steps: readonly Pick<Step, 'when'>[]): readonly Phase[] {
  const phases: Phase[] = [];
  for (const [index, { when }] of steps.entries()) {
    const last = phases.at(-1);
    if (last && (when === undefined || when === last.when)) phases[phases.length - 1] = { ...last, to: index + 1 };
    else phases.push({ when, from: index, to: index + 1 });
  }
  return phases;
}

function stepOf(
  step: Step,
  index: number,
  texts: LocalisedTexts,
  words: PageWords,
  model: SiteModel,
  page: PageContext,
): GuideStep {
  const at = `steps.${index}`;
  const { named, fitting } = offersOf(step, model, page);
  const first = [...named, ...fitting.slice(0, Math.max(0, shown - named.length))];
  const total = named.length + fitting.length;
  const text = shownText(texts.text(`${at}.text`) ?? { value: step.text, lang: page.lang }, page);
  return {
    id: `s${index + 1}`,
    title: shownText(texts.text(`${at}.title`) ?? { value: step.title, lang: page.lang }, page),
    paragraphs: text.value
      .split(/\n\s*\n/)
      .map((value) => ({ ...text, value, words: words.explain(value, text.lang) })),
    bring: texts.list(`${at}.bring`).map((item) => shownText(item, page)),
    offers: first.map((offer) => offerCard(offer, model, page)),
    ...(step.find && total > first.length
      ? { all: { href: offersAddress(step.find, page), label: page.t('start.all-offers', { count: total }) } }
      : {}),
    ...(first.length > 1 ? { keep: `${page.link(myListPath)}#${first.map(({ id }) => id).join(',')}` } : {}),
    links: (step.links ?? []).flatMap(({ url }, position) => {
      const label = texts.text(`${at}.links.${position}.label`);
      return label ? [{ href: url, label: shownText(label, page) }] : [];
    }),
  };
}

/** The offers that a step names and, apart from those, all that fit; offers that are over or on pause help nobody now. */
export function offersOf(
  { offers = [], find }: Pick<Step, 'offers' | 'find'>,
  model: SiteModel,
  page: Pick<PageContext, 'lang'>,
): { readonly named: readonly CatalogueOffer[]; readonly fitting: readonly CatalogueOffer[] } {
  const named = offers.flatMap((id) => {
    const offer = model.catalogue.offers.get(id);
    return offer && (offer.standing === 'active' || offer.standing === 'upcoming') ? [offer] : [];
  });
  const fitting = find ? fittingOffers(find, model, page.lang).filter((offer) => !named.includes(offer)) : [];
  return { named, fitting };
}
