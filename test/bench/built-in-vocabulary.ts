import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { VocabularyName } from '../../src/model/catalogue.ts';
import type { Vocabulary } from '../../src/model/schema.generated.ts';

/** The ids of a vocabulary that every site starts from. */
export function readBuiltIn(name: VocabularyName): string[] {
  const file = new URL(`../../src/vocabularies/${name}.yml`, import.meta.url);
  return (parse(readFileSync(file, 'utf8')) as Vocabulary).terms.map(({ id }) => id);
}
