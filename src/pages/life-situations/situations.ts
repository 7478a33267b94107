import type { CatalogueGuide, Term } from '../../model/catalogue.ts';
import type { OfferSelection } from '../../model/offer-selection.ts';
import type { Choice } from '../../views/components/choice-list/choice-list.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { emergencyPath, hasEmergencyPage } from '../emergency/emergency-path.ts';
import { termDescription, termLabel } from '../names.ts';
import type { SiteModel } from '../site-model.ts';
import { volunteeringOffers, volunteeringPath } from '../volunteering-route.tsx';

/** The situation in life that the page with the emergency numbers is for. */
export const emergencySituation = 'emergency';

/** Which offers a situation asks for; topics that the municipality does not know are left out. */
export function selectionOf({ mapsTo }: Term, { catalogue: { vocabularies } }: SiteModel): OfferSelection {
  const known = (axis: 'topics' | 'target-groups'): readonly string[] | undefined => {
    const ids = mapsTo[axis]?.filter((id) => vocabularies[axis].has(id)) ?? [];
    return ids.length > 0 ? ids : undefined;
  };
  return {
    topics: known('topics'),
    types: mapsTo['types'],
    // Beside topics they only say who comes first: without them they must not choose.
    target_groups: mapsTo['topics'] && !known('topics') ? undefined : known('target-groups'),
  };
}

export const guidesFor = (id: string, { catalogue }: SiteModel): CatalogueGuide[] =>
  [...catalogue.guides.values()].filter(({ data }) => data.situations?.includes(id));

/** The answers to “What do you need?” that lead somewhere, in the order of the vocabulary. */
export function situationsOf(model: SiteModel): Term[] {
  return [...model.catalogue.vocabularies['life-situations'].values()].filter((term) => {
    const { topics, types, target_groups: groups } = selectionOf(term, model);
    return (
      topics !== undefined ||
      types !== undefined ||
      groups !== undefined ||
      leadsToEmergency(term, model) ||
      guidesFor(term.id, model).length > 0
    );
  });
}

const leadsToEmergency = ({ id }: Term, { catalogue }: SiteModel): boolean =>
  id === emergencySituation && hasEmergencyPage(catalogue);

/** Where an answer leads: to its own page, or to the one that is there for it already. */
export function situationPath(term: Term, model: SiteModel): string {
  if (leadsToEmergency(term, model)) return emergencyPath;
  const { types } = term.mapsTo;
  const isHelping = types?.every((type) => type === 'volunteering') ?? false;
  return isHelping && volunteeringOffers(model).length > 0 ? volunteeringPath : ownPath(term.id);
}

export const ownPath = (id: string): string => `lebenslagen/${id}/`;

export const choicesOf = (model: SiteModel, page: PageContext): Choice[] =>
  situationsOf(model).map((term) => ({
    href: page.link(situationPath(term, model)),
    label: termLabel(term, model, page),
    description: termDescription(term, model, page),
    icon: term.icon ?? '',
    urgent: leadsToEmergency(term, model),
  }));
