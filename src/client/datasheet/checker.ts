import type * as CheckScript from '../datasheet-check.entry.ts';
import type { Messages } from '../../check/messages/messages.ts';
import type { Sound } from '../../check/checkable.ts';
import type { KnownContent } from '../../check/check-offer.ts';
import type { Term, VocabularyName } from '../../model/catalogue.ts';
import { joinedProblems } from './joined-problems.ts';
import type { Diagnostic, IsoDate } from '../../model/diagnostic.ts';
import type { Place } from '../../model/schema.generated.ts';
import type { DatasheetPageData } from '../../views/datasheet-page-data.ts';
import { newOrganisationKey, textOf, type Data, type Sheet } from './sheet-data.ts';

/** The part of the form that is loaded after the first question stands. */
export interface Checker {
  readonly script: typeof CheckScript;
  readonly words: Messages | undefined;
  /** All problems of an offer, and of a new organisation if there is one. */
  check(id: string, data: Data, body: string, sheet: Sheet): Diagnostic[];
}

function knownContent(page: DatasheetPageData, today: IsoDate): KnownContent {
  const places = Object.entries(page.places).map(([id, { name, kind, partOf, protected: secret }]) => [
    id,
    {
      name: name.value,
      kind,
      ...(partOf === undefined ? {} : { part_of: partOf }),
      ...(secret ? { protected: true } : {}),
    },
  ]);
  const terms = (name: string): ReadonlyMap<string, Term> =>
    new Map(Object.keys(page.vocabularies[name] ?? {}).map((id) => [id, { id, label: {}, mapsTo: {}, synonyms: {} }]));
  return {
    today,
    country: page.country,
    sourceLanguage: page.sourceLanguage,
    places: new Map(places as [string, Sound<Place>][]),
    organisations: new Set(Object.keys(page.organisations)),
    vocabularies: Object.fromEntries(Object.keys(page.vocabularies).map((name) => [name, terms(name)])) as Record<
      VocabularyName,
      ReadonlyMap<string, Term>
    >,
  };
}

/** Loads the rules and, in German and English, their messages. */
export async function loadChecker(page: DatasheetPageData, today: IsoDate): Promise<Checker> {
  const [script, words] = await Promise.all([
    import(page.checkScript) as Promise<typeof CheckScript>,
    page.wordsScript === undefined
      ? undefined
      : (import(page.wordsScript) as Promise<{ messages: Messages }>).then(({ messages }) => messages),
  ]);
  const known = knownContent(page, today);
  return {
    script,
    words,
    check(id, data, body, sheet) {
      const own = sheet[newOrganisationKey] as Data | undefined;
      const organisations = new Set(known.organisations);
      if (own && typeof data['organisation'] === 'string') organisations.add(data['organisation']);
      const problems = script.checkOffer(id, data, body, { ...known, organisations });
      if (!own) return problems;
      const file = `organisations/${textOf(data['organisation'])}.md`;
      const ofOwn = script.checkSchema({ file, data: own }, 'organisation.schema.json', page.country);
      return joinedProblems(problems, ofOwn);
    },
  };
}
