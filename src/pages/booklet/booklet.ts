import type { CatalogueOffer } from '../../model/catalogue.ts';
import type { ShownText } from '../../views/components/text/text.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { townIds } from '../dimension-links.ts';
import { placeName, termLabel } from '../names.ts';
import type { SiteModel } from '../site-model.ts';
import { mainlyAbout } from '../topic-routes.tsx';
import type { BookletSubject } from './booklet-name.ts';

/** Every town and topic that has offers. */
export function bookletSubjects(model: SiteModel): BookletSubject[] {
  return [
    ...townIds(model)
      .filter((id) => model.byTown.has(id))
      .map((id): BookletSubject => ({ kind: 'town', id })),
    ...Array.from(model.catalogue.vocabularies.topics.keys())
      .filter((id) => model.byTopic.has(id))
      .map((id): BookletSubject => ({ kind: 'topic', id })),
  ];
}

export const offersOf = ({ kind, id }: BookletSubject, model: SiteModel): readonly CatalogueOffer[] =>
  kind === 'town' ? (model.byTown.get(id) ?? []) : mainlyAbout(id, model);

/** Path below the language of the page on the site that says the same, and newer. */
export const subjectPath = ({ kind, id }: BookletSubject): string => `${kind === 'town' ? 'orte' : 'themen'}/${id}/`;

export function subjectName({ kind, id }: BookletSubject, model: SiteModel, page: PageContext): ShownText {
  const topic = kind === 'topic' ? model.catalogue.vocabularies.topics.get(id) : undefined;
  return topic ? termLabel(topic, model, page) : placeName(id, model, page);
}

export interface BookletSection {
  readonly id: string;
  readonly title: ShownText;
  readonly offers: readonly CatalogueOffer[];
}

/** A town's offers by their first topic, a topic's offers by town; each offer stands once. */
export function bookletSections(subject: BookletSubject, model: SiteModel, page: PageContext): BookletSection[] {
  const groups = new Map<string, CatalogueOffer[]>();
  for (const offer of offersOf(subject, model)) {
    const key = (subject.kind === 'town' ? offer.data.topics[0] : offer.place?.town) ?? '';
    const group = groups.get(key);
    if (group) group.push(offer);
    else groups.set(key, [offer]);
  }
  const order = subject.kind === 'town' ? [...model.catalogue.vocabularies.topics.keys(), ''] : [...townIds(model), ''];
  return order.flatMap((id) => {
    const offers = groups.get(id);
    if (!offers) return [];
    const topic = subject.kind === 'town' ? model.catalogue.vocabularies.topics.get(id) : undefined;
    const title = topic
      ? termLabel(topic, model, page)
      : id === ''
        ? { value: page.t('booklet.elsewhere') }
        : placeName(id, model, page);
    return [{ id: id === '' ? 'elsewhere' : id, title, offers }];
  });
}
