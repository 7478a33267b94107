/** Cyrillic letters as they are heard, in the spelling of German names; the longest first. */
const toLatin = replacer(
  'шт st, шп sp, ай ei, ей ei, ой eu, кс x, щ schtsch, а a, б b, в w, г g, ґ g, д d, е e, є e, э e, ж sch, з s, и i, і i, ї i, й j, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, х h, ц z, ч tsch, ш sch, ы y, ю u, я ja, ь , ъ ',
);
/** Latin letters as Ukrainians and Russians write their own words with them where other keys are missing. */
const cyrillic =
  'shch щ, zh ж, kh х, ts ц, ch ч, sh ш, ya я, ia я, ja я, yu ю, iu ю, ju ю, yo е, a а, b б, v в, w в, g г, d д, z з, k к, l л, m м, n н, o о, p п, r р, s с, t т, u у, f ф, c ц, x кс, j й';
const toUkrainian = replacer(`${cyrillic}, oi$ ої, yi$ ий, ii$ ії, iy$ ій, yy$ ий, ye є, ie є, e е, i і, y и, h г`);
const toRussian = replacer(`${cyrillic}, oi$ ой, oy$ ой, yi$ ий, iy$ ий, yy$ ый, ye е, ie ие, e е, i и, y ы, h х`);

/**
 * What a word that nobody knows may be in the other script, folded: a German name in Cyrillic letters, a Ukrainian or
 * Russian word in Latin ones. Only near the right spelling, because each writes by ear.
 * @example transliterations('линденхоф') // ['lindenhof']
 */
export function transliterations(folded: string): string[] {
  if (/^[а-яіїєґ]+$/u.test(folded)) return [toLatin(folded)];
  return /^[a-z]+$/.test(folded) ? [...new Set([toUkrainian(folded), toRussian(folded)])] : [];
}

/** Replaces by a list of pairs (`from to, from to`), the longest first. */
function replacer(list: string): (word: string) => string {
  const pairs = new Map(
    list.split(', ').map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
  );
  const longestFirst = [...pairs.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.join('|'), 'gu');
  return (word) =>
    word.replace(
      pattern,
      (found, at: number) =>
        (at + found.length === word.length ? pairs.get(`${found}$`) : undefined) ?? pairs.get(found) ?? found,
    );
}

/** What a consonant of Arabic may be in German words written by ear. */
const consonants = new Map(
  'ب b p, ت t th d, ط t th, ث th t s, ج g j ch sch, غ g, ك k ck ch c q g, ق k ck c q g, خ ch h, د d, ض d, ر r, ز s z, س s z c, ص s z, ش sch ch sh s, ف f v w ph pf, ل l, م m, ن n, تس z tz ts, كس x chs ks, پ p, چ ch tsch, ژ sch j, گ g, ڤ w v'
    .split(', ')
    .map((line) => line.split(' '))
    .map(([letter = '', ...readings]) => [letter, readings]),
);
/** Letters that are written for vowels, too, or for nothing that is heard. */
const others = new Map([
  ['ا', ['']],
  ['ء', ['']],
  ['ع', ['']],
  ['و', ['w', 'v', '']],
  ['ي', ['j', 'y', '']],
  ['ه', ['h', '']],
  ['ح', ['h', '']],
]);
/** With fewer, too many words sound alike. */
const fewestConsonants = 3;

/** German words as somebody who writes Arabic may have heard them: the letters they begin with, and which words they are. */
export interface Heard {
  readonly starts: readonly string[];
  readonly isHeard: (term: string) => boolean;
}

/**
 * What a word in Arabic letters that nobody knows may be in German, with an article or without: a town, an office.
 * Arabic leaves most vowels out, so that there are many spellings; undefined for words that could be too many others.
 * @example heardInArabic('راتهاوس')?.isHeard('rathaus') // true
 */
export function heardInArabic(folded: string): Heard | undefined {
  const letters = folded.replace(/^(?:[وفب]?ال|لل|عال)(?=[ء-ي]{4})/, '').match(/تس|كس|./gu) ?? [];
  const readings = letters.map((letter) => consonants.get(letter) ?? others.get(letter));
  if (readings.includes(undefined) || letters.filter((letter) => consonants.has(letter)).length < fewestConsonants)
    return undefined;
  const pattern = new RegExp(`^${readings.map((list) => `(?:${list?.join('|')})`).join('[aeiou]{0,3}')}[aeiou]?h?$`);
  const first = readings[0] ?? [];
  return {
    starts: [...new Set(first.flatMap((reading) => (reading === '' ? [...'aeiou'] : [reading.slice(0, 1)])))],
    isHeard: (term) => pattern.test(term.replace(/([a-z])\1/g, '$1')),
  };
}
