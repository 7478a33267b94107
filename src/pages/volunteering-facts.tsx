import type { CatalogueOffer } from '../model/catalogue.ts';
import { textsIn } from '../model/translation.ts';
import type { Fact } from '../views/components/facts/facts.tsx';
import { foreign, Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { optionalText, shownText } from './shown-text.ts';

/** What somebody wants to know who thinks about helping; nothing for other offers. */
export function volunteeringFacts(offer: CatalogueOffer, page: PageContext): Fact[] {
  const { volunteering } = offer.data;
  if (!volunteering) return [];
  const { t } = page;
  const texts = textsIn(offer, page.lang);
  const tasks = texts.list('volunteering.tasks').map((text) => shownText(text, page));
  const hours = optionalText(texts.text('volunteering.hours'), page);
  const training = optionalText(texts.text('volunteering.training'), page);
  const expenses = optionalText(texts.text('volunteering.expenses'), page);
  const facts: Array<Fact | false | undefined> = [
    tasks.length > 0 && {
      icon: 'check',
      label: t('volunteering.tasks'),
      value: (
        <ul>
          {tasks.map((task) => (
            <li key={task.value} {...foreign(task)}>
              {task.value}
            </li>
          ))}
        </ul>
      ),
    },
    hours && { icon: 'calendar', label: t('volunteering.hours'), value: <Text text={hours} /> },
    volunteering.minimum_age !== undefined && {
      icon: 'people',
      label: t('volunteering.age'),
      value: t('offer.age.from', { min: volunteering.minimum_age }),
    },
    volunteering.german !== undefined && {
      icon: 'speech',
      label: t('offer.facts.german'),
      value:
        volunteering.german === 'none'
          ? t('enum.german.none')
          : t('offer.german.min', { level: t(`enum.german.${volunteering.german}`) }),
    },
    training && { icon: 'info', label: t('volunteering.training'), value: <Text text={training} /> },
    expenses && { icon: 'coin', label: t('volunteering.expenses'), value: <Text text={expenses} /> },
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}
