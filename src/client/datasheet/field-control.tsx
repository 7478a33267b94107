import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Translate } from '../../i18n/translator.ts';
import type { FieldPath } from '../../model/diagnostic.ts';
import {
  type ControlAttributes,
  type FieldFrame,
  FormField,
  FormGroup,
  type FieldNote,
} from '../../views/components/form-field/form-field.tsx';
import { Text } from '../../views/components/text/text.tsx';
import type { FormField as Field, FormOption } from '../../views/datasheet-page-data.ts';
import { controlId } from './locate-problem.ts';
import { isShown, newOrganisationKey, type Sheet, valueAt } from './sheet-data.ts';

/** What every control of the form shares. */
export interface FormContext {
  readonly t: Translate;
  readonly sheet: Sheet;
  /** Heading of the step. */
  readonly title: string;
  readonly notes: ReadonlyMap<string, readonly FieldNote[]>;
  set(path: FieldPath, value: unknown): void;
}

interface Props {
  readonly field: Field;
  readonly path: FieldPath;
  readonly form: FormContext;
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const isMap = (value: unknown): value is Sheet => typeof value === 'object' && value !== null && !Array.isArray(value);

function frameOf({ field, path, form }: Props): FieldFrame {
  const id = controlId(path);
  return {
    id,
    label: field.label,
    help: field.control === 'lines' ? { value: form.t('datasheet.lines') } : field.help,
    optional: field.required || field.when ? undefined : form.t('datasheet.optional'),
    notes: form.notes.get(id) ?? [],
  };
}

/** A group that is called like its step, or like the first question in it. */
const isSaidTwice = ({ field, path, form }: Props): boolean =>
  path.length === 1 && [form.title, field.fields?.[0]?.label.value].includes(field.label.value);

/** Fields one below the other; what few need is folded away. */
export function FieldList({
  fields,
  path,
  form,
}: {
  readonly fields: readonly Field[];
  readonly path: FieldPath;
  readonly form: FormContext;
}): VNode {
  const beside = (valueAt(form.sheet, path) ?? {}) as Sheet;
  const shown = fields.filter((field) => isShown(field, beside, form.sheet));
  const more = shown.filter((field) => field.more);
  const render = (field: Field): VNode => (
    <FieldControl key={field.key} field={field} path={[...path, field.key]} form={form} />
  );
  const has = (test: (field: Field) => boolean): boolean => more.some(test);
  // Who has filled something in, or must correct it, shall see it; what fills itself in later opens nothing.
  const isFilled = useMemo(() => has(({ key }) => beside[key] !== undefined), []);
  const isWrong = has(({ key }) => [...form.notes.keys()].some((id) => id.startsWith(controlId([...path, key]))));
  return (
    <>
      {shown.filter((field) => !field.more).map(render)}
      {more.length > 0 && (
        <details class="form-more" open={isFilled || isWrong}>
          <summary>{form.t('datasheet.more')}</summary>
          <div class="form-fields">{more.map(render)}</div>
        </details>
      )}
    </>
  );
}

export function FieldControl(props: Props): VNode {
  const { field, path, form } = props;
  const value = valueAt(form.sheet, path);
  const frame = frameOf(props);
  const set = (next: unknown): void => form.set(path, next === '' ? undefined : next);
  switch (field.control) {
    case 'group':
      return (
        <FormGroup {...frame} optional={undefined} quiet={isSaidTwice(props)}>
          <div class="form-fields">
            <FieldList fields={field.fields ?? []} path={path} form={form} />
          </div>
        </FormGroup>
      );
    case 'list':
      return <ListControl {...props} />;
    case 'organisation':
      return <OrganisationControl {...props} />;
    case 'place':
      return <PlaceControl {...props} />;
    case 'choice':
    case 'choices':
      return <ChoiceControl {...props} />;
    case 'yes':
      return (
        <div class="form-field">
          <label class="check form-check">
            <input
              {...attributesOf(frame)}
              type="checkbox"
              checked={value === true}
              onChange={(event) => set(event.currentTarget.checked || undefined)}
            />
            <span class="check-label">
              <Text text={field.label} />
            </span>
          </label>
          {frame.help && (
            <p class="form-help" id={`${frame.id}-help`}>
              {frame.help.value}
            </p>
          )}
        </div>
      );
    case 'select':
      return (
        <FormField {...frame}>
          {(attributes) => (
            <Select
              attributes={attributes}
              options={field.options ?? []}
              value={asText(value)}
              choose={form.t('datasheet.choose')}
              onChange={set}
            />
          )}
        </FormField>
      );
    case 'lines':
    case 'long-text':
      return (
        <FormField {...frame}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={3}
              dir="auto"
              required={field.required}
              value={asText(value)}
              onInput={(event) => set(event.currentTarget.value)}
            />
          )}
        </FormField>
      );
    default:
      return (
        <FormField {...frame}>
          {(attributes) => (
            <input
              {...attributes}
              {...(inputOf(field) as { type: 'text' })}
              aria-required={field.required}
              value={asText(value)}
              onInput={(event) => set(event.currentTarget.value)}
            />
          )}
        </FormField>
      );
  }
}

function attributesOf({ id, help }: FieldFrame): ControlAttributes {
  return { id, ...(help ? { 'aria-describedby': `${id}-help` } : {}) };
}

interface InputAttributes {
  readonly type: 'email' | 'tel' | 'url' | 'date' | 'time' | 'text';
  readonly autocomplete?: 'off';
  readonly inputMode?: 'decimal';
  readonly dir?: 'auto';
}

/** Nothing is filled in from the browser's memory: it would be the reader's own address. */
function inputOf({ control }: Field): InputAttributes {
  switch (control) {
    case 'email':
      return { type: 'email', autocomplete: 'off' };
    case 'phone':
      return { type: 'tel', autocomplete: 'off' };
    case 'link':
      return { type: 'url', autocomplete: 'off' };
    case 'date':
      return { type: 'date' };
    case 'time':
      return { type: 'time' };
    case 'number':
      return { type: 'text', inputMode: 'decimal', autocomplete: 'off' };
    default:
      return { type: 'text', dir: 'auto', autocomplete: 'off' };
  }
}

interface SelectProps {
  readonly attributes: ControlAttributes;
  readonly options: readonly FormOption[];
  readonly value: string;
  /** First entry, without a value. */
  readonly choose: string;
  /** Further entries at the end. */
  readonly others?: readonly FormOption[];
  readonly onChange: (value: string) => void;
}

function Select({ attributes, options, value, choose, others = [], onChange }: SelectProps): VNode {
  return (
    <select {...attributes} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{choose}</option>
      {others.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label.value}
        </option>
      ))}
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.label.lang}>
          {option.label.value}
        </option>
      ))}
    </select>
  );
}

/** In letters; shorter ones than usual make no narrower columns. */
const longestWord = (options: readonly FormOption[]): number =>
  Math.max(12, ...options.flatMap(({ label }) => label.value.split(/[\s-]/).map(({ length }) => length)));

function ChoiceControl(props: Props): VNode {
  const { field, path, form } = props;
  const value = valueAt(form.sheet, path);
  const several = field.control === 'choices';
  const chosen = several ? asList(value) : [value];
  const name = controlId(path);
  const toggle = (option: string, on: boolean): void => {
    if (!several) return form.set(path, on ? option : undefined);
    const kept = chosen.filter((one) => one !== option);
    form.set(path, on ? [...kept, option] : kept.length > 0 ? kept : undefined);
  };
  return (
    <FormGroup {...frameOf(props)}>
      <div class="form-choices" style={{ '--longest-word': longestWord(field.options ?? []) }}>
        {field.options?.map((option) => (
          <label key={option.value} class="check">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              onChange={(event) => toggle(option.value, event.currentTarget.checked)}
            />
            <span class="check-label">
              <Text text={option.label} />
            </span>
          </label>
        ))}
      </div>
    </FormGroup>
  );
}

/** Several entries of the same kind, each with a number; the first one is there without asking where one is needed. */
function ListControl(props: Props): VNode {
  const { field, path, form } = props;
  const { t } = form;
  const item = field.item!;
  const written = asList(valueAt(form.sheet, path));
  const entries = written.length > 0 ? written : [undefined];
  const remove = (index: number): void => {
    const kept = entries.filter((_, other) => other !== index);
    form.set(path, kept.length > 0 ? kept : undefined);
  };
  const add = (): void => {
    form.set(path, [
      ...entries.map((entry) => entry ?? (item.control === 'group' ? {} : '')),
      item.control === 'group' ? {} : '',
    ]);
    const id = controlId([...path, entries.length]);
    // The new entry stands there only after the next drawing.
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <FormGroup {...frameOf(props)} quiet={isSaidTwice(props)}>
      <div class="form-entries">
        {entries.map((_, index) => {
          const own = [...path, index];
          const label = { value: t('datasheet.entry', { number: index + 1 }) };
          return (
            <div key={index} class="form-entry">
              {item.control === 'group' ? (
                <FormGroup id={controlId(own)} label={label} notes={form.notes.get(controlId(own)) ?? []}>
                  <div class="form-fields">
                    <FieldList fields={item.fields ?? []} path={own} form={form} />
                  </div>
                </FormGroup>
              ) : (
                <FieldControl field={{ ...withoutHelp(item), label }} path={own} form={form} />
              )}
              {(entries.length > 1 || written.length > 0) && (
                <button class="button button-plain" type="button" onClick={() => remove(index)}>
                  {t('datasheet.remove', { number: index + 1 })}
                </button>
              )}
            </div>
          );
        })}
      </div>
      {entries.length < (field.maxItems ?? 50) && (
        <button class="button button-second form-add" type="button" onClick={add}>
          {t('datasheet.add')}
        </button>
      )}
    </FormGroup>
  );
}

/** What a list says once is not said again at each entry. */
const withoutHelp = ({ help: _help, ...field }: Field): Field => field;

/** No id looks like this. */
const other = '+';

function OrganisationControl(props: Props): VNode {
  const { field, path, form } = props;
  const { t, sheet } = form;
  const isNew = isMap(sheet[newOrganisationKey]);
  const choose = (value: string): void => {
    form.set(path, value === other || value === '' ? undefined : value);
    form.set([newOrganisationKey], value === other ? {} : undefined);
  };
  return (
    <>
      <FormField {...frameOf(props)}>
        {(attributes) => (
          <Select
            attributes={attributes}
            options={field.options ?? []}
            others={[{ value: other, label: { value: t('datasheet.new-organisation') } }]}
            value={isNew ? other : asText(valueAt(sheet, path))}
            choose={t('datasheet.choose')}
            onChange={choose}
          />
        )}
      </FormField>
      {isNew && (
        <div class="form-fields form-inner">
          <FieldList fields={field.fields ?? []} path={[newOrganisationKey]} form={form} />
        </div>
      )}
    </>
  );
}

function PlaceControl(props: Props): VNode {
  const { field, path, form } = props;
  const { t } = form;
  const value = valueAt(form.sheet, path);
  const isAddress = isMap(value);
  return (
    <>
      <FormField {...frameOf(props)}>
        {(attributes) => (
          <Select
            attributes={attributes}
            options={field.options ?? []}
            others={[{ value: other, label: { value: t('datasheet.other-address') } }]}
            value={isAddress ? other : asText(value)}
            choose={t('datasheet.choose')}
            onChange={(chosen) => form.set(path, chosen === other ? {} : chosen || undefined)}
          />
        )}
      </FormField>
      {isAddress && (
        <div class="form-fields form-inner">
          <FieldList fields={field.fields ?? []} path={path} form={form} />
        </div>
      )}
    </>
  );
}
