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

export function readSorted(written: SortedStrings): string[] {
  let previous = '';
  return Array.from(written.matchAll(/[A-Z][^A-Z]*/g), ([part]) => {
    previous = previous.slice(0, part.charCodeAt(0) - letterA) + part.slice(1);
    return previous.replace(/~(.)/g, (_, letter: string) => letter.toUpperCase());
  });
}

const letterA = 65;
