/**
 * Whether `candidate` can be typed as `word` with at most `edits` letters added, left out, changed or two neighbours
 * swapped. The rules are those of `lunr.TokenSet.fromFuzzyString`: after a swap the letter put back may change again.
 */
export function isNear(word: string, candidate: string, edits: number): boolean {
  if (Math.abs(word.length - candidate.length) > edits) return false;
  if (word === '') return true;
  if (candidate !== '' && word[0] === candidate[0] && isNear(word.slice(1), candidate.slice(1), edits)) return true;
  if (edits === 0) return false;
  if (isNear(word.slice(1), candidate, edits - 1)) return true;
  if (candidate === '') return false;
  const rest = candidate.slice(1);
  if (isNear(word, rest, edits - 1) || isNear(word.slice(1), rest, edits - 1)) return true;
  return word.length > 1 && word[1] === candidate[0] && isNear((word[0] ?? '') + word.slice(2), rest, edits - 1);
}
