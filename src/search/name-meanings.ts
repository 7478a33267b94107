import type { LanguageTag } from '../model/diagnostic.ts';
import type { Text } from '../model/translation.ts';
import { asidesIn } from './asides.ts';
import { alsoAsked, alsoWritten } from './asked-languages.ts';
import { isGerman } from './compound-parts.ts';
import { likely } from './interpret.ts';
import type { Lexicon } from './lexicon.ts';
import { memoised } from './memoised.ts';
import type { Concept } from './search-document.ts';
import type { Meaning } from './shard.ts';
import { stopWordsFor } from './stop-words.ts';

/** How surely the name of a concept means what that belongs to. */
const broaderShare = 0.5;

/** How `NameMeanings` are kept for another process: a few long rows, words as numbers of a lexicon. */
export interface PackedMeanings {
  readonly words: Uint32Array;
  /** Where the shares of each word end. */
  readonly ends: Uint32Array;
  readonly tags: readonly LanguageTag[];
  /** One a line. */
  readonly concepts: string;
  /** Of each share the numbers of its language and concept, and its weight. */
  readonly langs: Uint32Array;
  readonly meant: Uint32Array;
  readonly weights: Float64Array;
  readonly germanWords: Uint32Array;
  /** Names of one word: by language their stems, and the first place that each has among the names of a concept. */
  readonly firsts: readonly { readonly lang: LanguageTag; readonly words: Uint32Array; readonly places: Uint32Array }[];
}

/**
 * What the names of concepts say, whatever the documents are: each word of each name → the concepts it may mean, and how
 * surely: by its share of the shortest name it stands in and by how many of the concept's names in that language have it.
 * `niemiecki` is half of `język niemiecki`, but in most names of learning German.
 */
export class NameMeanings {
  readonly #packed: PackedMeanings;
  readonly #concepts: readonly string[];
  /** Row of each word, counted from 1. */
  readonly #rows: Uint32Array;
  /** By row, to readers of a language that it is no name in. */
  readonly #meanings: (readonly Meaning[])[] = [];

  constructor(packed: PackedMeanings) {
    this.#packed = packed;
    this.#concepts = packed.concepts === '' ? [] : packed.concepts.split('\n');
    let most = 0;
    for (const word of packed.words) if (word > most) most = word;
    this.#rows = new Uint32Array(most + 1);
    for (const [row, word] of packed.words.entries()) this.#rows[word] = row + 1;
  }

  static read(concepts: readonly Concept[], lexicon: Lexicon): NameMeanings {
    return new NameMeanings(packedMeanings(concepts, lexicon));
  }

  pack(): PackedMeanings {
    return this.#packed;
  }

  /** The words of all German names. */
  get germanWords(): Uint32Array {
    return this.#packed.germanWords;
  }

  /** Names of one word in these languages, in their stems, by how soon their concept mentions them: its label first. */
  placesOfNames(langs: readonly LanguageTag[], lexicon: Lexicon): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const { lang, words, places } of this.#packed.firsts) {
      if (!langs.includes(lang)) continue;
      for (const [index, word] of words.entries()) {
        const stem = lexicon.spelling(word);
        found.set(stem, Math.min(places[index]!, found.get(stem) ?? Infinity));
      }
    }
    return found;
  }

  /** Marks the words below `size` that are a whole name. */
  fullNames(size: number): Uint8Array {
    const marks = new Uint8Array(size);
    const { words, ends, weights } = this.#packed;
    for (let row = 0, share = 0; row < words.length; row++)
      for (; share < ends[row]!; share++) if (weights[share] === 1) marks[words[row]!] = 1;
    return marks;
  }

  /** The concepts that a word surely means: those that have it for a whole name. */
  surely(word: number): readonly string[] {
    return (this.#base(word) ?? []).filter(({ weight }) => weight === 1).map(({ concept }) => concept);
  }

  /** What words mean to readers of a language: first what they mean in it. Undefined for those that stand in no name. */
  forReadersOf(language: LanguageTag): (word: number) => readonly Meaning[] | undefined {
    const isOwn = this.#packed.tags.map((tag) => tag === language || isGerman(tag));
    return (word) => {
      const row = this.#rowOf(word);
      if (row === none) return undefined;
      const [from, to] = this.#sharesOf(row);
      const { langs } = this.#packed;
      let hasOwn = false;
      let hasOthers = false;
      for (let share = from; share < to; share++) {
        if (isOwn[langs[share]!]) hasOwn = true;
        else hasOthers = true;
      }
      return hasOwn && hasOthers
        ? this.#likeliest(from, to, (lang) => (isOwn[lang] ? 1 : foreignShare))
        : this.#base(word);
    };
  }

  #base(word: number): readonly Meaning[] | undefined {
    const row = this.#rowOf(word);
    return row === none ? undefined : (this.#meanings[row] ??= this.#likeliest(...this.#sharesOf(row), () => 1));
  }

  #rowOf(word: number): number {
    return (this.#rows[word] ?? 0) - 1;
  }

  #sharesOf(row: number): [from: number, to: number] {
    const { ends } = this.#packed;
    return [row === 0 ? 0 : ends[row - 1]!, ends[row]!];
  }

  #likeliest(from: number, to: number, sureness: (lang: number) => number): Meaning[] {
    const { langs, meant, weights } = this.#packed;
    const found = new Map<number, number>();
    for (let share = from; share < to; share++) {
      const weight = weights[share]! * sureness(langs[share]!);
      const before = found.get(meant[share]!);
      if (before === undefined || weight > before) found.set(meant[share]!, weight);
    }
    const meanings: Meaning[] = [];
    for (const [concept, weight] of found)
      if (weight >= likely) meanings.push({ concept: this.#concepts[concept]!, weight });
    return meanings;
  }
}

const none = -1;

/** How surely a word of the readers' own language means what it means in another one: `mal` is no house in French. */
const foreignShare = 0.5;

function packedMeanings(concepts: readonly Concept[], lexicon: Lexicon): PackedMeanings {
  const shares = new Shares();
  const conceptIds = [...new Set(concepts.map(({ id }) => id))];
  const numbers = new Map(conceptIds.map((id, number) => [id, number]));
  const tags: LanguageTag[] = [];
  const germanWords = new Set<number>();
  const firsts = new Map<LanguageTag, Map<number, number>>();
  for (const { id, names, broader = [] } of concepts) {
    const concept = numbers.get(id)!;
    const wider = broader.flatMap((other) => numbers.get(other) ?? []);
    const byLanguage = new Map<LanguageTag, Text[]>();
    for (const name of names) {
      const list = byLanguage.get(name.lang);
      if (list) list.push(name);
      else byLanguage.set(name.lang, [name]);
    }
    for (const [lang, list] of byLanguage) {
      const known = tags.indexOf(lang);
      const tag = known === -1 ? tags.push(lang) - 1 : known;
      for (const [form, weight] of weightsIn(list, lang, lexicon)) {
        shares.add(form, tag, concept, weight);
        for (const other of wider) shares.add(form, tag, other, weight * broaderShare);
      }
      const places = firsts.get(lang) ?? new Map<number, number>();
      firsts.set(lang, places);
      for (const [place, { value }] of list.entries()) {
        const all = lexicon.words(value);
        if (isGerman(lang)) for (const word of all) germanWords.add(word);
        if (all.length !== 1) continue;
        const stem = lexicon.stem(all[0]!, lang);
        places.set(stem, Math.min(place, places.get(stem) ?? place));
      }
    }
  }
  return {
    ...shares.take(),
    tags,
    concepts: conceptIds.join('\n'),
    germanWords: Uint32Array.from(germanWords),
    firsts: Array.from(firsts, ([lang, places]) => ({
      lang,
      words: Uint32Array.from(places.keys()),
      places: Uint32Array.from(places.values()),
    })),
  };
}

/** Shares as they are found, each with the next of its word: no object for each of tens of thousands. */
class Shares {
  readonly #langs: number[] = [];
  readonly #meant: number[] = [];
  readonly #weights: number[] = [];
  readonly #next: number[] = [];
  readonly #words = new Map<number, { readonly first: number; last: number }>();

  add(word: number, lang: number, concept: number, weight: number): void {
    const share = this.#langs.push(lang) - 1;
    this.#meant.push(concept);
    this.#weights.push(weight);
    this.#next.push(none);
    const ofWord = this.#words.get(word);
    if (ofWord) {
      this.#next[ofWord.last] = share;
      ofWord.last = share;
    } else this.#words.set(word, { first: share, last: share });
  }

  /** Those of one word after those of another. */
  take(): Pick<PackedMeanings, 'words' | 'ends' | 'langs' | 'meant' | 'weights'> {
    const { length } = this.#langs;
    const [words, ends] = [new Uint32Array(this.#words.size), new Uint32Array(this.#words.size)];
    const [langs, meant, weights] = [new Uint32Array(length), new Uint32Array(length), new Float64Array(length)];
    let row = 0;
    let end = 0;
    for (const [word, { first }] of this.#words) {
      for (let share = first; share !== none; share = this.#next[share]!) {
        langs[end] = this.#langs[share]!;
        meant[end] = this.#meant[share]!;
        weights[end++] = this.#weights[share]!;
      }
      words[row] = word;
      ends[row++] = end;
    }
    return { words, ends, langs, meant, weights };
  }
}

/** Added to the number of names, so that a word in both of two names says less than one in ten of twelve. */
const fewNames = 4;

/** How surely each word, as it is and in its stem, means the concept of these names, all in one language. */
function weightsIn(names: readonly Text[], lang: LanguageTag, lexicon: Lexicon): Map<number, number> {
  const stopWords = stopWordsOf(lang);
  const asides = asidesOf(lang);
  const found = new Map<number, { share: number; names: number }>();
  const add = (form: number, share: number): void => {
    const before = found.get(form);
    if (!before) {
      found.set(form, { share, names: 1 });
      return;
    }
    if (share > before.share) before.share = share;
    before.names += 1;
  };
  const shares = new Map<number, number>();
  for (const { value } of names) {
    const all = lexicon.words(value);
    const [first] = all;
    // Most names are one word, which is all of the name.
    if (first !== undefined && all.length === 1) {
      const stem = lexicon.stem(first, lang);
      add(first, 1);
      if (stem !== first) add(stem, 1);
      continue;
    }
    const telling = all.filter((word) => !stopWords.has(lexicon.spelling(word)));
    const named = [...new Set(telling.length > 0 ? telling : all)];
    const weights = named.map((word) => (asides.has(lexicon.spelling(word)) ? asideShare : 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const onlyStems = named.length > 1 && cutEverywhere.has(lang);
    shares.clear();
    named.forEach((word, index) => {
      const share = weights[index]! / whole;
      const stem = lexicon.stem(word, lang);
      shares.set(stem, Math.max(shares.get(stem) ?? 0, share));
      if (!onlyStems && stem !== word) shares.set(word, Math.max(shares.get(word) ?? 0, share));
    });
    for (const [form, share] of shares) add(form, share);
  }
  return new Map(
    Array.from(found, ([form, { share, names: count }]) => [
      form,
      1 - (1 - share) * (1 - count / (names.length + fewNames)),
    ]),
  );
}

/** Every page has their stemmers, so that a word of a longer name needs to stand there in its stem only. */
const cutEverywhere: ReadonlySet<LanguageTag> = new Set([...alsoWritten, ...alsoAsked]);
/** How much less of a name such a word is: `because of my headscarf` is said by `headscarf` alone. */
const asideShare = 0.25;

const asidesOf = memoised((lang: LanguageTag): ReadonlySet<string> => new Set(asidesIn([lang])));
const stopWordsOf = memoised((lang: LanguageTag): ReadonlySet<string> => new Set(stopWordsFor([lang])));
