/** Letters that readers and keyboards use for one another, beyond what removing accents brings together. */
const letters = new Map<string, string>([
  ...pairs('ßẞ', 'ss'),
  ...pairs('ı', 'i'),
  ...pairs('ł', 'l'),
  ...pairs('đð', 'd'),
  ...pairs('ø', 'o'),
  ...pairs('æ', 'ae'),
  ...pairs('œ', 'oe'),
  ...pairs('þ', 'th'),
  // Arabic and Persian write the same letter with different characters; ta marbuta is often typed as ha.
  ...pairs('ىیے', 'ي'),
  ...pairs('کڪ', 'ك'),
  ...pairs('ةہەھ', 'ه'),
  ...pairs('ٱ', 'ا'),
  ...row(0x0660, 10, 0x30),
  ...row(0x06f0, 10, 0x30),
  // Ethiopic letters that sound alike in Tigrinya: ሠ ሰ, ፀ ጸ, ኀ ሀ; throat letters sound alike in the first and fourth order.
  ...row(0x1220, 8, 0x1230),
  ...row(0x1340, 8, 0x1338),
  ...row(0x1280, 8, 0x1200),
  ...pairs('ሃኃ', 'ሀ'),
  ...pairs('ሓ', 'ሐ'),
  ...pairs('ኣ', 'አ'),
  ...pairs('ዓ', 'ዐ'),
]);
const foldable = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu');

/** Accents and vowel signs go, except where they make another letter (й, ї); so do apostrophes and invisible joiners. */
const removable = /(и\u0306|і\u0308)|[\p{Mn}\u0640\u00ad\u200c-\u200f\u2060\ufeff'’ʼ‘`´]/gu;

/** Most words of most languages here; nothing but capitals to fold, which saves most of the time of indexing. */
const plain = /^[a-zA-Z0-9]*$/;

/**
 * The one spelling under which texts and queries are compared, the same in every language.
 * @example fold('Ärzte') === 'arzte'; fold('مدرسة') === fold('مدرسه'); fold('İş') === 'is'
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(removable, '$1')
    .normalize('NFC')
    .replace(foldable, (letter) => letters.get(letter) ?? letter);
}

/** What a German without umlaut keys typed as `ae`, `oe`, `ue` in the spelling of `fold`; undefined where there is none. */
export function withoutUmlautDigraphs(folded: string): string | undefined {
  // "neue" and "Quelle" have no umlaut: never after a vowel or q.
  const short = folded.replace(/(^|[^aeouq])([aou])e/g, '$1$2');
  return short === folded ? undefined : short;
}

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((letter) => [letter, to]);
}

function row(from: number, count: number, to: number): [string, string][] {
  return Array.from({ length: count }, (_, index) => [
    String.fromCharCode(from + index),
    String.fromCharCode(to + index),
  ]);
}
