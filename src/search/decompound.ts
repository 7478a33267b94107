/** Words that stand at the front of many German words without making them compounds (`Unter-lagen`, `nach-weisen`). */
const particles = new Set(
  'unter uber ober nach gegen wieder zusammen hinter weiter sonder haupt ohne auch eine einer eines sein oder aber alle viel mehr nicht noch sich dies wird'.split(
    ' ',
  ),
);

/** An unknown word may stand in front only where its ending shows that the compound goes on. */
const openModifier = /(ungs|ions|heits|keits|schafts|tats|ums|lings)$/;
const links = ['', 's', 'es', 'n', 'en', 'er', 'e', 'ns'];
const shortest = 4;
/** The only words of three letters that may stand at the end. */
const shortHeads = new Set(['amt', 'job']);

export type IsPart = (word: string) => boolean;

/**
 * The parts of a German compound, first to last; empty where it is none. `isPart` says which words may be parts:
 * the catalogue's own, so that a split never invents a word nobody wrote.
 * @example decompound('sprachkurs', new Set(['sprach', 'kurs']).has) // ['sprach', 'kurs']
 */
export function decompound(word: string, isPart: IsPart): string[] {
  if (word.length < 2 * shortest || !/^[a-z]+$/.test(word)) return [];
  return split(word, isPart, 3) ?? [];
}

function split(word: string, isPart: IsPart, parts: number): string[] | undefined {
  // The longest head first: "Kinder·tagespflege" before "Kindertages·pflege".
  for (let cut = shortest - 1; cut <= word.length - shortest + 1; cut++) {
    const head = word.slice(cut);
    if (!isPart(head) || (head.length < shortest && !shortHeads.has(head))) continue;
    const modifier = word.slice(0, cut);
    const known = knownModifier(modifier, isPart);
    if (known) return [known, head];
    if (parts > 2) {
      const inner = split(modifier, isPart, parts - 1) ?? splitLinked(modifier, isPart, parts - 1);
      if (inner) return [...inner, head];
    }
    if (cut >= shortest && openModifier.test(modifier)) return [modifier.slice(0, -1), head];
  }
  return undefined;
}

function splitLinked(word: string, isPart: IsPart, parts: number): string[] | undefined {
  return /(s|n)$/.test(word) ? split(word.slice(0, -1), isPart, parts) : undefined;
}

function knownModifier(modifier: string, isPart: IsPart): string | undefined {
  for (const link of links) {
    const bare = modifier.slice(0, modifier.length - link.length);
    if (modifier.endsWith(link) && bare.length >= shortest && !particles.has(bare) && isPart(bare)) return bare;
  }
  // The front loses its ending: Sprach(e)·kurs, Näh(en)·werkstatt.
  if (modifier.length < 3 || particles.has(modifier)) return undefined;
  return ['e', 'en'].map((ending) => modifier + ending).find(isPart);
}
