import { buildIndex } from '../../../src/search/build-index.ts';
import { openCatalogueSearch, type CatalogueSearch } from '../../../src/search/query.ts';
import type { Concept, SearchDocument } from '../../../src/search/search-document.ts';
import type { Text } from '../../../src/model/translation.ts';

export const text = (value: string, lang = 'de'): Text => ({ value, lang });

/** A document with little more than a title; everything can be replaced. */
export function document(
  id: string,
  title: string,
  more: Partial<SearchDocument> & { summary?: Text; body?: Text[]; keywords?: Text[] } = {},
): SearchDocument {
  const { summary = text(''), body = [], keywords = [], ...rest } = more;
  return {
    id,
    fields: { title: text(title), summary, keywords, body },
    topics: [],
    attributes: [],
    rank: 0,
    group: '',
    facets: {},
    card: { title, summary: summary.value },
    ...rest,
  };
}

export const concepts: readonly Concept[] = [
  {
    id: 'topic/german',
    names: [
      text('Deutsch lernen'),
      text('تعلم الألمانية', 'ar'),
      text('Almanca kursu', 'tr'),
      text('курси німецької', 'uk'),
    ],
  },
  {
    id: 'topic/housing',
    names: [text('Wohnen'), text('شقة', 'ar'), text('квартира', 'uk'), text('Miete'), text('kiralık ev', 'tr')],
  },
  { id: 'topic/health', names: [text('Gesundheit'), text('krank'), text('طبيب', 'ar'), text('лікар', 'uk')] },
];

const facets = (topic: string, town: string, cost: string): SearchDocument['facets'] => ({
  topic: [topic],
  town: [town],
  cost: [cost],
});

/** A town small enough to know by heart. */
export const offers: readonly SearchDocument[] = [
  document('deutschkurs-frauen', 'Deutschkurs A1 für Frauen', {
    summary: text('Sprachkurs am Vormittag mit Kinderbetreuung.'),
    topics: ['topic/german'],
    group: 'german',
    facets: facets('german', 'lindenau', 'free'),
  }),
  document('sprachcafe', 'Sprachcafé', {
    summary: text('Deutsch sprechen bei Kaffee und Tee.'),
    topics: ['topic/german'],
    group: 'german',
    facets: facets('german', 'erlensee', 'paid'),
  }),
  document('wohnungsberatung', 'Wohnungsberatung', {
    summary: text('Hilfe bei der Suche nach einer Wohnung.'),
    topics: ['topic/housing'],
    group: 'housing',
    facets: facets('housing', 'erlensee', 'free'),
  }),
  document('arztliste', 'Ärzte in Ihrer Sprache', {
    summary: text('Praxen, in denen Ihre Sprache gesprochen wird.'),
    topics: ['topic/health'],
    group: 'health',
    facets: facets('health', 'lindenau', 'free'),
  }),
];

/** A search over files held in memory; `asked` names each file that was fetched. */
export async function openTown(
  documents: readonly SearchDocument[] = offers,
  lang = 'de',
): Promise<{ search: CatalogueSearch; asked: string[]; files: Map<string, Uint8Array> }> {
  const files = buildIndex({ language: lang, documents, concepts });
  const asked: string[] = [];
  const search = await openCatalogueSearch({
    lang,
    fetchShard: (name) => {
      asked.push(name);
      const file = files.get(name);
      return file ? Promise.resolve(file) : Promise.reject(new Error(`no file ${name}`));
    },
  });
  return { search, asked, files };
}

export const idsOf = (hits: readonly { readonly id: string }[]): string[] => hits.map(({ id }) => id);
