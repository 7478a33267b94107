import { translatedCollections, type Collection } from '../../content/schemas.ts';
import type { Content } from '../../content/read-content.ts';
import {
  countStates,
  countWords,
  translatedEntries,
  translationStates,
  translationWork,
  type StateCounts,
  type TranslationWork,
} from '../../insight/translation-status.ts';
import { targetFile } from '../../translation/translatable-entry.ts';
import type { Command } from './command.ts';
import type { Texts } from './texts.ts';

interface LanguageStatus {
  readonly language: string;
  readonly work: readonly TranslationWork[];
}

const wordsIn = (work: readonly TranslationWork[]): number =>
  work.reduce((sum, { entry }) => sum + countWords(entry), 0);

function statusOf(content: Content, only: string | undefined): LanguageStatus[] {
  const entries = translatedEntries(content);
  const chosen = Array.isArray(content.site?.data['languages']) ? content.site.data['languages'].map(String) : [];
  const tags = only === undefined ? [...chosen, ...entries.flatMap(({ states }) => [...states.keys()])] : [only];
  return [...new Set(tags)]
    .filter((language) => language !== content.sourceLanguage)
    .map((language) => ({ language, work: translationWork(entries, language) }));
}

const partOf = (work: readonly TranslationWork[], collection: Collection): TranslationWork[] =>
  work.filter(({ entry }) => entry.collection === collection);

/** The kinds of entry that have anything to translate. */
const kindsIn = (work: readonly TranslationWork[]): readonly Collection[] =>
  translatedCollections.filter((collection) => partOf(work, collection).length > 0);

/** Columns as wide as their longest cell; numbers on the right. */
function asTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
}

const cells = (counts: StateCounts): string[] => translationStates.map((state) => String(counts[state]));

function asText(status: readonly LanguageStatus[], inDetail: boolean, say: Texts): string {
  const head = [say.language, ...translationStates.map((state) => say.states[state])];
  const rows = status.flatMap(({ language, work }) => [
    [language, ...cells(countStates(work))],
    ...(inDetail
      ? kindsIn(work).map((collection) => [
          `  ${say.collections[collection]}`,
          ...cells(countStates(partOf(work, collection))),
        ])
      : []),
  ]);
  const files = (state: 'missing' | 'outdated'): string[] =>
    status.flatMap(({ language, work }) =>
      work
        .filter((item) => item.state === state)
        .map(({ entry }) => {
          const file = `  ${targetFile(entry.collection, entry.id, language)}`;
          return state === 'missing' ? `${file}  (${say.words(countWords(entry))})` : file;
        }),
    );
  const outdated = files('outdated');
  const missing = inDetail ? files('missing') : [];
  return [
    ...asTable([head, ...rows]),
    ...(outdated.length > 0 ? ['', say.outdated, ...outdated] : []),
    ...(missing.length > 0 ? ['', `${say.states.missing}:`, ...missing] : []),
    '',
  ].join('\n');
}

function asJson(status: readonly LanguageStatus[]): string {
  const languages = status.map(({ language, work }) => ({
    language,
    ...countStates(work),
    words_missing: wordsIn(work.filter(({ state }) => state === 'missing')),
    words_outdated: wordsIn(work.filter(({ state }) => state === 'outdated')),
    collections: Object.fromEntries(translatedCollections.map((name) => [name, countStates(partOf(work, name))])),
    entries: work.map(({ entry, state }) => ({
      file: targetFile(entry.collection, entry.id, language),
      source: entry.file,
      state,
      words: countWords(entry),
    })),
  }));
  return `${JSON.stringify({ languages }, undefined, 2)}\n`;
}

/** What is missing, outdated, machine-made, reviewed and up to date; all languages in short, or one in detail. */
export const status: Command = ({ content, options, files, say, write }) => {
  const { lang, format = 'text' } = options;
  if (files.length > 0 || options.all || (format !== 'text' && format !== 'json')) {
    write(`${say.wrongUse}\n`);
    return 2;
  }
  const found = statusOf(content, lang);
  write(format === 'json' ? asJson(found) : asText(found, lang !== undefined, say));
  return 0;
};
