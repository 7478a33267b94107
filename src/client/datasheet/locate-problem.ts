import type { Diagnostic, FieldPath } from '../../model/diagnostic.ts';
import type { FormField, FormStep } from '../../views/datasheet-page-data.ts';
import { newOrganisationKey } from './sheet-data.ts';
import type { ShownText } from '../../views/components/text/text.tsx';

/** Where in the form a problem is shown. */
export interface Spot {
  /** From 0; -1 for what the form does not ask for. */
  readonly step: number;
  /** Id of the control. */
  readonly id: string;
  readonly label: ShownText;
}

export const controlId = (path: FieldPath): string => `f-${path.join('-')}`;

export const bodyId = 'f-body';

/** `contacts[0].phone` → `['contacts', 0, 'phone']` */
const parseField = (field: string): FieldPath =>
  field.split(/[.[\]]+/).flatMap((step) => (step === '' ? [] : [/^\d+$/.test(step) ? Number(step) : step]));

/** The field that a problem is about: for a missing one, the one that is missing. */
function pathOf({ code, at, args }: Diagnostic): FieldPath | undefined {
  if (!Array.isArray(at)) return undefined;
  return code === 'missing-field' && typeof args['field'] === 'string' ? parseField(args['field']) : (at as FieldPath);
}

/** Finds the control for a problem: that of the field itself, or the first of the fields that make it up. */
export function locateProblem(steps: readonly FormStep[], problem: Diagnostic, bodyLabel: string): Spot {
  const path = pathOf(problem);
  if (!path) {
    return {
      step: steps.findIndex(({ id }) => id === 'description'),
      id: bodyId,
      label: { value: bodyLabel },
    };
  }
  const [key] = path;
  if (key === newOrganisationKey) return inOrganisation(steps, path);
  const step = steps.findIndex(({ fields }) => fields.some((field) => field.key === key));
  const field = steps[step]?.fields.find((one) => one.key === key);
  if (!field) return { step: -1, id: '', label: { value: String(key) } };
  return { step, ...find(field, [field.key], path.slice(1)) };
}

/** The fields of a new organisation stand below the picker. */
function inOrganisation(steps: readonly FormStep[], path: FieldPath): Spot {
  const step = steps.findIndex(({ fields }) => fields.some(({ control }) => control === 'organisation'));
  const picker = steps[step]!.fields.find(({ control }) => control === 'organisation')!;
  const inner = picker.fields?.find(({ key }) => key === path[1]) ?? picker;
  return { step, id: controlId(path), label: inner.label };
}

function find(field: FormField, taken: FieldPath, rest: FieldPath): Omit<Spot, 'step'> {
  const here = { id: controlId(taken), label: field.label };
  const [step, ...deeper] = rest;
  if (field.control === 'list') {
    if (typeof step !== 'number') return here;
    const { item } = field;
    return item?.control === 'group'
      ? find(item, [...taken, step], deeper)
      : { ...here, id: controlId([...taken, step]) };
  }
  if (field.control === 'place' && step === undefined) return here;
  if (field.control === 'group' || field.control === 'place') {
    const inner = step === undefined ? field.fields?.[0] : field.fields?.find(({ key }) => key === step);
    return inner ? find(inner, [...taken, inner.key], step === undefined ? [] : deeper) : here;
  }
  return here;
}
