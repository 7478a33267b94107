import type { VNode } from 'preact';
import { loadMessages } from '../../i18n/load-texts.ts';
import type { MessageKey } from '../../i18n/translator.ts';
import { Breadcrumb } from '../../views/components/breadcrumb/breadcrumb.tsx';
import { DataBlock } from '../../views/components/document/data-block.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { EntryList } from '../../views/components/entry-list/entry-list.tsx';
import { HelpBox } from '../../views/components/help-box/help-box.tsx';
import { Icon } from '../../views/components/icon/icon.tsx';
import { LinkChips } from '../../views/components/link-chips/link-chips.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import { WeekTools } from '../../views/components/week-plan/week-tools.tsx';
import { WeekPlan } from '../../views/components/week-plan/week-plan.tsx';
import type { PageContext } from '../../views/page-context.ts';
import type { WeekPageData } from '../../views/week-page-data.ts';
import { reachable } from '../contact-data.ts';
import { townIds } from '../dimension-links.ts';
import { placeName, termLabel } from '../names.ts';
import type { Route } from '../route.ts';
import type { SiteModel } from '../site-model.ts';
import { stepsTo } from '../steps.ts';
import { linesPerDay, rangeText, weekDays } from './week-days.ts';
import { plannedWeek, timedOffers, timedTopics, weekItem, type Timed, type WeekScope } from './week-entries.ts';
import { hasWeekFile, weekFilePath, weekPath, weekScopes } from './week-files.ts';

/** What takes place in the next seven days: all of it where it is not too much, and town by town. */
export const weekRoute: Route<WeekScope> = {
  name: 'week',
  items: weekScopes,
  path: weekPath,
  render: (scope, model, page) => <WeekPage scope={scope} model={model} page={page} />,
};

interface WeekPageProps {
  readonly scope: WeekScope;
  readonly model: SiteModel;
  readonly page: PageContext;
}

const messageKeys = (key: MessageKey): boolean =>
  key.startsWith('week.') ||
  [
    'filter.topic',
    'list.print',
    'schedule.valid-range',
    'schedule.time-range',
    'schedule.time-from',
    'schedule.time-to',
  ].includes(key);

function WeekPage({ scope, model, page }: WeekPageProps): VNode {
  const { t } = page;
  const town = scope === 'all' ? undefined : placeName(scope.town, model, page);
  const isWhole = hasWeekFile(scope, model);
  const list = scope === 'all' ? page.link('angebote/') : `${page.link('angebote/')}?town=${scope.town}`;
  const days = plannedWeek(scope, model);
  const itemOf = ({ offer }: Timed): ReturnType<typeof weekItem> => weekItem(offer, scope, model, page);
  const towns = townsOf(model);
  return (
    <Document
      page={page}
      title={town ? `${t('week.title')}: ${town.value}` : t('week.title')}
      description={t('week.intro')}
      styles={['week.css']}
      scripts={['week.js']}
    >
      <div class="wrap">
        <Breadcrumb {...stepsTo(page, ...(town ? [[{ value: t('week.title') }, weekPath('all')] as const] : []))} />
        <PageHeading
          title={town ?? { value: t('week.title') }}
          {...(town ? { kicker: t('week.title') } : {})}
          lead={{ value: t('week.intro') }}
        />
        {towns.length > 1 && (isWhole || town) && (
          <details class="week-towns no-print">
            <summary>
              {t('week.choose')}
              <Icon name="chevron" />
            </summary>
            <LinkChips
              links={[
                ...(town ? [{ href: page.link(weekPath('all')), label: { value: t('week.all') } }] : []),
                ...towns
                  .filter((id) => scope === 'all' || id !== scope.town)
                  .map((id) => ({ href: page.link(weekPath({ town: id })), label: placeName(id, model, page) })),
              ]}
            />
          </details>
        )}
        {isWhole || town ? (
          <>
            <div id="week">
              {isWhole && (
                <WeekTools t={t} topics={topicsOf(scope, model, page)} topic="" hasEarlier={false} hasLater />
              )}
            </div>
            <DataBlock type="application/json" id="week-data" data={pageData(scope, list, isWhole, model, page)} />
            <div id="week-plan">
              <WeekPlan
                t={t}
                range={rangeText(days, page)}
                days={weekDays(days, itemOf, page, { perDay: linesPerDay, list })}
              />
            </div>
          </>
        ) : (
          <>
            <h2>{t('week.choose')}</h2>
            <EntryList
              entries={towns.map((id) => ({
                href: page.link(weekPath({ town: id })),
                title: placeName(id, model, page),
                count: t('week.dates', {
                  count: plannedWeek({ town: id }, model).reduce((sum, { times }) => sum + times.length, 0),
                }),
              }))}
            />
          </>
        )}
        <p class="week-as-of">{t('week.as-of', { date: page.formats.date(page.today) })}</p>
        <HelpBox t={t} contact={reachable(page.site.publisher)} />
      </div>
    </Document>
  );
}

/** Towns that have a page of their own, by name. */
const townsOf = (model: SiteModel): string[] =>
  townIds(model).filter((town) => timedOffers({ town }, model).length > 0);

function pageData(scope: WeekScope, list: string, isWhole: boolean, model: SiteModel, page: PageContext): WeekPageData {
  const messages = loadMessages(page.lang, model.catalogue.texts.get(page.lang));
  return {
    lang: page.lang,
    messages: Object.fromEntries([...messages].filter(([key]) => messageKeys(key as MessageKey))),
    built: page.today,
    ...(isWhole ? { file: page.link(weekFilePath(scope)) } : {}),
    list,
    topics: topicsOf(scope, model, page),
  };
}

/** The topics of what takes place, to choose from. */
function topicsOf(scope: WeekScope, model: SiteModel, page: PageContext): WeekPageData['topics'] {
  const topics = timedTopics(scope, model);
  return Array.from(model.catalogue.vocabularies.topics.values())
    .filter(({ id }) => topics.has(id))
    .map((term) => ({ value: term.id, label: termLabel(term, model, page) }));
}
