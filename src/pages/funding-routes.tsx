import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { CatalogueFunding } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { type EntryRow, EntryRows } from '../views/components/entry-rows/entry-rows.tsx';
import { type Fact, Facts } from '../views/components/facts/facts.tsx';
import { Notice } from '../views/components/notice/notice.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { ResultList } from '../views/components/result-list/result-list.tsx';
import { foreign, type ShownText, Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { Attachments } from './attachments.tsx';
import { contactsOf } from './contact-data.ts';
import { ContactsSection } from './contacts-section.tsx';
import { FactLinks } from './fact-links.tsx';
import { MeasureLinks } from './measure-links.tsx';
import { entryTitle, organisationName } from './names.ts';
import { keptCard } from './kept-card.tsx';
import { offerCard } from './offer-card.ts';
import type { Route } from './route.ts';
import { optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';
import { TranslationNotice } from './translation-notice.tsx';

export const fundingFolder = 'foerderung/';

const hasEnded = ({ data }: CatalogueFunding, today: string): boolean =>
  data.period?.until !== undefined && data.period.until < today;

const nextDeadline = ({ data }: CatalogueFunding, today: string): string | undefined =>
  data.deadlines
    ?.map(({ date }) => date)
    .filter((date) => date >= today)
    .sort()[0];

export const fundingsRoute: Route<'fundings'> = {
  name: 'fundings',
  items: ({ catalogue }) => (catalogue.funding.size > 0 ? ['fundings'] : []),
  path: () => fundingFolder,
  render: (_, model, page) => <FundingsPage model={model} page={page} />,
};

/** Programmes whose deadline comes next stand first; those that are over, last. */
function FundingsPage({ model, page }: Omit<FundingProps, 'funding'>): VNode {
  const { t } = page;
  const { catalogue } = model;
  const collator = new Intl.Collator(catalogue.site.source_language);
  const byDeadline = (programme: CatalogueFunding): string => nextDeadline(programme, page.today) ?? '9';
  const sorted = [...catalogue.funding.values()].sort(
    (a, b) => byDeadline(a).localeCompare(byDeadline(b)) || collator.compare(a.data.title, b.data.title),
  );
  const running = sorted.filter((programme) => !hasEnded(programme, page.today));
  const ended = sorted.filter((programme) => hasEnded(programme, page.today));
  return (
    <SteeringPage
      page={page}
      catalogue={catalogue}
      title={{ value: t('funding.title') }}
      lead={{ value: t('funding.intro') }}
    >
      {running.length > 0 && (
        <EntryRows level={2} rows={running.map((programme) => fundingRow(programme, model, page))} />
      )}
      {ended.length > 0 && (
        <SteeringSection title={t('funding.ended-list')}>
          <EntryRows rows={ended.map((programme) => fundingRow(programme, model, page))} />
        </SteeringSection>
      )}
    </SteeringPage>
  );
}

/** Who gives the money: in its own words, else the organisation it refers to. */
function funderOf({ funding, model, page }: FundingProps): ShownText | undefined {
  const { organisation } = funding.data;
  return (
    optionalText(textsIn(funding, page.lang).text('funder'), page) ??
    (organisation === undefined ? undefined : organisationName(organisation, model, page))
  );
}

function fundingRow(funding: CatalogueFunding, model: SiteModel, page: PageContext): EntryRow {
  const deadline = nextDeadline(funding, page.today);
  const summary = optionalText(textsIn(funding, page.lang).text('summary'), page);
  const funder = funderOf({ funding, model, page });
  return {
    href: page.link(`${fundingFolder}${funding.id}/`),
    title: entryTitle(funding, page),
    ...(deadline === undefined
      ? {}
      : {
          date: {
            datetime: deadline,
            text: page.t('funding.next-deadline', { date: page.formats.date(deadline) }),
          },
        }),
    ...(summary ? { text: summary } : {}),
    ...(funder ? { details: [funder] } : {}),
  };
}

export const fundingRoute: Route<string> = {
  name: 'funding',
  items: ({ catalogue }) => catalogue.funding.keys(),
  path: (id) => `${fundingFolder}${id}/`,
  render: (id, model, page) => {
    const funding = model.catalogue.funding.get(id);
    if (!funding) throw new Error(`No programme “${id}”`);
    return <FundingPage funding={funding} model={model} page={page} />;
  },
};

interface FundingProps {
  readonly funding: CatalogueFunding;
  readonly model: SiteModel;
  readonly page: PageContext;
}

function FundingPage({ funding, model, page }: FundingProps): VNode {
  const { t } = page;
  const { data } = funding;
  const texts = textsIn(funding, page.lang);
  const body = shownText(texts.body, page);
  const measures = [...model.catalogue.measures.values()].filter(({ data: { funding: ids } }) =>
    ids?.includes(funding.id),
  );
  const offers = model.current.filter(({ data: { funding: ids } }) => ids?.includes(funding.id));
  const [first, ...others] = contactsOf(funding, page);
  // The programme's own page stands with its first contact, unless that has one.
  const contacts = data.url && !first?.url ? [{ ...first, url: data.url }, ...others] : first ? [first, ...others] : [];
  return (
    <SteeringPage
      page={page}
      catalogue={model.catalogue}
      parents={[[{ value: t('funding.title') }, fundingFolder]]}
      title={entryTitle(funding, page)}
      lead={optionalText(texts.text('summary'), page)}
    >
      {hasEnded(funding, page.today) && <Notice tone="stop" title={t('funding.ended')} />}
      <TranslationNotice entry={funding} page={page} />
      <div class="steering-facts">
        <Facts facts={fundingFacts({ funding, model, page })} />
      </div>
      <TextList title={t('funding.pays-for')} texts={texts.list('pays_for').map((text) => shownText(text, page))} />
      <TextList
        title={t('funding.does-not-pay')}
        texts={texts.list('does_not_pay').map((text) => shownText(text, page))}
      />
      {body.value.trim() !== '' && (
        <div class="steering-section">
          <Prose html={renderMarkdown(body.value, { mediaPath: page.media })} lang={body.lang} />
        </div>
      )}
      <Attachments entry={funding} page={page} />
      <ContactsSection contacts={contacts} page={page} />
      {measures.length > 0 && (
        <SteeringSection title={t('funding.measures')}>
          <MeasureLinks measures={measures} page={page} />
        </SteeringSection>
      )}
      {offers.length > 0 && (
        <SteeringSection title={t('funding.offers')}>
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

function fundingFacts({ funding, model, page }: FundingProps): Fact[] {
  const { t, formats, today } = page;
  const { organisation, period, deadlines = [] } = funding.data;
  const texts = textsIn(funding, page.lang);
  const amount = optionalText(texts.text('amount'), page);
  const funder = optionalText(texts.text('funder'), page);
  const from = period?.from && formats.date(period.from);
  const until = period?.until && formats.date(period.until);
  const duration =
    from && until
      ? t('schedule.valid-range', { from, until })
      : from
        ? t('schedule.valid-from', { from })
        : until && t('schedule.valid-until', { until });
  const dated = deadlines
    .map(({ date }, index) => ({ date, note: optionalText(texts.text(`deadlines.${index}.note`), page) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const ahead = dated.filter(({ date }) => date >= today);
  // Where no deadline is left, the last one says at least when it was.
  const shown = ahead.length > 0 ? ahead : dated.slice(-1);
  const facts: Array<Fact | false | undefined> = [
    (funder ?? organisation) !== undefined && {
      icon: 'home',
      label: t('funding.funder'),
      value: (
        <>
          {funder && (
            <p>
              <Text text={funder} />
            </p>
          )}
          {organisation !== undefined && (
            <FactLinks
              links={[
                { href: page.link(`traeger/${organisation}/`), title: organisationName(organisation, model, page) },
              ]}
            />
          )}
        </>
      ),
    },
    shown.length > 0 && {
      icon: 'calendar',
      label: t('funding.deadlines'),
      value: (
        <ul>
          {shown.map(({ date, note }) => (
            <li key={date} class="fact-part">
              <time dateTime={date}>{formats.date(date)}</time>
              {date < today && ` (${t('funding.past')})`}
              {note && (
                <p class="fact-note" {...foreign(note)}>
                  {note.value}
                </p>
              )}
            </li>
          ))}
        </ul>
      ),
    },
    amount && { icon: 'coin', label: t('funding.amount'), value: <Text text={amount} /> },
    duration !== undefined && { icon: 'refresh', label: t('funding.period'), value: duration },
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}

function TextList({ title, texts }: { readonly title: string; readonly texts: readonly ShownText[] }): VNode | null {
  if (texts.length === 0) return null;
  return (
    <SteeringSection title={title}>
      <ul class="steering-list">
        {texts.map((text) => (
          <li key={text.value}>
            <Text text={text} />
          </li>
        ))}
      </ul>
    </SteeringSection>
  );
}
