import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../content/parse-yaml.ts';
import { vocabularyNames, type VocabularyName } from '../model/catalogue.ts';
import type { Vocabulary } from '../model/schema.generated.ts';

const folder = join(import.meta.dirname, '../vocabularies');

/** What the vocabularies are called, as their defaults say it. */
export function vocabularyTitles(lang: string): Readonly<Record<VocabularyName, string>> {
  const titles = vocabularyNames.map((name) => {
    const file = `${name}.yml`;
    const { value } = parseYaml(file, readFileSync(join(folder, file), 'utf8'));
    return [name, (value as Partial<Vocabulary> | undefined)?.title?.[lang] ?? name] as const;
  });
  return Object.fromEntries(titles) as Record<VocabularyName, string>;
}
