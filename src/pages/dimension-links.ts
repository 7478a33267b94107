import { formatsFor } from '../i18n/formats.ts';
import type { VocabularyName } from '../model/catalogue.ts';
import type { LinkChip } from '../views/components/link-chips/link-chips.tsx';
import type { TopicTileProps } from '../views/components/topic-tile/topic-tile.tsx';
import type { PageContext } from '../views/page-context.ts';
import { placeName, termDescription, termLabel, termsOf } from './names.ts';
import { languageTitle } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

/** Ids of all towns, by name. */
export function townIds(model: SiteModel): string[] {
  const collator = new Intl.Collator(model.catalogue.site.source_language);
  return Array.from(model.catalogue.places.values())
    .filter(({ data }) => data.kind === 'town')
    .sort((a, b) => collator.compare(a.data.name, b.data.name))
    .map(({ id }) => id);
}

/** Tags of all languages spoken or interpreted somewhere, those with the most offers first. */
export const languageTags = (model: SiteModel): string[] =>
  Array.from(model.byLanguage)
    .sort(([a, offersA], [b, offersB]) => offersB.length - offersA.length || (a < b ? -1 : 1))
    .map(([tag]) => tag);

export const topicTiles = (ids: readonly string[], model: SiteModel, page: PageContext): TopicTileProps[] =>
  tiles('topics', 'themen', ids, model.byTopic, model, page);

export const audienceTiles = (ids: readonly string[], model: SiteModel, page: PageContext): TopicTileProps[] =>
  tiles('target-groups', 'zielgruppen', ids, model.byAudience, model, page);

function tiles(
  vocabulary: VocabularyName,
  folder: string,
  ids: readonly string[],
  offers: ReadonlyMap<string, readonly unknown[]>,
  model: SiteModel,
  page: PageContext,
): TopicTileProps[] {
  return termsOf(vocabulary, ids, model).map((term) => ({
    href: page.link(`${folder}/${term.id}/`),
    label: termLabel(term, model, page),
    description: termDescription(term, model, page),
    icon: term.icon ?? '',
    count: page.t('count.offers', { count: offers.get(term.id)?.length ?? 0 }),
  }));
}

export const townLinks = (model: SiteModel, page: PageContext): LinkChip[] =>
  townIds(model).map((id) => ({ href: page.link(`orte/${id}/`), label: placeName(id, model, page) }));

/** Groups without offers are left out: here they would only be a way to nothing. */
export const audienceLinks = (model: SiteModel, page: PageContext): LinkChip[] =>
  Array.from(model.catalogue.vocabularies['target-groups'].values())
    .filter(({ id }) => model.byAudience.has(id))
    .map((term) => ({ href: page.link(`zielgruppen/${term.id}/`), label: termLabel(term, model, page) }));

/** Each language in the page's words and in its own: who needs it can find it either way. */
export const languageLinks = (model: SiteModel, page: PageContext): LinkChip[] =>
  languageTags(model).map((tag) => {
    const label = languageTitle(tag, page);
    const own = tag === 'gsg' ? label : formatsFor(tag).languageName(tag);
    const same = own.toLocaleLowerCase() === label.toLocaleLowerCase();
    return {
      href: page.link(`sprachen/${tag}/`),
      label: { value: label },
      ...(same ? {} : { second: { value: own, lang: tag } }),
    };
  });
