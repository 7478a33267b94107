import type { FormCondition, FormField, FormStep } from '../../views/datasheet-page-data.ts';

export type Data = Readonly<Record<string, unknown>>;

/**
 * What stands in the controls, in the shape of the data sheet: numbers as text, several lines as one text. A new
 * organisation stands beside the field that names it.
 */
export type Sheet = Data;

export const newOrganisationKey = 'new-organisation';

const isMap = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as text; nothing for what is no text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isMap(value) && Object.values(value).every(isEmpty));

function isMet({ field, oneOf }: FormCondition, sheet: Sheet): boolean {
  const value = sheet[field];
  return Array.isArray(value) ? value.some((one) => oneOf.includes(String(one))) : oneOf.includes(String(value));
}

/** Whether a field is asked for now; `beside` holds its neighbours. */
export function isShown(field: FormField, beside: Sheet, sheet: Sheet): boolean {
  const { shownIf } = field;
  if (shownIf !== undefined) return [beside, sheet].some((values) => isMet(shownIf, values));
  if (field.shownWith !== undefined) return !isEmpty(beside[field.shownWith]);
  return field.when === undefined || isMet(field.when, sheet);
}

/** The id that a new organisation would get. */
export type MakeId = (name: string) => string;

/** The data that the file will hold; empty fields and those that are not asked for are left out. */
export function toData(steps: readonly FormStep[], sheet: Sheet, makeId: MakeId): Data {
  return mapOf(
    steps.flatMap(({ fields }) => fields),
    sheet,
  );

  function mapOf(fields: readonly FormField[], values: Sheet): Record<string, unknown> {
    return Object.fromEntries(
      fields.flatMap((field): [string, unknown][] => {
        if (!isShown(field, values, sheet)) return [];
        const isNew = field.control === 'organisation' && isMap(values[newOrganisationKey]);
        const value = isNew ? newId(values[newOrganisationKey] as Data) : valueOf(field, values[field.key]);
        return isEmpty(value) ? [] : [[field.key, value]];
      }),
    );
  }

  function newId({ name }: Data): string {
    return typeof name === 'string' ? makeId(name) : '';
  }

  function valueOf(field: FormField, value: unknown): unknown {
    switch (field.control) {
      case 'group':
        return mapOf(field.fields ?? [], isMap(value) ? value : {});
      case 'place':
        return isMap(value) ? mapOf(field.fields ?? [], value) : value;
      case 'list':
        return withoutEmptyEnd((Array.isArray(value) ? value : []).map((item) => valueOf(field.item!, item) ?? ''));
      case 'lines':
        return typeof value === 'string' ? linesOf(value) : value;
      case 'number':
        return typeof value === 'string' ? numberOf(value) : value;
      case 'yes':
      case 'choice':
      case 'choices':
      case 'select':
      case 'date':
      case 'time':
      case 'organisation':
        return value;
      default:
        return typeof value === 'string' ? value.trim() : value;
    }
  }
}

/** Empty items before others stay where they are, so that a message finds its way to the right one. */
function withoutEmptyEnd(items: readonly unknown[]): unknown[] {
  const last = items.findLastIndex((item) => !isEmpty(item));
  return items.slice(0, last + 1);
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `2,50` and `2.50`; what is no number stays text, so that the check can say so. */
function numberOf(text: string): number | string {
  const trimmed = text.trim();
  return /^-?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : trimmed;
}

/** What the controls show for existing data. */
export function toSheet(steps: readonly FormStep[], data: Data): Sheet {
  return mapOf(
    steps.flatMap(({ fields }) => fields),
    data,
  );

  function mapOf(fields: readonly FormField[], values: Data): Record<string, unknown> {
    return Object.fromEntries(
      fields.flatMap((field): [string, unknown][] =>
        values[field.key] === undefined ? [] : [[field.key, shown(field, values[field.key])]],
      ),
    );
  }

  function shown(field: FormField, value: unknown): unknown {
    if (field.control === 'lines') return Array.isArray(value) ? value.join('\n') : value;
    if (field.control === 'number') return String(value);
    if (field.control === 'list') return Array.isArray(value) ? value.map((item) => shown(field.item!, item)) : value;
    return isMap(value) && field.fields ? mapOf(field.fields, value) : value;
  }
}

/** A copy with one value set; maps and lists on the way are made as needed. `undefined` takes a field out. */
export function withValue(root: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(root) ? [...(root as unknown[])] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const { [step]: old, ...others } = isMap(root) ? root : {};
  const inner = withValue(old, rest, value);
  return inner === undefined ? others : { ...(isMap(root) ? root : {}), [step]: inner };
}

export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    root,
  );
}

const canonical = (value: unknown): unknown =>
  isMap(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, canonical(value[key])]),
      )
    : Array.isArray(value)
      ? value.map(canonical)
      : value;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/**
 * What a correction changes: whole fields, `null` for one that was taken out. Only fields that the form asks for: what
 * it does not know is not to be touched.
 */
export function changesBetween(steps: readonly FormStep[], old: Data, now: Data): Record<string, unknown> {
  const keys = steps.flatMap(({ fields }) => fields.map(({ key }) => key));
  // What the form leaves out by itself, such as the price of something free, nobody has changed.
  const before = toData(steps, toSheet(steps, old), (name) => name);
  return Object.fromEntries(
    keys.flatMap((key): [string, unknown][] =>
      isSame(before[key], now[key]) || isSame(old[key], now[key]) ? [] : [[key, now[key] ?? null]],
    ),
  );
}
