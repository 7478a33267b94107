import type { VNode } from 'preact';
import { peopleOf } from '../insight/needs-counts.ts';
import type { Catalogue, CatalogueEvent, Entry } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import { type Consequence, DecisionList } from '../views/components/decision-list/decision-list.tsx';
import type { PageContext } from '../views/page-context.ts';
import { entryTitle } from './names.ts';
import { optionalText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { SteeringSection } from './steering-page.tsx';

export interface DecisionsProps {
  readonly event: CatalogueEvent;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** What a meeting decided, with the measures and guidelines it led to and how many people it answers. */
export function Decisions({ event, model, page }: DecisionsProps): VNode | null {
  const { decisions = [] } = event.data;
  if (decisions.length === 0) return null;
  const { t } = page;
  const { catalogue } = model;
  const texts = textsIn(event, page.lang);
  return (
    <SteeringSection title={t('event.decisions')}>
      <DecisionList
        decisions={decisions.map(({ title, measures = [], guidelines = [], needs = [] }, index) => ({
          title: optionalText(texts.text(`decisions.${index}.title`), page) ?? { value: title },
          consequences: [
            ...consequence(
              t('event.measures'),
              measures.flatMap((id) => {
                const measure = catalogue.measures.get(id);
                if (!measure) return [];
                const note = t(`enum.measure.${measure.data.status}`);
                return [{ ...linkTo('konzept/massnahmen/', measure, page), note }];
              }),
            ),
            ...consequence(
              t('event.guidelines'),
              guidelines
                .flatMap((id) => catalogue.guidelines.get(id) ?? [])
                .map((guideline) => linkTo('konzept/leitlinien/', guideline, page)),
            ),
            ...answered(needs, catalogue, page),
          ],
        }))}
      />
    </SteeringSection>
  );
}

const linkTo = (folder: string, entry: Entry<unknown>, page: PageContext): Consequence['links'][number] => ({
  href: page.link(`${folder}${entry.id}/`),
  title: entryTitle(entry, page),
});

const consequence = (label: string, links: Consequence['links']): Consequence[] =>
  links.length > 0 ? [{ label, links }] : [];

/**
 * Roughly how many people a decision answers. Rounded down to the smallest number that may be told: an exact sum could
 * be subtracted from those in the table of needs, and what is left may be a few people.
 */
function answered(ids: readonly string[], { needs, site }: Catalogue, { t }: PageContext): Consequence[] {
  const found = ids.flatMap((id) => needs.get(id) ?? []);
  if (found.length === 0) return [];
  const { minimum } = site.needs;
  const people = found.reduce((sum, need) => sum + peopleOf(need), 0);
  const count = Math.floor(people / minimum) * minimum;
  return [{ label: count > 0 ? t('event.needs', { count }) : t('event.needs-few', { count: minimum }), links: [] }];
}
