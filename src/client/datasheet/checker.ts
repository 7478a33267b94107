import type { MetadataJson } from 'libphonenumber-js/core';
import type * as CheckScript from '../datasheet-check.entry.ts';
import type * as TextScript from '../datasheet-text.entry.ts';
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
  /** Once there is a description. */
  readonly text?: typeof TextScript;
  /** Messages of the check, once there is one to be said. */
  readonly words?: Messages;
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

/** Loads the rules. */
export async function loadChecker(page: DatasheetPageData, today: IsoDate): Promise<Checker> {
  const script = (await import(page.checkScript)) as typeof CheckScript;
  script.usePhones({
    own: page.phones as unknown as MetadataJson,
    loadWorld: async () => ((await import(page.phonesScript)) as { metadata: MetadataJson }).metadata,
  });
  const known = knownContent(page, today);
  return {
    script,
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

/** Loads what a description is looked through with. */
export async function withText(checker: Checker, page: DatasheetPageData): Promise<Checker> {
  const text = (await import(page.textScript)) as typeof TextScript;
  checker.script.useMarkdown(text);
  return { ...checker, text };
}

/** Loads the messages of the check, in the languages that have them. */
export async function withWords(checker: Checker, page: DatasheetPageData): Promise<Checker> {
  if (page.wordsScript === undefined) return checker;
  const { messages } = (await import(page.wordsScript)) as { messages: Messages };
  return { ...checker, words: messages };
}
