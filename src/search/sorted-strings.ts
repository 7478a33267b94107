/**
 * Sorted strings in one, for JSON: of each, a capital letter for how many units it has in common with the one before
 * (`A` none, `Z` 25), then the rest. A capital letter of its own stands as a small one behind `~`.
 * @example writeSorted(['kurs', 'kursleitung', 'Ort']) // 'AkursEleitungA~ort'
 */
export type SortedStrings = string;

export function writeSorted(strings: readonly string[]): SortedStrings {
  let previous = '';
  let written = '';
  for (const string of strings) {
    const spelt = string.replace(/[A-Z~]/g, (letter) => `~${letter.toLowerCase()}`);
    let shared = 0;
    while (shared < 25 && shared < spelt.length && spelt[shared] === previous[shared]) shared++;
    written += String.fromCharCode(letterA + shared) + spelt.slice(shared);
    previous = spelt;
  }
  return written;
}

/** Letter by letter, because an expression takes a slow phone longer than all else that the manifest needs. */
export function readSorted(written: SortedStrings): string[] {
  const strings: string[] = [];
  const hasCapitals = written.includes('~');
  let previous = '';
  for (let from = 0, end = 1; from < written.length; from = end++) {
    while (end < written.length && !isCapital(written.charCodeAt(end))) end++;
    previous = previous.slice(0, written.charCodeAt(from) - letterA) + written.slice(from + 1, end);
    strings.push(hasCapitals ? previous.replace(/~(.)/g, (_, letter: string) => letter.toUpperCase()) : previous);
  }
  return strings;
}

const isCapital = (unit: number): boolean => unit >= letterA && unit < letterA + 26;
const letterA = 65;
