import { createHash } from 'node:crypto';
import type { Content, SourceEntry } from '../content/read-content.ts';
import type { Document } from '../content/read-document.ts';
import { positionOf } from '../content/text-position.ts';
import { collections, schemaName, type Collection } from '../content/schemas.ts';
import { verdicts } from '../content/verdicts.ts';
import { vocabularyNames, type EmergencyNumber, type Term, type VocabularyName } from '../model/catalogue.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import type { EmergencyNumbers, Snapshot, Vocabulary } from '../model/schema.generated.ts';
import { mergeEmergency } from '../model/emergency.ts';
import { mergeVocabulary } from '../model/vocabulary.ts';
import { checkConcept } from './check-concept.ts';
import { checkEmergency } from './check-emergency.ts';
import { checkEvents, checkMembers } from './check-events.ts';
import { checkGuides } from './check-guides.ts';
import { checkFreshness } from './check-freshness.ts';
import { checkMap } from './check-map.ts';
import { checkLoops } from './check-loops.ts';
import { checkOrder } from './check-order.ts';
import { checkPeople } from './check-people.ts';
import { checkPlaces } from './check-places.ts';
import { checkProtected } from './check-protected.ts';
import { checkReferences } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { checkSite, checkInterfaceTexts, checkVocabularies } from './check-site.ts';
import { checkSnapshots, checkTargets } from './check-targets.ts';
import { checkTexts } from './check-texts.ts';
import { asTranslationProblem, checkTranslations } from './check-translations.ts';
import { joinMissingConsent } from './join-missing-consent.ts';
import { withoutUnsound, type Checkable, type CheckedEntry, type CheckedTranslation, type Sound } from './checkable.ts';

export interface CheckOptions {
  readonly today: IsoDate;
  /** The interface texts that come with the project, key → ICU message; where given, `texts/*.yml` is checked against them. */
  readonly shippedTexts?: Pick<ReadonlyMap<string, string>, 'get' | 'keys'>;
  /** Looks at this entry alone, among all the others; what is said of other files is of no use then. */
  readonly only?: SourceEntry;
}

/** What was read, and the texts of files that something may be wrong in. */
export interface CheckedContent extends Omit<Content, 'sources'> {
  readonly sources: Pick<Content['sources'], 'get'>;
}

export interface Checked {
  readonly problems: readonly Diagnostic[];
  readonly vocabularies: Readonly<Record<VocabularyName, ReadonlyMap<string, Term>>>;
  readonly emergency: readonly EmergencyNumber[];
}

/** The schema of a translation file; a page's translation is a page. */
const translationSchema = (collection: Collection): string =>
  collection === 'pages' ? 'page.schema.json' : `translation.schema.json#/$defs/${schemaName[collection]}`;

/** What the schema says of a document; looked at once, as long as it is the same document. */
function schemaProblems(document: Document, ref: string, country: string): readonly Diagnostic[] {
  const rule = `${ref} ${country}`;
  let found = verdicts.get(document);
  if (found?.rule !== rule) verdicts.set(document, (found = { rule, problems: checkSchema(document, ref, country) }));
  return found.problems;
}

/** An entry by its schemas. */
interface Judged {
  readonly country: string;
  readonly problems: readonly Diagnostic[];
  /** Undefined where there is no source that could be read. */
  readonly entry: CheckedEntry | undefined;
}

/** Looked at once, as long as it is the same entry: `--changed` checks two states in which nearly all are. */
const judged = new WeakMap<SourceEntry, Judged>();

function judgeEntry(collection: Collection, read: SourceEntry, country: string): Omit<Judged, 'country'> {
  const { id, file, source, translations } = read;
  const ref = translationSchema(collection);
  const problems: Diagnostic[] = [];
  const checked: CheckedTranslation[] = [];
  for (const [language, document] of translations) {
    for (const problem of schemaProblems(document, ref, country))
      problems.push(asTranslationProblem(problem, collection));
    checked.push({ file: document.file, language, document });
  }
  if (!source) return { problems, entry: undefined };
  const found = joinMissingConsent(schemaProblems(source, `${schemaName[collection]}.schema.json`, country));
  problems.push(...found);
  let data: CheckedEntry['data'] | undefined;
  const entry: CheckedEntry = {
    collection,
    id,
    file,
    document: source,
    // Taken from the document when somebody asks for it.
    get data() {
      return (data ??= withoutUnsound(source.data, found) as CheckedEntry['data']);
    },
    translations: checked,
  };
  return { problems, entry };
}

/** Finds everything that is wrong in what was read, over all files at once. */
export function checkContent(content: CheckedContent, { today, shippedTexts, only }: CheckOptions): Checked {
  const problems: Diagnostic[] = [];
  const country =
    typeof content.site?.data['country'] === 'string' && /^[A-Z]{2}$/.test(content.site.data['country'])
      ? content.site.data['country']
      : 'DE';

  function sound(document: Document, ref: string): Readonly<Record<string, unknown>> {
    const found = joinMissingConsent(schemaProblems(document, ref, country));
    problems.push(...found);
    return withoutUnsound(document.data, found);
  }

  function checkEntry<C extends Collection>(collection: C, source: SourceEntry): CheckedEntry<C> | undefined {
    let found = judged.get(source);
    if (found?.country !== country)
      judged.set(source, (found = { country, ...judgeEntry(collection, source, country) }));
    problems.push(...found.problems);
    return found.entry as CheckedEntry<C> | undefined;
  }

  function checkCollection<C extends Collection>(collection: C): Map<string, CheckedEntry<C>> {
    const all = [...content.entries[collection].values()];
    const entries = (only ? all.filter((entry) => entry === only) : all).map((entry) => checkEntry(collection, entry));
    return new Map(entries.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])));
  }

  function ownVocabulary(name: VocabularyName): Vocabulary | undefined {
    const { own } = content.vocabularies[name];
    if (!own) return undefined;
    const data = sound(own, 'vocabulary.schema.json') as Sound<Vocabulary>;
    // A term without an id was reported; it cannot be joined to anything.
    return { ...data, terms: (data.terms ?? []).filter((term) => term?.id !== undefined) } as Vocabulary;
  }

  const own = new Map(vocabularyNames.map((name) => [name, ownVocabulary(name)]));
  const vocabularies = Object.fromEntries(
    vocabularyNames.map((name) => [
      name,
      mergeVocabulary(content.vocabularies[name].builtIn.data as unknown as Vocabulary, own.get(name)),
    ]),
  ) as Record<VocabularyName, ReadonlyMap<string, Term>>;

  const all: Checkable = {
    today,
    site: content.site ? sound(content.site, 'site.schema.json') : {},
    sourceLanguage: content.sourceLanguage,
    ...(content.emergency.own
      ? {
          emergency: {
            file: content.emergency.own.file,
            data: sound(content.emergency.own, 'emergency.schema.json'),
          },
        }
      : {}),
    ...(content.targets
      ? { targets: { file: content.targets.file, data: sound(content.targets, 'targets.schema.json') } }
      : {}),
    ...(content.searches
      ? { searches: { file: content.searches.file, data: sound(content.searches, 'searches.schema.json') } }
      : {}),
    snapshots: content.snapshots.map((document) => ({
      file: document.file,
      data: sound(document, 'snapshot.schema.json') as Sound<Snapshot>,
    })),
    entries: Object.fromEntries(
      collections.map((name) => [name, checkCollection(name)]),
    ) as unknown as Checkable['entries'],
    ids: Object.fromEntries(
      collections.map((name) => [name, new Set(content.entries[name].keys())]),
    ) as unknown as Checkable['ids'],
    vocabularies,
    termIndex: (name, id) => {
      const index =
        (content.vocabularies[name].own?.data['terms'] as Vocabulary['terms'] | undefined)?.findIndex(
          (term) => term?.id === id,
        ) ?? -1;
      return index === -1 ? undefined : index;
    },
    ownMapping: (name, id) => own.get(name)?.terms.find((term) => term.id === id)?.maps_to ?? {},
    media: content.media,
    inBody: ({ file, body }, start, end) => {
      const text = content.sources.get(file)!;
      // The body is the end of its file.
      const offset = text.length - body.length;
      return positionOf(text, offset + start, offset + end);
    },
    digest: (around) =>
      createHash('sha256')
        .update(JSON.stringify([country, around]))
        .digest('base64url')
        .slice(0, 16),
  };
  for (const document of content.texts.values()) sound(document, 'texts.schema.json');

  problems.push(
    ...checkSite(all),
    ...checkVocabularies(all, content),
    ...checkInterfaceTexts(content, shippedTexts),
    ...checkReferences(all),
    ...checkPlaces(all),
    ...checkMap(content.map, all, country),
    ...checkLoops(all),
    ...checkOrder(all),
    ...checkMembers(all),
    ...checkEvents(all),
    ...checkGuides(all),
    ...checkEmergency(all, content),
    ...checkConcept(all),
    ...checkTargets(all),
    ...checkSnapshots(all),
    ...checkPeople(all),
    ...checkProtected(all),
    ...checkFreshness(all),
    ...checkTranslations(all),
    ...checkTexts(all),
  );
  const numbers = mergeEmergency(content.emergency.builtIn.data as unknown as EmergencyNumbers, all.emergency?.data);
  return { problems, vocabularies, emergency: numbers };
}
