import { vocabularyNames, type Entry, type Term } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { TranslationState } from '../model/schema.generated.ts';
import { inPieces, joined, type ExportFile } from './export-file.ts';
import type { Exporting } from './exporting.ts';

/** Raised when a reader of an older version could misunderstand the file. */
export const catalogueVersion = 1;

/** An entry as `catalogue.json` holds it: `data` has the shape of the entry's schema, `body` is Markdown. */
export interface EntryJson {
  readonly id: string;
  readonly language: LanguageTag;
  readonly data: unknown;
  readonly body?: string;
  readonly translations?: Readonly<
    Record<
      LanguageTag,
      {
        readonly data: unknown;
        readonly body?: string;
        readonly translation: TranslationState;
        readonly outdated?: true;
      }
    >
  >;
}

const withBody = (body: string): { body?: string } => (body.trim() === '' ? {} : { body: body.trim() });

function entryJson({ id, language, data, body, translations }: Entry<unknown>): EntryJson {
  const tags = [...translations.keys()].sort();
  return {
    id,
    language,
    data,
    ...withBody(body),
    ...(tags.length === 0
      ? {}
      : {
          translations: Object.fromEntries(
            tags.map((tag) => {
              const { data: texts, body: text, state, outdated } = translations.get(tag)!;
              return [
                tag,
                {
                  data: texts,
                  ...withBody(text),
                  translation: { of: state.of, by: state.by },
                  ...(outdated ? { outdated } : {}),
                },
              ];
            }),
          ),
        }),
  };
}

export const termJson = ({ id, label, description, icon, mapsTo, synonyms }: Term): object => ({
  id,
  label,
  ...(description ? { description } : {}),
  ...(icon ? { icon } : {}),
  ...(Object.keys(mapsTo).length > 0 ? { maps_to: mapsTo } : {}),
  ...(Object.keys(synonyms).length > 0 ? { synonyms } : {}),
});

export const byId = <Item extends { readonly id: string }>(items: Iterable<Item>): Item[] =>
  Array.from(items).sort((a, b) => (a.id < b.id ? -1 : 1));

/** A list of JSON values, one a line, so that two editions can be compared by any tool. */
export const lines = (items: Iterable<unknown>): string => [...linesOf(items, (item) => item)].join('');

/** The same piece by piece, with what `jsonOf` makes of each item. */
function* linesOf<Item>(items: Iterable<Item>, jsonOf: (item: Item) => unknown): Generator<string, void> {
  yield '[\n';
  yield* joined(items, ',\n', (item) => JSON.stringify(jsonOf(item)));
  yield '\n]';
}

/**
 * The whole public catalogue as one file, in the words of the content schemas: what another town or a district reads,
 * and what a town takes along when it leaves. Parts are written one after the other, never as one huge object.
 */
export function catalogueJson(exporting: Exporting): ExportFile {
  const { catalogue, date, address, offers, offerAddress, uuid } = exporting;
  return inPieces('data/catalogue.json', function* () {
    const { title, url, region, languages, source_language, time_zone, country, state, publisher } = catalogue.site;
    const parts: readonly (readonly [key: string, json: Iterable<string>])[] = [
      ['$schema', [JSON.stringify(address('data/catalogue.schema.json'))]],
      ['version', [String(catalogueVersion)]],
      ['date', [JSON.stringify(date)]],
      [
        'site',
        [
          JSON.stringify({
            title,
            url,
            region,
            languages,
            source_language,
            time_zone,
            country,
            state,
            publisher,
            ...licenceOf(exporting),
          }),
        ],
      ],
      [
        'vocabularies',
        [
          JSON.stringify(
            Object.fromEntries(
              vocabularyNames.map((name) => [name, Array.from(catalogue.vocabularies[name].values(), termJson)]),
            ),
          ),
        ],
      ],
      ['places', linesOf(byId(catalogue.places.values()), entryJson)],
      ['organisations', linesOf(byId(catalogue.organisations.values()), entryJson)],
      [
        'offers',
        linesOf(offers, (offer) => ({
          uuid: uuid('service', offer.id),
          url: offerAddress(offer.id),
          standing: offer.standing,
          freshness: offer.freshness,
          ...entryJson(offer),
        })),
      ],
    ];
    let before = '{\n';
    for (const [key, json] of parts) {
      yield `${before}${JSON.stringify(key)}: `;
      yield* json;
      before = ',\n';
    }
    yield '\n}\n';
  });
}

export const licenceOf = ({ catalogue }: Exporting): { licence?: string } => {
  const { data_licence: licence } = catalogue.site;
  return licence === undefined ? {} : { licence };
};
