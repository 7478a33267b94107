import type { Entry, Term, VocabularyName } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { labelText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

export const termLabel = (term: Term, model: SiteModel, page: PageContext): ShownText =>
  labelText(term.label, page, model.catalogue.site.source_language);

export const termDescription = (term: Term, model: SiteModel, page: PageContext): ShownText | undefined =>
  term.description && labelText(term.description, page, model.catalogue.site.source_language);

/** Terms of a vocabulary by id; ids that it lacks are left out. */
export const termsOf = (name: VocabularyName, ids: readonly string[], model: SiteModel): Term[] =>
  ids.flatMap((id) => model.catalogue.vocabularies[name].get(id) ?? []);

/** Name of a town or venue; its id where the catalogue lacks it. */
export function placeName(id: string, model: SiteModel, page: PageContext): ShownText {
  const place = model.catalogue.places.get(id);
  const name = place && textsIn(place, page.lang).text('name');
  return name ? shownText(name, page) : { value: id };
}

/** Name of an organisation; its id where the catalogue lacks it. */
export function organisationName(id: string, model: SiteModel, page: PageContext): ShownText {
  const organisation = model.catalogue.organisations.get(id);
  const name = organisation && textsIn(organisation, page.lang).text('name');
  return name ? shownText(name, page) : { value: id };
}

/** Title of an entry, or its name; its id where it has neither. */
export function entryTitle(entry: Entry<unknown>, page: PageContext): ShownText {
  const texts = textsIn(entry, page.lang);
  const title = texts.text('title') ?? texts.text('name');
  return title ? shownText(title, page) : { value: entry.id };
}
