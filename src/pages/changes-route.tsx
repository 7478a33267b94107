import type { VNode } from 'preact';
import { type ChangedEntry, type Changes, changesSinceMeeting } from '../insight/changes-since.ts';
import type { CatalogueEvent, Entry } from '../model/catalogue.ts';
import { ChangeList, type ListedChange } from '../views/components/change-list/change-list.tsx';
import { foreign, type ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { eventsFolder } from './event-data.ts';
import { changesPath } from './event-routes.tsx';
import { entryTitle, organisationName } from './names.ts';
import { perCatalogue } from './per-catalogue.ts';
import type { Route } from './route.ts';
import { labelText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringPage, SteeringSection } from './steering-page.tsx';

/** What has changed since the network met last: a page, and on paper the hand-out for the next meeting. */
export const changesRoute: Route<'changes'> = {
  name: 'changes',
  items: ({ catalogue }) => (catalogue.events.size > 0 ? ['changes'] : []),
  path: () => changesPath,
  render: (_, model, page) => <ChangesPage model={model} page={page} />,
};

const sinceLastMeeting = perCatalogue((catalogue) => changesSinceMeeting(catalogue));

interface ChangesPageProps {
  readonly model: SiteModel;
  readonly page: PageContext;
}

function ChangesPage({ model, page }: ChangesPageProps): VNode {
  const { t, formats } = page;
  const { catalogue } = model;
  const { meeting, changes } = sinceLastMeeting(catalogue) ?? {};
  const groups = changes ? changeGroups(changes, model, page) : [];
  return (
    <SteeringPage
      page={page}
      catalogue={catalogue}
      parents={[[{ value: t('event.title') }, eventsFolder]]}
      title={{ value: t('changes.title') }}
      {...(changes
        ? {
            lead: {
              value: t('changes.period', { from: formats.date(changes.from), until: formats.date(changes.to) }),
            },
          }
        : {})}
    >
      {meeting && <LastMeeting meeting={meeting} page={page} />}
      {!changes && <NothingToCompare page={page} />}
      {changes && groups.length === 0 && <p>{t('changes.nothing')}</p>}
      {groups.length > 0 && <p class="no-print">{t('changes.print')}</p>}
      {groups.map(({ title, entries }) => (
        <SteeringSection key={title} title={t('changes.count', { title, count: entries.length })}>
          <ChangeList changes={entries} />
        </SteeringSection>
      ))}
    </SteeringPage>
  );
}

function LastMeeting({ meeting, page }: { readonly meeting: CatalogueEvent; readonly page: PageContext }): VNode {
  const title = entryTitle(meeting, page);
  return (
    <p>
      <a href={page.link(`${eventsFolder}${meeting.id}/`)} {...foreign(title)}>
        {title.value}
      </a>{' '}
      <span class="label number">{page.formats.date(meeting.data.date)}</span>
    </p>
  );
}

/** The command stands in the middle of the sentence, from left to right in every language. */
function NothingToCompare({ page: { t } }: { readonly page: PageContext }): VNode {
  const [before = '', after = ''] = t('changes.none-text', { command: '\u0000' }).split('\u0000');
  return (
    <div class="empty-state">
      <p class="empty-state-title">{t('changes.none-title')}</p>
      <p>
        {before}
        <code dir="ltr">npm run snapshot</code>
        {after}
      </p>
    </div>
  );
}

interface ChangeGroup {
  readonly title: string;
  readonly entries: readonly ListedChange[];
}

/** All that has changed, in the order in which a meeting asks; nothing that has not. */
function changeGroups({ offers, measures, targets }: Changes, model: SiteModel, page: PageContext): ChangeGroup[] {
  const { catalogue } = model;
  const { t } = page;
  const source = catalogue.site.source_language;
  const named = (
    { id, title, isGone }: ChangedEntry,
    entries: ReadonlyMap<string, Entry<unknown>>,
    folder: string,
  ): ListedChange => {
    const entry = entries.get(id);
    // What is gone has no page; its last title is in the source language.
    if (!entry || isGone) return { title: { value: title, ...(source === page.lang ? {} : { lang: source }) } };
    return { title: entryTitle(entry, page), href: page.link(`${folder}${id}/`) };
  };
  const offer = (change: ChangedEntry): ListedChange => named(change, catalogue.offers, 'angebote/');
  const offerOf = (change: ChangedEntry): ListedChange => {
    const organisation = catalogue.offers.get(change.id)?.data.organisation;
    const note = organisation === undefined ? undefined : organisationName(organisation, model, page);
    return { ...offer(change), ...(note ? { note } : {}) };
  };
  const measure = (change: ChangedEntry): ListedChange => named(change, catalogue.measures, 'konzept/massnahmen/');
  const groups: ChangeGroup[] = [
    { title: t('changes.new'), entries: offers.added.map(offerOf) },
    { title: t('changes.ended'), entries: offers.ended.map(offerOf) },
    { title: t('changes.paused'), entries: offers.paused.map(offerOf) },
    { title: t('changes.resumed'), entries: offers.resumed.map(offerOf) },
    {
      title: t('changes.measures'),
      entries: measures.changed.map((change) => ({
        ...measure(change),
        note: {
          value: t('changes.step', { from: t(`enum.measure.${change.before}`), to: t(`enum.measure.${change.after}`) }),
        },
      })),
    },
    { title: t('changes.measures-new'), entries: measures.added.map(measure) },
    { title: t('changes.measures-gone'), entries: measures.gone.map(measure) },
    {
      title: t('changes.targets'),
      entries: targets.flatMap(({ id, before, after }) => {
        const target = catalogue.targets.find((candidate) => candidate.id === id);
        if (!target || !after) return [];
        const label: ShownText = labelText(target.label, page, source);
        const now = t('figure.of', { done: after.met, total: after.of });
        return [
          {
            title: label,
            href: page.link('luecken/'),
            note: {
              value: before
                ? t('changes.step', { from: t('figure.of', { done: before.met, total: before.of }), to: now })
                : now,
            },
          },
        ];
      }),
    },
    { title: t('changes.rewritten'), entries: offers.rewritten.map(offer) },
    { title: t('changes.reviewed'), entries: offers.reviewed.map(offer) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
