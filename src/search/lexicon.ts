import type { LanguageTag } from '../model/diagnostic.ts';
import { memoised } from './memoised.ts';
import { NumberList } from './number-list.ts';
import type { Stemmer, StemRules } from './stem.ts';
import { stemRulesFor } from './stem/rules.ts';
import { stemmerFor } from './stemmer-for.ts';
import { reversed } from './spellings.ts';
import { tokenize, words } from './tokenize.ts';

/** How a lexicon is kept for another process: a few long rows. */
export interface PackedLexicon {
  /** In the order of their numbers, one a line. */
  readonly spellings: string;
  readonly sorted: Uint32Array<ArrayBuffer>;
  readonly sortedBackwards: Uint32Array<ArrayBuffer>;
  /** By a language that has them: the stem of each word, or `unknown`. */
  readonly stems: readonly (readonly [lang: LanguageTag, ofWords: Int32Array<ArrayBuffer>])[];
  readonly names: PackedNames;
}

/** Names of concepts, which are asked for in every build, and where the words of each end. */
interface PackedNames {
  readonly texts: readonly string[];
  readonly ends: Uint32Array;
  readonly words: Uint32Array;
}

export interface LexiconOptions {
  /** There will be other rounds, so that every text will be met again. */
  readonly remembers?: boolean;
  /** Longer texts are read again where they are met again: in units. */
  readonly longestKept?: number;
  /** Of another process; it goes on from there. */
  readonly packed?: PackedLexicon;
}

/**
 * Every word and term that builds have met, each with a number: what several languages or builds have in common is
 * taken apart once. Answers depend on what is asked alone, never on what was asked before; only the numbers do.
 */
export class Lexicon {
  /** By number. */
  readonly spellings: string[];
  readonly #remembers: boolean;
  readonly #longestKept: number;
  /** The numbers of terms that another process knew, in the order of the terms; few of them will be asked for. */
  readonly #packed: Uint32Array;
  readonly #numbers = new Map<string, number>();
  readonly #runs = new Runs();
  readonly #scratch = new NumberList();
  #texts = new Map<string, readonly number[]>();
  /** What another process was asked for by itself, and what this one is. */
  readonly #namesBefore: ReadonlyMap<string, readonly number[]>;
  readonly #names = new Map<string, readonly number[]>();
  #textsBefore: ReadonlyMap<string, readonly number[]> = new Map();
  /** The stems of a language's words; null where they stay as they are. */
  readonly stems = memoised((lang: LanguageTag) => this.#stemsFor(stemRulesFor(lang), lang));
  readonly #stemsByRules = new Map<StemRules, Stems>();
  readonly #backwards: string[] = [];
  readonly #sorted: SortedNumbers;
  readonly #sortedBackwards: SortedNumbers;

  constructor({ remembers = false, longestKept = Infinity, packed }: LexiconOptions = {}) {
    this.#remembers = remembers;
    this.#longestKept = longestKept;
    this.spellings = packed?.spellings ? packed.spellings.split('\n') : [];
    this.#packed = packed?.sorted ?? new Uint32Array();
    this.#sorted = new SortedNumbers((number) => this.spelling(number), packed?.sorted);
    this.#sortedBackwards = new SortedNumbers((number) => this.backwards(number), packed?.sortedBackwards);
    this.#namesBefore = namesIn(packed?.names);
    for (const [lang, ofWords] of packed?.stems ?? []) this.#stemsFor(stemRulesFor(lang), lang, ofWords);
  }

  pack(): PackedLexicon {
    return {
      spellings: this.spellings.join('\n'),
      sorted: this.sorted(),
      sortedBackwards: this.sortedBackwards(),
      stems: Array.from(this.#stemsByRules.values(), ({ lang, ofWords }) => [lang, ofWords] as const),
      names: packedNames(this.#names),
    };
  }

  get size(): number {
    return this.spellings.length;
  }

  /** To be called before the catalogue is built again: texts that the last build did not meet are forgotten. */
  startRound(): void {
    this.#textsBefore = this.#texts;
    this.#texts = new Map();
    this.#names.clear();
  }

  numberOf(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#packedNumber(term) ?? this.spellings.push(term) - 1;
      this.#numbers.set(term, number);
    }
    return number;
  }

  #packedNumber(term: string): number | undefined {
    const place = firstFrom(term, this.#packed, (number) => this.spellings[number]!);
    const number = this.#packed[place];
    return number !== undefined && this.spellings[number] === term ? number : undefined;
  }

  spelling(number: number): string {
    return this.spellings[number] ?? '';
  }

  backwards(number: number): string {
    return (this.#backwards[number] ??= reversed(this.spelling(number)));
  }

  /** The same as `words` finds in tokenize.ts; for names, which will be asked for again. */
  words(text: string): readonly number[] {
    const isKept = text.length <= this.#longestKept;
    const found = (isKept && (this.#known(text) ?? this.#namesBefore.get(text))) || this.#wordsIn(text);
    if (isKept) {
      this.#texts.set(text, found);
      this.#names.set(text, found);
    }
    return found;
  }

  #wordsIn(text: string): readonly number[] {
    this.#scratch.cut(0);
    this.#read(text, this.#scratch);
    return this.#scratch.from(0);
  }

  /** Adds the words of a text to a list; `isShared` where the text will be met again in this round. */
  read(text: string, list: NumberList, isShared: boolean): void {
    // To look for a long text that nobody has kept takes a quarter of the time of reading it.
    const isKept = (isShared || this.#remembers) && text.length <= this.#longestKept;
    const known = isKept ? this.#known(text) : undefined;
    if (known) {
      for (let index = 0; index < known.length; index++) list.push(known[index]!);
      return;
    }
    const start = list.length;
    this.#read(text, list);
    if (isKept) this.#texts.set(text, list.from(start));
  }

  #known(text: string): readonly number[] | undefined {
    let found = this.#texts.get(text);
    if (!found && this.#textsBefore.size > 0) {
      found = this.#textsBefore.get(text);
      if (found) this.#texts.set(text, found);
    }
    return found;
  }

  stem(word: number, lang: LanguageTag): number {
    return this.stems(lang)?.of(word) ?? word;
  }

  #stemsFor(rules: StemRules | undefined, lang: LanguageTag, ofWords?: Int32Array<ArrayBuffer>): Stems | null {
    if (!rules) return null;
    let stems = this.#stemsByRules.get(rules);
    if (!stems) this.#stemsByRules.set(rules, (stems = new Stems(this, lang, ofWords)));
    return stems;
  }

  /** All numbers in the order of the spellings. */
  sorted(): Uint32Array<ArrayBuffer> {
    return this.#sorted.all(this.size);
  }

  /** All numbers in the order of the spellings read backwards. */
  sortedBackwards(): Uint32Array<ArrayBuffer> {
    return this.#sortedBackwards.all(this.size);
  }

  /** Reads the text character by character: several times as fast as regular expressions on each word. */
  #read(text: string, list: NumberList): void {
    const runs = this.#runs;
    const start = list.length;
    let joined = '';
    let parts = 0;
    for (let at = 0; at < text.length;) {
      const kind = kindAt(text, at);
      if (kind !== kinds.begins && kind !== kinds.surrogate) {
        at += 1;
        continue;
      }
      let run = kind === kinds.surrogate ? unknown : runs.find(text, at);
      if (run === unknown && kind !== kinds.surrogate) run = runs.add(this.#parse(own(text.slice(at, runs.end))));
      const single = run === unknown ? notPlain : runs.single(run);
      if (single === notPlain) {
        list.cut(start);
        for (const word of words(text)) list.push(this.numberOf(word));
        return;
      }
      at = runs.end;
      const goesOn = kindAt(text, at) === kinds.hyphen && kindAt(text, at + 1) === kinds.begins;
      if (single !== unknown && !goesOn && parts === 0) {
        list.push(single);
        continue;
      }
      const found = runs.words(run);
      for (let index = 0; index < found.length; index++) {
        const word = found[index]!;
        if (word.length > 1) list.push(this.numberOf(word));
        joined = joined === '' ? word : joined + word;
        parts += 1;
        if (index === found.length - 1 && goesOn) break;
        if (parts > 1) list.push(this.numberOf(joined));
        joined = '';
        parts = 0;
      }
    }
  }

  #parse(raw: string): Run {
    const tokens = tokenize(raw);
    const whole = tokens.every(({ start }, index) => start === (index === 0 ? 0 : (tokens[index - 1]?.end ?? 0) + 1));
    if (!whole || tokens.at(-1)?.end !== raw.length) return { raw, words: [], single: notPlain };
    const found = tokens.map(({ word }) => word);
    for (const word of found) this.numberOf(word);
    return {
      raw,
      words: found,
      single: found.length === 1 && found[0]!.length > 1 ? this.numberOf(found[0]!) : unknown,
    };
  }
}

function packedNames(names: ReadonlyMap<string, readonly number[]>): PackedNames {
  let end = 0;
  return {
    texts: [...names.keys()],
    ends: Uint32Array.from(names.values(), ({ length }) => (end += length)),
    words: Uint32Array.from([...names.values()].flat()),
  };
}

function namesIn(packed: PackedNames | undefined): ReadonlyMap<string, readonly number[]> {
  if (!packed) return new Map();
  const { texts, ends, words: all } = packed;
  return new Map(texts.map((text, index) => [text, Array.from(all.subarray(ends[index - 1] ?? 0, ends[index]))]));
}

/** Longer pieces of a text hold all of it. */
const shortPiece = 12;
const own = (piece: string): string => (piece.length > shortPiece ? Buffer.from(piece).toString() : piece);

const unknown = -1;
const notPlain = -2;

/** What one set of rules has made of words so far, all as numbers of the lexicon. */
export class Stems {
  readonly #lexicon: Lexicon;
  readonly lang: LanguageTag;
  readonly #stemmer: Stemmer;
  #ofWords: Int32Array<ArrayBuffer>;

  /** `ofWords`: the stems that are known already. */
  constructor(lexicon: Lexicon, lang: LanguageTag, ofWords = new Int32Array()) {
    this.#lexicon = lexicon;
    this.lang = lang;
    this.#stemmer = stemmerFor(lang);
    this.#ofWords = ofWords;
  }

  get ofWords(): Int32Array<ArrayBuffer> {
    return this.#ofWords;
  }

  of(word: number): number {
    const known = word < this.#ofWords.length ? this.#ofWords[word]! : unknown;
    return known === unknown ? this.#find(word) : known;
  }

  #find(word: number): number {
    const stem = this.#lexicon.numberOf(this.#stemmer(this.#lexicon.spelling(word)));
    if (word >= this.#ofWords.length) {
      const larger = new Int32Array(2 * this.#lexicon.size).fill(unknown);
      larger.set(this.#ofWords);
      this.#ofWords = larger;
    }
    this.#ofWords[word] = stem;
    return stem;
  }
}

/** Letters and digits without a gap, and the words they give: more than one only where an apostrophe separates them. */
interface Run {
  readonly raw: string;
  readonly words: readonly string[];
  /** The number of its only word, of more than one letter; `notPlain` where only the whole text says what it gives; else `unknown`. */
  readonly single: number;
}

/** All runs that were met, found where they stand in a text: to cut each out first would take longer than the rest. */
class Runs {
  /** By the hash of a run, or the next that is free: its number counted from 1. */
  #slots = new Int32Array(2 ** 12);
  /** Of each run, by its number: its hash, where it begins among the units, and what it gives. */
  readonly #hashes = new NumberList();
  readonly #starts = new NumberList();
  readonly #units = new NumberList();
  readonly #singles: number[] = [];
  readonly #words: (readonly string[])[] = [];
  /** Of the run that was sought last. */
  #hash = 0;
  end = 0;

  constructor() {
    this.#starts.push(0);
  }

  /** The number of the run that begins there, or `unknown`; it ends at `end`. */
  find(text: string, start: number): number {
    let at = start;
    let hash = 0;
    for (;;) {
      const kind = kindAt(text, at);
      // A run begins with what can begin one.
      if (kind === kinds.links && kindAt(text, at + 1) === kinds.begins) {
        hash = hashed(hash, text.charCodeAt(at));
        at += 1;
      } else if (kind !== kinds.begins && kind !== kinds.goesOn) break;
      hash = hashed(hash, text.charCodeAt(at));
      at += 1;
    }
    this.end = at;
    this.#hash = hash >>>= 0;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const run = this.#slots[slot]! - 1;
      if (run === unknown || (this.#hashes.at(run) === hash && this.#isAt(run, text, start, at))) return run;
    }
  }

  /** Adds the run that was sought last. */
  add({ raw, words: found, single }: Run): number {
    const run = this.#singles.push(single) - 1;
    this.#words.push(found);
    this.#hashes.push(this.#hash);
    for (let at = 0; at < raw.length; at++) this.#units.push(raw.charCodeAt(at));
    this.#starts.push(this.#units.length);
    if (2 * this.#singles.length > this.#slots.length) {
      this.#slots = new Int32Array(4 * this.#slots.length);
      for (let one = 0; one < run; one++) this.#place(one);
    }
    this.#place(run);
    return run;
  }

  words(run: number): readonly string[] {
    return this.#words[run]!;
  }

  single(run: number): number {
    return this.#singles[run]!;
  }

  #place(run: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes.at(run) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = run + 1;
  }

  #isAt(run: number, text: string, start: number, end: number): boolean {
    const begin = this.#starts.at(run);
    if (this.#starts.at(run + 1) - begin !== end - start) return false;
    for (let at = start; at < end; at++) if (this.#units.at(begin + at - start) !== text.charCodeAt(at)) return false;
    return true;
  }
}

const hashed = (hash: number, unit: number): number => {
  const mixed = Math.imul(hash ^ unit, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/** What a UTF-16 unit means where words are sought; `run` in tokenize.ts says the same. */
const kinds = { unknown: 0, between: 1, begins: 2, goesOn: 3, links: 4, hyphen: 5, surrogate: 6 } as const;
const patterns: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [kinds.surrogate, /[\ud800-\udfff]/],
  [kinds.begins, /[\p{L}\p{N}]/u],
  [kinds.goesOn, /\p{M}/u],
  [kinds.links, /\u00ad|\u200c|\u200d|\u2060|['’ʼ‘`´]/],
  [kinds.hyphen, /[-‐‑]/],
];
const kindByUnit = new Uint8Array(2 ** 16);

function kindAt(text: string, at: number): number {
  if (at >= text.length) return kinds.between;
  const unit = text.charCodeAt(at);
  let kind = kindByUnit[unit] ?? kinds.between;
  if (kind === kinds.unknown) {
    const character = String.fromCharCode(unit);
    kind = patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? kinds.between;
    kindByUnit[unit] = kind;
  }
  return kind;
}

/** Numbers from 0 on, more and more of them, in the order of the strings that they stand for. */
class SortedNumbers {
  readonly #stringOf: (number: number) => string;
  #sorted: Uint32Array<ArrayBuffer>;

  constructor(stringOf: (number: number) => string, sorted = new Uint32Array()) {
    this.#stringOf = stringOf;
    this.#sorted = sorted;
  }

  /** Those below `count`. */
  all(count: number): Uint32Array<ArrayBuffer> {
    const before = this.#sorted;
    if (before.length === count) return before;
    const stringOf = this.#stringOf;
    const numbers = new Map<string, number>();
    for (let number = before.length; number < count; number++) numbers.set(stringOf(number), number);
    // Strings alone, which are sorted at once: to ask a function for each two of them takes several times as long.
    const added = [...numbers.keys()].sort();
    const merged = new Uint32Array(count);
    let taken = 0;
    for (let index = 0; index < added.length; index++) {
      const place = firstFrom(added[index]!, before, stringOf, taken);
      merged.set(before.subarray(taken, place), taken + index);
      merged[place + index] = numbers.get(added[index]!)!;
      taken = place;
    }
    merged.set(before.subarray(taken), taken + added.length);
    return (this.#sorted = merged);
  }
}

/** The first place from `low` on whose string is not below this one. */
function firstFrom(string: string, sorted: Uint32Array, stringOf: (number: number) => string, low = 0): number {
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stringOf(sorted[middle]!) < string) low = middle + 1;
    else high = middle;
  }
  return low;
}
