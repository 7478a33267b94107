import { loadMessages } from '../i18n/load-texts.ts';
import type { MessageKey } from '../i18n/translator.ts';
import { numberSigns } from '../i18n/write-number.ts';
import { germanLevels, offerTypes } from '../model/offer-values.ts';
import { weekdays } from '../model/schedule.ts';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import type { SearchPageData } from '../views/search-page-data.ts';
import { languageTags, townIds } from './dimension-links.ts';
import { missingPath } from './missing-path.ts';
import { placeName, termLabel } from './names.ts';
import { languageTitle } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

const messageKeys: ReadonlySet<MessageKey> = new Set([
  'start.topics',
  'search.label',
  'search.placeholder',
  'search.submit',
  'search.loading',
  'search.error',
  'search.retry',
  'search.results',
  'search.results-title',
  'search.no-results-help',
  'missing.title',
  'search.did-you-mean',
  'search.too-short',
  'search.relaxed',
  'search.more',
  'filter.title',
  'filter.show-results',
  'filter.clear-all',
  'filter.chosen',
  'filter.remove',
  'filter.needs',
  'near.title',
  'near.today',
  'near.week',
  'near.close',
  'near.from',
  'near.choose',
  'near.within',
  'near.any',
  'near.here',
  'near.private',
  'near.asking',
  'near.denied',
  'near.unavailable',
  'near.rough',
  'near.far',
  'near.order',
  'near.away',
  'near.on-request',
  'near.only-placed',
  'near.lift',
  'near.try-week',
  'schedule.time-range',
  'schedule.time-from',
  'schedule.time-to',
  'schedule.days-time',
]);

const costs = ['free', 'partly', 'paid'] as const;
const registrations = ['none', 'required', 'appointment', 'referral'] as const;

const own = (label: string): ShownText => ({ value: label });

/** The data of the search application in the page's language. */
export function searchPageData(model: SiteModel, page: PageContext): SearchPageData {
  const { t, formats } = page;
  const { vocabularies, texts } = model.catalogue;
  const messages = loadMessages(page.lang, texts.get(page.lang));
  return {
    lang: page.lang,
    action: page.link('angebote/'),
    missing: page.link(missingPath),
    worker: page.asset('search-worker.js'),
    near: page.asset('near.js'),
    help: page.asset('search-help.js'),
    root: page.root,
    messages: Object.fromEntries(Array.from(messageKeys, (key) => [key, messages.get(key) ?? ''])),
    numbers: numberSigns(formats),
    groups: [
      {
        field: 'topic',
        label: t('filter.topic'),
        options: Array.from(vocabularies.topics.values())
          .filter(({ id }) => model.byTopic.has(id))
          .map((term) => ({ value: term.id, label: termLabel(term, model, page) })),
      },
      {
        field: 'town',
        label: t('filter.town'),
        options: townIds(model).map((id) => ({ value: id, label: placeName(id, model, page) })),
      },
      {
        field: 'language',
        label: t('filter.language'),
        options: languageTags(model).map((tag) => ({ value: tag, label: own(languageTitle(tag, page)) })),
      },
      {
        field: 'audience',
        label: t('filter.audience'),
        options: Array.from(vocabularies['target-groups'].values())
          .filter(({ id }) => model.byAudience.has(id))
          .map((term) => ({ value: term.id, label: termLabel(term, model, page) })),
      },
      {
        field: 'type',
        label: t('filter.type'),
        options: offerTypes.map((value) => ({ value, label: own(t(`enum.type.${value}`)) })),
      },
      {
        field: 'day',
        label: t('filter.day'),
        options: weekdays.map((value) => ({ value, label: own(formats.weekday(value)) })),
      },
      {
        field: 'cost',
        label: t('filter.cost'),
        options: costs.map((value) => ({ value, label: own(t(`enum.cost.${value}`)) })),
      },
      {
        field: 'german',
        label: t('filter.german'),
        options: germanLevels.map((value) => ({ value, label: own(t(`enum.german.${value}`)) })),
      },
      {
        field: 'registration',
        label: t('filter.registration'),
        options: registrations.map((value) => ({ value, label: own(t(`enum.registration.${value}`)) })),
      },
      {
        field: 'childcare',
        label: t('offer.facts.childcare'),
        dependent: true,
        options: (['yes', 'on-request'] as const).map((value) => ({ value, label: own(t(`enum.childcare.${value}`)) })),
      },
      {
        field: 'step_free',
        label: t('filter.step-free'),
        options: [{ value: 'yes', label: own(t('filter.step-free')) }],
      },
    ],
  };
}
