import type { VNode } from 'preact';
import type { FormField, FormStep } from '../../datasheet-page-data.ts';
import { foreign, Text } from '../text/text.tsx';

interface Props {
  readonly steps: readonly FormStep[];
  /** Label of the description, which is no field. */
  readonly description: string;
}

/** The questions of the form on paper: what the page shows without scripts, and what is printed. */
export function BlankSheet({ steps, description }: Props): VNode {
  return (
    <div class="blank-sheet">
      {steps.map(({ id, title, fields }) => (
        <section key={id}>
          <h2>{title}</h2>
          <dl>
            {id === 'description' && <Question label={description} />}
            {fields.map((field) => (
              <Questions key={field.key} field={field} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** More than these are not printed as boxes to tick: a line to write on is shorter. */
const boxLimit = 12;

function Questions({ field }: { readonly field: FormField }): VNode | null {
  const { control, label, options, fields, item } = field;
  if (control === 'organisation') return <Question label={label.value} />;
  const inner = item?.fields ?? fields;
  if (inner && inner.length > 0) {
    return (
      <>
        {inner.map((one) => (
          <Questions key={one.key} field={one} />
        ))}
      </>
    );
  }
  return (
    <div class="blank-question">
      <dt {...foreign(label)}>{label.value}</dt>
      <dd>
        {options && options.length <= boxLimit ? (
          <ul role="list">
            {options.map(({ value, label: name }) => (
              <li key={value}>
                <Text text={name} />
              </li>
            ))}
          </ul>
        ) : (
          <span class="blank-line" />
        )}
      </dd>
    </div>
  );
}

function Question({ label }: { readonly label: string }): VNode {
  return (
    <div class="blank-question">
      <dt>{label}</dt>
      <dd>
        <span class="blank-line" />
      </dd>
    </div>
  );
}
