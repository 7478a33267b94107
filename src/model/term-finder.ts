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
const letter = /[\p{L}\p{M}\p{N}]/u;
const within = new Set([' ', '-', '\u00a0', '\u200c', '\u2010', '\u2011']);

const newStep = (): Step => ({ next: new Map(), ends: [] });
const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const wordsOf = (form: string): string[] => form.match(word) ?? [];

/** Halves of letters, and the only letter whose small form is longer than it is: a word would be missed among these. */
const unusual = /[\u0130\ud800-\udfff]/;

const unknown = 0;
const outside = 1;
const inside = 2;
/** By UTF-16 unit: a regular expression for every word of every page took as long as the pages' own Markdown. */
const ofWords = new Uint8Array(0x10000);

function isOfWord(code: number): boolean {
  if (code > 0xffff) return letter.test(String.fromCodePoint(code));
  let known = ofWords[code];
  if (known === unknown) ofWords[code] = known = letter.test(String.fromCharCode(code)) ? inside : outside;
  return known === inside;
}

/** Where the words of a text begin and end. */
function boundsOfWords(text: string): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let isInside = false;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    if (isOfWord(code) !== isInside) {
      (isInside ? ends : starts).push(at);
      isInside = !isInside;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (isInside) ends.push(text.length);
  return { starts, ends };
}

/** First letter and length of a word in small letters as one number: most words of a text are none of the glossary's by that alone. */
const beginning = (first: number, length: number): number => length * 0x10000 + first;

/** By UTF-16 unit, that of its small form; 0 where nobody has asked yet. */
const smallForms = new Uint16Array(0x10000);

function smallForm(code: number): number {
  let known = smallForms[code]!;
  if (known === 0) smallForms[code] = known = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  return known;
}

/** With a capital inside, such as WBS or BuT: in small letters it would be another word. */
const isCased = (form: string): boolean => wordsOf(form).some((part) => /.\p{Lu}/u.test(part));

/** So far an address is looked for around a word: what is longer must not make the search slow. */
const reach = 60;

/** Part of an address in a text: nothing to be explained. */
function isInAddress(text: string, start: number, end: number): boolean {
  let [from, to] = [start, end];
  while (from > 0 && start - from < reach && !/\s/.test(text[from - 1]!)) from--;
  while (to < text.length && to - end < reach && !/\s/.test(text[to]!)) to++;
  return /@|:\/\/|\bwww\.|\p{L}\.\p{L}{2}/u.test(text.slice(from, to));
}

/**
 * Finds the words of a glossary in texts of one language, as whole words and the longest first: in the source
 * language's forms, which stand in letters and on doors everywhere, and in the forms of the text's own language.
 * What a term is called in that language is not looked for: readers know it.
 */
export function termFinder(terms: Iterable<Term>, source: LanguageTag, lang: LanguageTag): TermFinder {
  const start = newStep();
  const beginnings = new Set<number>();
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
      const opening = fold(words[0]!);
      beginnings.add(beginning(opening.charCodeAt(0), opening.length));
      step.ends.push(isCased(form) ? { id, exact: words.join(' ') } : { id });
    }
  }

  /** Whether a word of the text may be the first one of a form; for a text in the usual form, where every unit is a letter or none. */
  function mayFind(text: string): boolean {
    let from = -1;
    for (let at = 0; at <= text.length; at++) {
      const isInside = at < text.length && isOfWord(text.charCodeAt(at));
      if (isInside === (from !== -1)) continue;
      if (isInside) {
        from = at;
        continue;
      }
      if (
        beginnings.has(beginning(smallForm(text.charCodeAt(from)), at - from)) &&
        start.next.has(text.slice(from, at).toLowerCase())
      )
        return true;
      from = -1;
    }
    return false;
  }

  return (text) => {
    const found: FoundTerm[] = [];
    // Most texts are in the usual form already: then its words need not be brought into it one by one.
    const usual = text === text.normalize('NFC');
    if (usual && !unusual.test(text) && !mayFind(text)) return found;
    const { starts, ends } = boundsOfWords(text);
    const wordAt = (index: number): string => {
      const value = text.slice(starts[index], ends[index]);
      return usual ? value : value.normalize('NFC');
    };
    for (let first = 0; first < starts.length; first++) {
      let step = start.next.get(wordAt(first).toLowerCase());
      let best: { last: number; id: string } | undefined;
      for (let last = first; step; last++) {
        const { ends: forms }: Step = step;
        if (forms.length > 0) {
          const written = forms.some(({ exact }) => exact !== undefined)
            ? Array.from({ length: last - first + 1 }, (_, index) => wordAt(first + index)).join(' ')
            : '';
          const form = forms.find(({ exact }) => exact === undefined || exact === written);
          if (form) best = { last, id: form.id };
        }
        if (last + 1 === starts.length || !within.has(text.slice(ends[last], starts[last + 1]))) break;
        step = step.next.get(wordAt(last + 1).toLowerCase());
      }
      if (!best) continue;
      const [from, to] = [starts[first]!, ends[best.last]!];
      if (!isInAddress(text, from, to)) found.push({ id: best.id, start: from, end: to });
      first = best.last;
    }
    return found;
  };
}
