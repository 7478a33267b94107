import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../content/parse-yaml.ts';
import { vocabularyNames, type VocabularyName } from '../model/catalogue.ts';
import type { Vocabulary } from '../model/schema.generated.ts';

const folder = join(import.meta.dirname, '../vocabularies');

/** Read once: they are part of the program. */
let defaults: ReadonlyMap<VocabularyName, Partial<Vocabulary> | undefined> | undefined;

function readDefaults(): NonNullable<typeof defaults> {
  return new Map(
    vocabularyNames.map((name) => {
      const file = `${name}.yml`;
      const { value } = parseYaml(file, readFileSync(join(folder, file), 'utf8'));
      return [name, value as Partial<Vocabulary> | undefined];
    }),
  );
}

/** What the vocabularies are called, as their defaults say it. */
export function vocabularyTitles(lang: string): Readonly<Record<VocabularyName, string>> {
  defaults ??= readDefaults();
  const titles = Array.from(defaults, ([name, value]) => [name, value?.title?.[lang] ?? name] as const);
  return Object.fromEntries(titles) as Record<VocabularyName, string>;
}
