import { readTexts } from '../../src/i18n/load-texts.ts';
import { randomFrom, type Random } from './random.ts';

/** What German offers are called; the queries of the search benchmarks ask for some of them. */
export const kinds =
  'Sprachkurs Deutschkurs Beratung Sprechstunde Treffpunkt Begleitung Kinderbetreuung Nachhilfe Sprachcafé Elterncafé Formularhilfe Bewerbungshilfe Nähkurs Schwimmkurs Patenschaft Wohnungsberatung Jobbörse'.split(
    ' ',
  );
export const people =
  'Frauen Männer Eltern Jugendliche Senioren Familien Geflüchtete Neuzugewanderte Studierende Alleinerziehende'.split(
    ' ',
  );

const syllables =
  'ba be ber da der ein fel gar ger hal hau in kel kir lan le lin mar mei nen or pe ran rei sen ste ta tel un ver wal wei zen'.split(
    ' ',
  );

export interface Words {
  /** Words of a language beside one another, without a stop. */
  text(lang: string, length: number, random: Random): string;
  /** A name that nobody bears. */
  name(random: Random): string;
  /** Markdown of so many blocks: sentences, a heading, a list. */
  prose(lang: string, blocks: number, random: Random): string;
}

/**
 * For each language the real words of its interface and `more` invented from their pieces, as a catalogue of some size
 * has more words than a small one; in German also compounds, which are what makes its search slow.
 */
export function createWords(languages: readonly string[], more: number, seed: number): Words {
  const lexicon = new Map(languages.map((lang) => [lang, wordsOf(lang, more, randomFrom(seed, 'words', lang))]));
  const text = (lang: string, length: number, random: Random): string =>
    Array.from({ length }, () => random.rare(lexicon.get(lang) ?? [])).join(' ');
  const sentence = (lang: string, random: Random): string => {
    const words = text(lang, 7 + random.below(9), random);
    return `${words.charAt(0).toLocaleUpperCase(lang)}${words.slice(1)}.`;
  };
  const sentences = (lang: string, count: number, random: Random): string =>
    Array.from({ length: count }, () => sentence(lang, random)).join(' ');
  return {
    text,
    name(random) {
      const name = Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables)).join('');
      return name.charAt(0).toUpperCase() + name.slice(1);
    },
    prose: (lang, blocks, random) =>
      Array.from({ length: blocks }, (_, index) => {
        if (index === 1) return `## ${text(lang, 4, random)}`;
        if (index === 3) return [1, 2, 3].map(() => `- ${text(lang, 6, random)}`).join('\n');
        return sentences(lang, 3, random);
      }).join('\n\n'),
  };
}

function wordsOf(lang: string, more: number, random: Random): string[] {
  const found = [...readTexts(lang).values()].flatMap((text) => text.match(/[\p{L}\p{M}]{3,}/gu) ?? []);
  const real = [...new Set(found)].sort();
  const pieces = [...new Set(real.flatMap((word) => word.match(/.{2,3}/gu) ?? []))];
  const invented = Array.from({ length: more }, () =>
    Array.from({ length: 2 + random.below(3) }, () => random.pick(pieces)).join(''),
  );
  const compounds =
    lang === 'de' ? Array.from({ length: more }, () => random.pick(real) + random.pick(real).toLowerCase()) : [];
  return [...real, ...invented, ...compounds]
    .map((word) => [random(), word] as const)
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word);
}
