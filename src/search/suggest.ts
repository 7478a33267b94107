import type { InterpretedWord } from './interpret.ts';
import { frequencyOf } from './shard.ts';
import type { Stemmer } from './stem.ts';
import type { Token } from './tokenize.ts';

/** Mistyped words replaced by the most frequent near one, where a card shows how that is really spelt: terms are folded stems. */
export function suggestionFor(
  text: string,
  words: readonly InterpretedWord[],
  cards: readonly unknown[],
  stemmers: readonly Stemmer[],
  /** Handed over, because who asks has it loaded already. */
  tokenize: (text: string) => Token[],
): string | undefined {
  const corrections = new Map<string, string>();
  for (const { word, readings } of words) {
    const typos = readings.filter(({ kind }) => kind === 'typo');
    if (typos.length === 0 || typos.length < readings.length) continue;
    const best = typos.reduce((a, b) => (frequencyOf(b.term) > frequencyOf(a.term) ? b : a)).term.term;
    const shown = spellingIn(
      cards,
      tokenize,
      (other) => other === best || stemmers.some((stem) => stem(other) === best),
    );
    if (shown !== undefined) corrections.set(word, shown);
  }
  if (corrections.size === 0) return undefined;
  let suggestion = '';
  let end = 0;
  for (const token of tokenize(text)) {
    const correction = corrections.get(token.word);
    if (correction === undefined) continue;
    suggestion += text.slice(end, token.start) + correction;
    end = token.end;
  }
  return suggestion + text.slice(end);
}

/** The first word in any text within a JSON value that `isMeant` accepts in its folded form, as it is written there. */
function spellingIn(
  value: unknown,
  tokenize: (text: string) => Token[],
  isMeant: (word: string) => boolean,
): string | undefined {
  if (typeof value === 'string') {
    const token = tokenize(value).find(({ word }) => isMeant(word));
    return token && value.slice(token.start, token.end);
  }
  if (value === null || typeof value !== 'object') return undefined;
  for (const inner of Object.values(value)) {
    const spelling = spellingIn(inner, tokenize, isMeant);
    if (spelling !== undefined) return spelling;
  }
  return undefined;
}
