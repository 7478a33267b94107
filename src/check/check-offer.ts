import type { VocabularyName, Term } from '../model/catalogue.ts';
import type { Diagnostic, IsoDate, LanguageTag } from '../model/diagnostic.ts';
import type { Place } from '../model/schema.generated.ts';
import { collections } from '../content/schemas.ts';
import { checkFreshness } from './check-freshness.ts';
import { checkOrder } from './check-order.ts';
import { checkPeople } from './check-people.ts';
import { checkPlaces } from './check-places.ts';
import { checkProtected } from './check-protected.ts';
import { checkReferences } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { checkTexts } from './check-texts.ts';
import { withoutUnsound, type Checkable, type CheckedEntry, type Sound } from './checkable.ts';
import { joinMissingConsent } from './join-missing-consent.ts';

/** What a single offer is checked against where the other files are not at hand, as in a form. */
export interface KnownContent {
  readonly today: IsoDate;
  readonly country: string;
  readonly sourceLanguage: LanguageTag;
  /** What the public may know of places: of a protected one neither street nor map. */
  readonly places: ReadonlyMap<string, Sound<Place>>;
  readonly organisations: ReadonlySet<string>;
  readonly vocabularies: Readonly<Record<VocabularyName, ReadonlyMap<string, Term>>>;
}

const noPosition = { line: 1, column: 1, length: 1 };

/** All rules of `npm run check` for one offer without translations; problems in other files are not looked for. */
export function checkOffer(
  id: string,
  data: Readonly<Record<string, unknown>>,
  body: string,
  known: KnownContent,
): Diagnostic[] {
  const file = `offers/${id}.md`;
  const document = { file, data, body };
  const problems = joinMissingConsent(checkSchema(document, 'offer.schema.json', known.country));
  const offer: CheckedEntry<'offers'> = {
    collection: 'offers',
    id,
    file,
    document,
    data: withoutUnsound(data, problems),
    translations: [],
  };
  const places = new Map(
    [...known.places].map(([place, placeData]): [string, CheckedEntry<'places'>] => {
      const placeFile = `places/${place}.md`;
      const source = { file: placeFile, data: placeData as Record<string, unknown>, body: '' };
      return [
        place,
        { collection: 'places', id: place, file: placeFile, document: source, data: placeData, translations: [] },
      ];
    }),
  );
  const all: Checkable = {
    today: known.today,
    site: {},
    sourceLanguage: known.sourceLanguage,
    entries: {
      ...(Object.fromEntries(collections.map((name) => [name, new Map()])) as unknown as Checkable['entries']),
      offers: new Map([[id, offer]]),
      places,
    },
    ids: {
      ...(Object.fromEntries(collections.map((name) => [name, new Set()])) as unknown as Checkable['ids']),
      offers: new Set([id]),
      organisations: known.organisations,
      places: new Set(places.keys()),
      // Not asked for here, so nobody could put them right: `npm run check` looks at them.
      measures: new Set(offer.data.measures?.map(String)),
      funding: new Set(offer.data.funding?.map(String)),
    },
    vocabularies: known.vocabularies,
    termIndex: () => undefined,
    ownMapping: () => ({}),
    media: new Set(),
    inBody: () => noPosition,
    digest: () => '',
  };
  return [
    ...problems,
    ...checkReferences(all),
    ...checkPlaces(all),
    ...checkOrder(all),
    ...checkPeople(all),
    ...checkProtected(all),
    ...checkFreshness(all),
    ...checkTexts(all),
  ].filter((problem) => problem.file === file);
}
