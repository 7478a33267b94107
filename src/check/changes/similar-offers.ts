import type { Content } from '../../content/read-content.ts';

export interface SimilarOffer {
  readonly id: string;
  readonly title: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** From here on two offers look like the same one. Of the 80 offers of the demo, one pair is that similar. */
const threshold = 0.6;
const shownLimit = 3;

const smallWords: ReadonlySet<string> = new Set(
  'und oder fuer mit ohne der die das des dem den ein eine einer im in am an auf zu zum zur von vom bei'.split(' '),
);

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !smallWords.has(word))
    .sort()
    .join(' ');
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, index) => padded.slice(index, index + 3)));
}

/** Share of common groups of three letters; the order of words does not count. */
function likenessOfTexts(a: string, b: string): number {
  const [one, two] = [trigrams(fold(a)), trigrams(fold(b))];
  if (one.size === 0 || two.size === 0) return 0;
  const common = [...one].filter((part) => two.has(part)).length;
  return (2 * common) / (one.size + two.size);
}

type Data = Readonly<Record<string, unknown>>;

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** 1 in the same house, ½ in the same town. */
function likenessOfPlaces(a: Data, b: Data): number {
  const key = ({ place }: Data): string | undefined => (place === undefined ? undefined : JSON.stringify(place));
  if (key(a) !== undefined && key(a) === key(b)) return 1;
  const towns = new Set(words(a['service_area']));
  return words(b['service_area']).some((town) => towns.has(town)) ? 0.5 : 0;
}

const titleOf = ({ title }: Data): string => (typeof title === 'string' ? title.slice(0, 300) : '');

/** Other offers that may be the same one: by title, organisation and place. The most similar first. */
export function findSimilarOffers(content: Content, id: string): SimilarOffer[] {
  const data = content.entries.offers.get(id)?.source?.data;
  if (!data) return [];
  return [...content.entries.offers.values()]
    .flatMap(({ id: other, source }): SimilarOffer[] => {
      if (other === id || !source || source.data['status'] === 'ended') return [];
      const title = likenessOfTexts(titleOf(data), titleOf(source.data));
      const organisation =
        data['organisation'] !== undefined && data['organisation'] === source.data['organisation'] ? 1 : 0;
      const likeness = 0.6 * title + 0.2 * organisation + 0.2 * likenessOfPlaces(data, source.data);
      return likeness >= threshold ? [{ id: other, title: titleOf(source.data), likeness }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, shownLimit);
}
