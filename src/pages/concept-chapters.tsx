import type { VNode } from 'preact';
import { renderMarkdown } from '../content/markdown.ts';
import type { EditionProgress, FieldProgress, GoalProgress } from '../insight/roll-up.ts';
import { textsIn } from '../model/translation.ts';
import type { ContentsItem } from '../views/components/contents-list/contents-list.tsx';
import { MeasureList } from '../views/components/measure-list/measure-list.tsx';
import { ProgressMark } from '../views/components/progress-mark/progress-mark.tsx';
import { Prose } from '../views/components/prose/prose.tsx';
import { RollUp } from '../views/components/roll-up/roll-up.tsx';
import { foreign, type ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import {
  attainmentMark,
  attainments,
  attainmentText,
  editionPath,
  indicatorPath,
  measureItem,
  rollUpProps,
} from './concept-data.tsx';
import { entryTitle, termLabel } from './names.ts';
import { optionalText, shownText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

interface Props {
  readonly progress: EditionProgress;
  /** On paper nothing leads elsewhere, and each goal's whole text is there. */
  readonly onPaper?: boolean;
  readonly model: SiteModel;
  readonly page: PageContext;
}

export const goalAnchor = (goal: string): string => `ziel-${goal}`;
const fieldAnchor = (field: string): string => `feld-${field}`;

export function fieldLabel(field: string, model: SiteModel, page: PageContext): ShownText {
  const term = model.catalogue.vocabularies['fields-of-action'].get(field);
  return term ? termLabel(term, model, page) : { value: field };
}

/** The chapters of an edition for its table of contents. */
export const chapterContents = ({ progress, model, page }: Props): ContentsItem[] =>
  progress.fields.map(({ field, goals }) => ({
    href: `#${fieldAnchor(field)}`,
    label: fieldLabel(field, model, page),
    items: goals.map(({ goal }) => ({ href: `#${goalAnchor(goal.id)}`, label: entryTitle(goal, page) })),
  }));

/** The fields of action of an edition with their goals, and the goals with their measures. */
export function ConceptChapters(props: Props): VNode {
  return (
    <>
      {props.progress.fields.map((field) => (
        <Field key={field.field} {...props} field={field} />
      ))}
    </>
  );
}

function Field({ field, ...props }: Props & { readonly field: FieldProgress }): VNode {
  const { model, page } = props;
  const title = fieldLabel(field.field, model, page);
  return (
    <section class="steering-section concept-field" id={fieldAnchor(field.field)}>
      <h2 {...foreign(title)}>{title.value}</h2>
      <RollUp {...rollUpProps(field, page)} explained={!props.onPaper} />
      {field.goals.map((goal) => (
        <Goal key={goal.goal.id} {...props} progress={goal} />
      ))}
    </section>
  );
}

type GoalProps = Omit<Props, 'progress'> & { readonly progress: GoalProgress };

function Goal({ progress, onPaper = false, model, page }: GoalProps): VNode {
  const { t } = page;
  const { goal, measures } = progress;
  const texts = textsIn(goal, page.lang);
  const title = entryTitle(goal, page);
  const summary = optionalText(texts.text('summary'), page);
  const body = shownText(texts.body, page);
  const before = goal.data.continues === undefined ? undefined : model.catalogue.goals.get(goal.data.continues);
  return (
    <section class="concept-goal" id={goalAnchor(goal.id)}>
      <h3 {...foreign(title)}>{title.value}</h3>
      {summary && <p {...foreign(summary)}>{summary.value}</p>}
      {body.value.trim() !== '' && (
        <Prose html={renderMarkdown(body.value, { topHeading: 4, mediaPath: page.media })} lang={body.lang} />
      )}
      <RollUp {...rollUpProps(progress, page)} />
      {before && !onPaper && (
        <p>
          <span class="label">{t('concept.continues')}:</span>{' '}
          <a
            href={`${page.link(editionPath(before.data.edition))}#${goalAnchor(before.id)}`}
            {...foreign(entryTitle(before, page))}
          >
            {entryTitle(before, page).value}
          </a>
        </p>
      )}
      <GoalIndicators ids={goal.data.indicators ?? []} onPaper={onPaper} model={model} page={page} />
      {measures.length === 0 ? (
        <p>{t('concept.no-measures')}</p>
      ) : (
        <MeasureList measures={measures.map((measure) => measureItem(measure, model, page, !onPaper))} />
      )}
    </section>
  );
}

interface IndicatorsProps extends Omit<Props, 'progress'> {
  readonly ids: readonly string[];
}

/** The indicators of a goal, each with what it says; nothing where it has none. */
function GoalIndicators({ ids, onPaper, model, page }: IndicatorsProps): VNode | null {
  const known = attainments(model.catalogue);
  const found = ids.flatMap((id) => known.get(id) ?? []);
  if (found.length === 0) return null;
  return (
    <ul class="goal-indicators" role="list">
      {found.map((attainment) => {
        const { indicator } = attainment;
        const title = entryTitle(indicator, page);
        const [word = '', ...rest] = attainmentText(attainment, page);
        return (
          <li key={indicator.id}>
            {onPaper ? (
              <span {...foreign(title)}>{title.value}</span>
            ) : (
              <a href={page.link(indicatorPath(indicator.id))} {...foreign(title)}>
                {title.value}
              </a>
            )}{' '}
            <ProgressMark mark={attainmentMark(attainment)} label={word} /> {rest.join(' ')}
          </li>
        );
      })}
    </ul>
  );
}
