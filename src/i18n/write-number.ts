import type { MessageLocale } from './message.ts';

/** Whole numbers of one language and their plurals without `Intl`: to make its first format holds up a cheap phone for a tenth of a second. */
export interface NumberSigns {
  /** What stands between each three digits. */
  readonly group: string;
  /** How many digits the shortest number has that is grouped. */
  readonly from: number;
  /** The categories of plurals. */
  readonly plurals: readonly string[];
  /** For each number below 200 the place of its category; from 100 on, the two last digits decide. */
  readonly pluralOf: string;
}

/** Learns from a language's own formats; its digits must be 0 to 9. */
export function numberSigns({ number, plural }: MessageLocale): NumberSigns {
  const [four, five] = [number(1234), number(12345)];
  const categories = Array.from({ length: 200 }, (_, n) => plural(n, false));
  const plurals = [...new Set(categories)];
  return {
    group: five.slice(2, -3),
    from: four === '1234' ? 5 : 4,
    plurals,
    pluralOf: categories.map((category) => plurals.indexOf(category)).join(''),
  };
}

/** Counts below a million; all else is left to the language's own formats. */
export function numbersBy({ group, from, plurals, pluralOf }: NumberSigns, others: MessageLocale): MessageLocale {
  const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0 && n < 1_000_000;
  return {
    number(n) {
      const digits = String(n);
      if (!isCount(n)) return others.number(n);
      return digits.length < from ? digits : `${digits.slice(0, -3)}${group}${digits.slice(-3)}`;
    },
    plural(n, ordinal) {
      if (!isCount(n) || ordinal) return others.plural(n, ordinal);
      return plurals[Number(pluralOf[n < 200 ? n : 100 + (n % 100)])] ?? 'other';
    },
  };
}
