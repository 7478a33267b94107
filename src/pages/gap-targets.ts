import { countMet, judgeTargets, type NearMiss, type TargetCase } from '../insight/targets.ts';
import type { GapCase, GapTarget, NearOffers } from '../views/components/gap-list/gap-list.tsx';
import type { PageContext } from '../views/page-context.ts';
import { dimensionLabel, valueLabel } from './dimension-words.ts';
import { eventsFolder } from './event-data.ts';
import { entryTitle, placeName } from './names.ts';
import { perCatalogue } from './per-catalogue.ts';
import { isolated, labelText, languageTitle } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

export const targetCases = perCatalogue(judgeTargets);
const metCounts = perCatalogue((catalogue) => countMet(targetCases(catalogue), catalogue.targets));

/** More would be a list of everything that is nearly right. */
const shownNear = { kinds: 2, offers: 3 };

/** The targets that are met everywhere, or those that are not, each with the places where something is missing. */
export function gapTargets(met: boolean, model: SiteModel, page: PageContext): GapTarget[] {
  const { catalogue } = model;
  return catalogue.targets.flatMap((target): GapTarget[] => {
    const count = metCounts(catalogue).get(target.id);
    if (!count || (count.met === count.of) !== met) return [];
    const unmet = targetCases(catalogue).filter((one) => one.target === target && !one.met);
    const event = catalogue.events.get(target.decided_at ?? '');
    return [
      {
        id: `vorgabe-${target.id}`,
        title: labelText(target.label, page, catalogue.site.source_language),
        state: { mark: met ? 'done' : 'late', label: page.t('gaps.met-of', { done: count.met, total: count.of }) },
        ...(event
          ? {
              decided: {
                label: page.t('concept.decided'),
                title: entryTitle(event, page),
                href: page.link(`${eventsFolder}${event.id}/`),
              },
            }
          : {}),
        groups: groupsOf(unmet, model, page),
      },
    ];
  });
}

/** By language where the target names languages: who looks for one finds all places without it together. */
function groupsOf(cases: readonly TargetCase[], model: SiteModel, page: PageContext): GapTarget['groups'] {
  const languages = [...new Set(cases.map(({ language }) => language))];
  return languages.map((language) => ({
    ...(language === undefined ? {} : { title: { value: languageTitle(language, page) } }),
    cases: cases.filter((one) => one.language === language).map((one) => gapCase(one, model, page)),
  }));
}

function gapCase(one: TargetCase, model: SiteModel, page: PageContext): GapCase {
  return {
    ...(one.town === undefined ? {} : { place: placeName(one.town, model, page) }),
    found: page.t('gaps.found', { count: one.offers.length, minimum: one.minimum }),
    near: one.nearMisses.slice(0, shownNear.kinds).map((near) => nearOffers(near, one, model, page)),
  };
}

function nearOffers({ lacks, offers }: NearMiss, one: TargetCase, model: SiteModel, page: PageContext): NearOffers {
  return {
    lacks: lacksText(lacks, one, model, page),
    offers: offers.slice(0, shownNear.offers).flatMap((id) => {
      const offer = model.catalogue.offers.get(id);
      return offer ? [{ href: page.link(`angebote/${id}/`), title: entryTitle(offer, page) }] : [];
    }),
  };
}

function lacksText(lacks: NearMiss['lacks'], one: TargetCase, model: SiteModel, page: PageContext): string {
  const { t, formats } = page;
  if (lacks === 'town') return t('gaps.elsewhere');
  if (lacks === 'standing') return t('card.paused');
  const wanted = wantedValues(lacks, one).map((value) => isolated(valueLabel(lacks, value, model, page)));
  return t('gaps.lacks', {
    list: wanted.length > 0 ? formats.list(wanted, 'disjunction') : dimensionLabel(lacks, page),
  });
}

/** What the target asks for, as far as its values say more than the name of what they are values of. */
function wantedValues(lacks: Exclude<NearMiss['lacks'], 'standing'>, { target, language }: TargetCase): string[] {
  const { offers } = target;
  if (lacks === 'offer-language') return language === undefined ? [] : [language];
  const wanted: Readonly<Partial<Record<typeof lacks, readonly string[] | undefined>>> = {
    type: offers.types,
    topic: offers.topics,
    'field-of-action': offers.fields_of_action,
    'target-group': offers.target_groups,
    german: offers.german,
    weekday: offers.weekdays,
    cost: offers.cost && [offers.cost],
  };
  return [...(wanted[lacks] ?? [])];
}
