import type { Term } from './catalogue.ts';
import type { LanguageTag } from './diagnostic.ts';

/** A word of the glossary in a text; offsets are in UTF-16 units. */
export interface FoundTerm {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export type TermFinder = (text: string) => FoundTerm[];

/** A word, and the words that may follow it. */
interface Step {
  readonly next: Map<string, Step>;
  readonly ends: End[];
}

interface End {
  readonly id: string;
  /** The form as it must be written; absent where the size of letters does not matter. */
  readonly exact?: string;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
const within = new Set([' ', '-', '\u00a0', '\u2010', '\u2011']);

const newStep = (): Step => ({ next: new Map(), ends: [] });
const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const wordsOf = (form: string): string[] => form.match(word) ?? [];

/** With a capital inside, such as WBS or BuT: in small letters it would be another word. */
const isCased = (form: string): boolean => wordsOf(form).some((part) => /.\p{Lu}/u.test(part));

/** Part of an address in a text: nothing to be explained. */
function isInAddress(text: string, start: number, end: number): boolean {
  let [from, to] = [start, end];
  while (from > 0 && !/\s/.test(text[from - 1]!)) from--;
  while (to < text.length && !/\s/.test(text[to]!)) to++;
  return /@|:\/\/|\bwww\.|\p{L}\.\p{L}{2,}/u.test(text.slice(from, to));
}

/**
 * Finds the words of a glossary in texts of one language, as whole words and the longest first: in the source
 * language's forms, which stand in letters and on doors everywhere, and in the forms of the text's own language.
 * What a term is called in that language is not looked for: readers know it.
 */
export function termFinder(terms: Iterable<Term>, source: LanguageTag, lang: LanguageTag): TermFinder {
  const start = newStep();
  const base = lang.split('-')[0] ?? lang;
  for (const { id, label, synonyms } of terms) {
    const forms = [label[source] ?? '', ...new Set([source, base, lang].flatMap((tag) => synonyms[tag] ?? []))];
    for (const form of forms) {
      // “Anmeldung (Wohnung)” is the name of one meaning among others: the bare word says too little.
      if (form.includes('(')) continue;
      const words = wordsOf(form);
      if (words.length === 0) continue;
      let step = start;
      for (const part of words.map(fold)) {
        let next = step.next.get(part);
        if (!next) step.next.set(part, (next = newStep()));
        step = next;
      }
      step.ends.push(isCased(form) ? { id, exact: words.join(' ') } : { id });
    }
  }

  return (text) => {
    const found: FoundTerm[] = [];
    const words = Array.from(text.matchAll(word), ({ 0: value, index }) => ({ value, at: index }));
    for (let first = 0; first < words.length; first++) {
      let step: Step | undefined = start;
      let best: { last: number; id: string } | undefined;
      for (let last = first; last < words.length && step; last++) {
        const { value, at } = words[last]!;
        if (last > first) {
          const before = words[last - 1]!;
          const gap = text.slice(before.at + before.value.length, at);
          if (!within.has(gap)) break;
        }
        step = step.next.get(fold(value));
        if (!step || step.ends.length === 0) continue;
        const written = words.slice(first, last + 1).map(({ value: part }) => part.normalize('NFC'));
        const end = step.ends.find(({ exact }) => exact === undefined || exact === written.join(' '));
        if (end) best = { last, id: end.id };
      }
      if (!best) continue;
      const from = words[first]!.at;
      const { at, value } = words[best.last]!;
      const to = at + value.length;
      if (!isInAddress(text, from, to)) found.push({ id: best.id, start: from, end: to });
      first = best.last;
    }
    return found;
  };
}
