/**
 * An ICU message after parsing, small enough to travel to the browser as JSON.
 * `['arg', name]`, `['#']` = the number of the enclosing plural,
 * `['plural', name, offset, ordinal, cases]`, `['select', name, cases]`.
 */
export type Message = string | readonly Part[];
export type Part =
  | string
  | readonly ['arg', string]
  | readonly ['#']
  | readonly ['plural', string, number, boolean, Readonly<Record<string, readonly Part[]>>]
  | readonly ['select', string, Readonly<Record<string, readonly Part[]>>];

export type MessageValues = Readonly<Record<string, string | number>>;

/** What a message needs from its language: both come from `Intl` with a fallback where the browser lacks the locale. */
export interface MessageLocale {
  readonly plural: (n: number, ordinal: boolean) => string;
  readonly number: (n: number) => string;
}

/** Text of a message with its values filled in; numbers are written as the language writes them. */
export const formatMessage = (message: Message, values: MessageValues, locale: MessageLocale): string =>
  typeof message === 'string' ? message : write(message, values, locale, undefined);

/** `counted`: the number of the plural around the parts. */
function write(
  parts: readonly Part[],
  values: MessageValues,
  locale: MessageLocale,
  counted: number | undefined,
): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if (part[0] === '#') text += show(counted, locale);
    else if (part[0] === 'arg') text += show(values[part[1]], locale);
    else if (part[0] === 'select') {
      const [, name, cases] = part;
      text += write(ownCase(cases, String(values[name])) ?? cases.other ?? [], values, locale, counted);
    } else {
      const [, name, offset, ordinal, cases] = part;
      const n = Number(values[name]);
      const chosen = ownCase(cases, `=${n}`) ?? ownCase(cases, locale.plural(n - offset, ordinal)) ?? cases.other ?? [];
      text += write(chosen, values, locale, n - offset);
    }
  }
  return text;
}

const show = (value: string | number | undefined, locale: MessageLocale): string =>
  typeof value === 'number' ? locale.number(value) : (value ?? '');

const ownCase = (cases: Readonly<Record<string, readonly Part[]>>, key: string): readonly Part[] | undefined =>
  Object.hasOwn(cases, key) ? cases[key] : undefined;
