/** More is not worth its bytes to who looks at ten cards. */
const mostValues = 24;
const longestValue = 60;
/** A value that fewer than one in so many cards have is not listed. */
const shareOf = 32;

/**
 * What cards have in common, as a text that each file of cards is packed against: their shape with the beginnings that all
 * have, and the commonest values. It changes seldom, because with it all files of cards do. Cards are given as JSON.
 */
export function frameOf(cards: readonly string[]): string {
  const shapes = new Map<string, number>();
  const counts = new Map<string, number>();
  const beginnings = new Map<string, string>();
  const see = (key: string, value: string): void => {
    const before = beginnings.get(key);
    if (before === undefined) beginnings.set(key, value);
    else if (!value.startsWith(before)) beginnings.set(key, before.slice(0, sharedStart(before, value)));
    if (value.length > 2 && value.length <= longestValue) count(counts, value);
  };
  for (const card of cards) count(shapes, shapeOf(card, see));
  const [shape = ''] = likeliest(shapes);
  const values = likeliest(new Map([...counts].filter(([, times]) => times > 2 && times * shareOf >= cards.length)))
    .slice(0, mostValues)
    .sort();
  const filled = shape.replace(/"([^"]*)":""/g, (_, key: string) => `"${key}":${begun(beginnings.get(key) ?? '')}`);
  return `${values.map((value) => JSON.stringify(value)).join(',')},${filled}],["`;
}

/** A JSON text with nothing in its strings; `see` is told what was there, and its key. */
function shapeOf(json: string, see: (key: string, value: string) => void): string {
  let shape = '';
  let key = '';
  /** Of the lists that are open: how many items of each have begun; -1 for an object. */
  const open: number[] = [];
  let isKey = false;
  let copied = 0;
  for (let at = 0; at < json.length; at++) {
    switch (json.charCodeAt(at)) {
      case 0x22: {
        const end = endOfString(json, at);
        const raw = json.slice(at + 1, end);
        const value = raw.includes('\\') ? (JSON.parse(json.slice(at, end + 1)) as string) : raw;
        if (isKey) key = value;
        else {
          const items = open.at(-1) ?? inObject;
          see(items === inObject ? key : String(items), value);
          shape += `${json.slice(copied, at)}""`;
          copied = end + 1;
        }
        isKey = false;
        at = end;
        break;
      }
      case 0x7b:
        open.push(inObject);
        isKey = true;
        break;
      case 0x5b:
        open.push(0);
        break;
      case 0x7d:
      case 0x5d:
        open.pop();
        isKey = false;
        break;
      case 0x2c:
        if (open.at(-1) === inObject) isKey = true;
        else open[open.length - 1]! += 1;
        break;
    }
  }
  return shape + json.slice(copied);
}

const inObject = -1;

/** Where the string ends that begins at a quotation mark. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json.charCodeAt(end - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return end;
  }
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
