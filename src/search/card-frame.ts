/** More is not worth its bytes to who looks at ten cards. */
const mostValues = 24;
const longestValue = 60;
/** A value that fewer than one in so many cards have is not listed. */
const shareOf = 32;

/**
 * What cards have in common, as a text that each file of cards is packed against: their shape with the beginnings that all
 * have, and the commonest values. It changes seldom, because with it all files of cards do.
 */
export function frameOf(cards: readonly unknown[]): string {
  const shapes = new Map<string, number>();
  const counts = new Map<string, number>();
  const beginnings = new Map<string, string>();
  for (const card of cards) {
    count(
      shapes,
      JSON.stringify(card, (key, value: unknown) => {
        if (typeof value !== 'string') return value;
        const before = beginnings.get(key);
        beginnings.set(key, before === undefined ? value : before.slice(0, sharedStart(before, value)));
        if (value.length > 2 && value.length <= longestValue) count(counts, value);
        return '';
      }) ?? '',
    );
  }
  const [shape = ''] = likeliest(shapes);
  const values = likeliest(new Map([...counts].filter(([, times]) => times > 2 && times * shareOf >= cards.length)))
    .slice(0, mostValues)
    .sort();
  const filled = shape.replace(/"([^"]*)":""/g, (_, key: string) => `"${key}":${begun(beginnings.get(key) ?? '')}`);
  return `${values.map((value) => JSON.stringify(value)).join(',')},${filled}],["`;
}

/** Best first, by how often and how long. */
const likeliest = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts]
    .sort(([a, times], [b, others]) => others * b.length - times * a.length || (a < b ? -1 : 1))
    .map(([text]) => text);

/** The beginning of a JSON text, closed where it is nothing. */
const begun = (value: string): string => (value === '' ? '"' : JSON.stringify(value).slice(0, -1));

const count = (counts: Map<string, number>, text: string): void => void counts.set(text, (counts.get(text) ?? 0) + 1);

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
