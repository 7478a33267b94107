import type { ComponentChildren, VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface FieldNote {
  readonly text: string;
  /** A warning does not keep anybody from going on. */
  readonly severity: 'error' | 'warning';
}

export interface FieldFrame {
  /** Of the control itself; those of help and notes are made from it. */
  readonly id: string;
  readonly label: ShownText;
  readonly help?: ShownText | undefined;
  /** In brackets after the label: that the field may stay empty. */
  readonly optional?: string | undefined;
  readonly notes: readonly FieldNote[];
}

/** What a control needs to be read out together with its help and its notes. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
}

export function controlAttributes({ id, help, notes }: FieldFrame): ControlAttributes {
  const described = [help && `${id}-help`, notes.length > 0 && `${id}-note`].filter(Boolean).join(' ');
  return {
    id,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(notes.some(({ severity }) => severity === 'error') ? { 'aria-invalid': 'true' as const } : {}),
  };
}

interface Props extends FieldFrame {
  readonly children: (attributes: ControlAttributes) => ComponentChildren;
}

/** A single control with its label above, help and notes between the two. */
export function FormField(props: Props): VNode {
  const { id, label, children } = props;
  return (
    <div class={fieldClass(props)}>
      <label class="form-label" for={id} {...foreign(label)}>
        {label.value}
        <Optional text={props.optional} />
      </label>
      <HelpAndNotes {...props} />
      {children(controlAttributes(props))}
    </div>
  );
}

interface GroupProps extends FieldFrame {
  /** What stands around it says the same: the label is only read out. */
  readonly quiet?: boolean;
  readonly children: ComponentChildren;
}

/** Several controls that answer one question. The group takes the focus when the question itself is at fault. */
export function FormGroup(props: GroupProps): VNode {
  const { label, quiet, children } = props;
  const frame = quiet ? { ...props, help: undefined } : props;
  const { id, 'aria-describedby': describedBy } = controlAttributes(frame);
  return (
    <fieldset class={fieldClass(props)} id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend class={quiet ? 'visually-hidden' : 'form-label'} {...foreign(label)}>
        {label.value}
        <Optional text={props.optional} />
      </legend>
      <HelpAndNotes {...frame} />
      {children}
    </fieldset>
  );
}

const fieldClass = ({ notes }: FieldFrame): string => {
  const [worst] = notes.map(({ severity }) => severity).sort();
  return worst ? `form-field form-field-${worst}` : 'form-field';
};

function Optional({ text }: { readonly text: string | undefined }): VNode | null {
  return text === undefined ? null : <span class="form-optional"> ({text})</span>;
}

function HelpAndNotes({ id, help, notes }: FieldFrame): VNode {
  return (
    <>
      {help && (
        <p class="form-help" id={`${id}-help`} {...foreign(help)}>
          {help.value}
        </p>
      )}
      {notes.length > 0 && (
        <div class="form-notes" id={`${id}-note`}>
          {notes.map(({ text, severity }) => (
            <p key={text} class={`form-note form-note-${severity}`}>
              {text}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
