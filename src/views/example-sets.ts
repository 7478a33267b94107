import { examples as actorList } from './components/actor-list/actor-list.examples.tsx';
import { examples as badge } from './components/badge/badge.examples.tsx';
import { examples as blankSheet } from './components/blank-sheet/blank-sheet.examples.tsx';
import { examples as brandMark } from './components/brand-mark/brand-mark.examples.tsx';
import { examples as breadcrumb } from './components/breadcrumb/breadcrumb.examples.tsx';
import { examples as callList } from './components/call-list/call-list.examples.tsx';
import { examples as changeList } from './components/change-list/change-list.examples.tsx';
import { examples as choiceList } from './components/choice-list/choice-list.examples.tsx';
import { examples as chosenFilters } from './components/chosen-filters/chosen-filters.examples.tsx';
import { examples as contact } from './components/contact/contact.examples.tsx';
import { examples as contentsList } from './components/contents-list/contents-list.examples.tsx';
import { examples as datedList } from './components/dated-list/dated-list.examples.tsx';
import { examples as decisionList } from './components/decision-list/decision-list.examples.tsx';
import { examples as definition } from './components/definition/definition.examples.tsx';
import { examples as documentList } from './components/document-list/document-list.examples.tsx';
import { examples as emptyState } from './components/empty-state/empty-state.examples.tsx';
import { examples as entryList } from './components/entry-list/entry-list.examples.tsx';
import { examples as entryRows } from './components/entry-rows/entry-rows.examples.tsx';
import { examples as errorSummary } from './components/error-summary/error-summary.examples.tsx';
import { examples as facts } from './components/facts/facts.examples.tsx';
import { examples as filterPanel } from './components/filter-panel/filter-panel.examples.tsx';
import { examples as formField } from './components/form-field/form-field.examples.tsx';
import { examples as formProgress } from './components/form-progress/form-progress.examples.tsx';
import { examples as gapList } from './components/gap-list/gap-list.examples.tsx';
import { examples as helpBox } from './components/help-box/help-box.examples.tsx';
import { examples as icon } from './components/icon/icon.examples.tsx';
import { examples as keyFigures } from './components/key-figures/key-figures.examples.tsx';
import { examples as languageSwitch } from './components/language-switch/language-switch.examples.tsx';
import { examples as linkChips } from './components/link-chips/link-chips.examples.tsx';
import { examples as mapPlaces } from './components/map-places/map-places.examples.tsx';
import { examples as matrixTable } from './components/matrix-table/matrix-table.examples.tsx';
import { examples as measureList } from './components/measure-list/measure-list.examples.tsx';
import { examples as memberList } from './components/member-list/member-list.examples.tsx';
import { examples as nearBar } from './components/near-bar/near-bar.examples.tsx';
import { examples as nextDates } from './components/next-dates/next-dates.examples.tsx';
import { examples as notice } from './components/notice/notice.examples.tsx';
import { examples as offerCard } from './components/offer-card/offer-card.examples.tsx';
import { examples as offerGroups } from './components/offer-groups/offer-groups.examples.tsx';
import { examples as offerLines } from './components/offer-lines/offer-lines.examples.tsx';
import { examples as offlinePanel } from './components/offline-panel/offline-panel.examples.tsx';
import { examples as pageHeading } from './components/page-heading/page-heading.examples.tsx';
import { examples as pagination } from './components/pagination/pagination.examples.tsx';
import { examples as passOn } from './components/pass-on/pass-on.examples.tsx';
import { examples as picture } from './components/picture/picture.examples.tsx';
import { examples as progressMark } from './components/progress-mark/progress-mark.examples.tsx';
import { examples as prose } from './components/prose/prose.examples.tsx';
import { examples as qrCode } from './components/qr-code/qr-code.examples.tsx';
import { examples as readAloud } from './components/read-aloud/read-aloud.examples.tsx';
import { examples as resultList } from './components/result-list/result-list.examples.tsx';
import { examples as rollUp } from './components/roll-up/roll-up.examples.tsx';
import { examples as schedule } from './components/schedule/schedule.examples.tsx';
import { examples as searchBox } from './components/search-box/search-box.examples.tsx';
import { examples as searchStatus } from './components/search-status/search-status.examples.tsx';
import { examples as seriesChart } from './components/series-chart/series-chart.examples.tsx';
import { examples as signVideo } from './components/sign-video/sign-video.examples.tsx';
import { examples as siteFooter } from './components/site-footer/site-footer.examples.tsx';
import { examples as siteHeader } from './components/site-header/site-header.examples.tsx';
import { examples as stepList } from './components/step-list/step-list.examples.tsx';
import { examples as text } from './components/text/text.examples.tsx';
import { examples as textSize } from './components/text-size/text-size.examples.tsx';
import { examples as topicTile } from './components/topic-tile/topic-tile.examples.tsx';
import { examples as townMap } from './components/town-map/town-map.examples.tsx';
import { examples as translationList } from './components/translation-list/translation-list.examples.tsx';
import { examples as weekPlan } from './components/week-plan/week-plan.examples.tsx';
import { examples as wayList } from './components/way-list/way-list.examples.tsx';
import { examples as wordList } from './components/word-list/word-list.examples.tsx';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.ts';

/** The examples of one component, by name; each is drawn in the language of the page it stands on. */
export type Examples = Readonly<Record<string, (page: PageContext) => VNode | null>>;

/** All components with their examples, by the component's name. */
export const exampleSets: Readonly<Record<string, Examples>> = {
  text,
  'word-list': wordList,
  'read-aloud': readAloud,
  'text-size': textSize,
  'pass-on': passOn,
  icon,
  'brand-mark': brandMark,
  badge,
  notice,
  'offer-card': offerCard,
  'result-list': resultList,
  'offer-groups': offerGroups,
  facts,
  schedule,
  'near-bar': nearBar,
  'next-dates': nextDates,
  contact,
  'help-box': helpBox,
  'search-box': searchBox,
  'search-status': searchStatus,
  'filter-panel': filterPanel,
  'chosen-filters': chosenFilters,
  'topic-tile': topicTile,
  'choice-list': choiceList,
  'offer-lines': offerLines,
  'step-list': stepList,
  'call-list': callList,
  'sign-video': signVideo,
  'entry-list': entryList,
  'translation-list': translationList,
  'way-list': wayList,
  'week-plan': weekPlan,
  'entry-rows': entryRows,
  'actor-list': actorList,
  'member-list': memberList,
  'document-list': documentList,
  'decision-list': decisionList,
  'change-list': changeList,
  'link-chips': linkChips,
  'page-heading': pageHeading,
  'offline-panel': offlinePanel,
  prose,
  'qr-code': qrCode,
  breadcrumb,
  pagination,
  picture,
  'language-switch': languageSwitch,
  'empty-state': emptyState,
  'form-field': formField,
  'form-progress': formProgress,
  'error-summary': errorSummary,
  'blank-sheet': blankSheet,
  definition: definition,
  'progress-mark': progressMark,
  'roll-up': rollUp,
  'measure-list': measureList,
  'dated-list': datedList,
  'contents-list': contentsList,
  'key-figures': keyFigures,
  'series-chart': seriesChart,
  'matrix-table': matrixTable,
  'town-map': townMap,
  'map-places': mapPlaces,
  'gap-list': gapList,
  'site-header': siteHeader,
  'site-footer': siteFooter,
};
