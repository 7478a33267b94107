/**
 * A light stemmer as data: each step is tried once, in order, on the folded word, and counts only if at least
 * `keep` letters remain. Data, because the index carries the rules it was built with: a query can never be cut
 * by other rules than the texts were.
 */
export interface StemRules {
  /** The words it is for, as nobody knows the language of a query: a regular expression. */
  readonly letters: '[a-z]' | '[а-яі]' | '[ء-ي]';
  readonly keep: number;
  readonly steps: readonly (readonly [pattern: string, replacement: string])[];
}

export type Stemmer = (word: string) => string;

export function makeStemmer(rules: StemRules): Stemmer {
  const letters = new RegExp(rules.letters, 'u');
  /** Made when a word needs them: in a browser most stemmers never see one. */
  let steps: (readonly [pattern: RegExp, replacement: string])[] | undefined;
  return (word) => {
    if (!letters.test(word)) return word;
    steps ??= rules.steps.map(([pattern, replacement]) => [new RegExp(pattern, 'u'), replacement] as const);
    for (const [pattern, replacement] of steps) {
      const shorter = word.replace(pattern, replacement);
      if (shorter.length >= rules.keep) word = shorter;
    }
    return word;
  };
}
