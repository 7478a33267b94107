import { noneGiven, type DimensionId } from '../insight/dimensions.ts';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { placeName, termLabel, termsOf } from './names.ts';
import { languageTitle } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

/** What a dimension is called. */
export function dimensionLabel(dimension: DimensionId, { t }: PageContext): string {
  const labels: Readonly<Record<DimensionId, string>> = {
    'field-of-action': t('field.fields_of_action'),
    topic: t('filter.topic'),
    town: t('filter.town'),
    'target-group': t('offer.facts.audience'),
    'offer-language': t('filter.language'),
    german: t('offer.facts.german'),
    weekday: t('filter.day'),
    cost: t('offer.facts.cost'),
    childcare: t('offer.facts.childcare'),
    'step-free': t('offer.facts.step-free'),
    online: t('card.online'),
    type: t('filter.type'),
  };
  return labels[dimension];
}

const vocabularies = {
  'field-of-action': 'fields-of-action',
  topic: 'topics',
  'target-group': 'target-groups',
} as const;

/** What a value of a dimension is called; the value itself where nothing else is known. */
export function valueLabel(dimension: DimensionId, value: string, model: SiteModel, page: PageContext): ShownText {
  const { t, formats } = page;
  if (value === noneGiven) return { value: t('gaps.none-value') };
  switch (dimension) {
    case 'field-of-action':
    case 'topic':
    case 'target-group': {
      const [term] = termsOf(vocabularies[dimension], [value], model);
      return term ? termLabel(term, model, page) : { value };
    }
    case 'town':
      return placeName(value, model, page);
    case 'offer-language':
      return { value: languageTitle(value, page) };
    case 'weekday':
      return { value: formats.weekday(value) };
    case 'german':
      return { value: t(`enum.german.${value as 'A1'}`) };
    case 'cost':
      return { value: t(`enum.cost.${value as 'free'}`) };
    case 'childcare':
      return { value: t(`enum.childcare.${value as 'yes'}`) };
    case 'step-free':
    case 'online':
      return { value: t(`enum.answer.${value as 'yes'}`) };
    case 'type':
      return { value: t(`enum.type.${value as 'course'}`) };
  }
}
