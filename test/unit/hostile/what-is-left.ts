import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { printProblems } from '../../../src/check/print/print-problems.ts';
import { readTexts } from '../../../src/i18n/load-texts.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { today } from '../../support/content-folder.ts';

const shippedTexts = readTexts('de');

/** Reads and checks a folder; whatever is said about it can be printed, too: finding each place once more costs most. */
export async function load(
  folder: string,
  formats: readonly ('text' | 'github')[] = ['text', 'github'],
): Promise<{ value: Catalogue | undefined; problems: readonly Diagnostic[] }> {
  const loaded = await loadCatalogue({ contentDir: folder, today, shippedTexts });
  for (const format of formats)
    printProblems(loaded.problems, loaded.sources, { format, lang: 'de', colour: false, prefix: '' });
  return loaded;
}

/** The files that errors name, taken away, until what is left is a catalogue. */
export async function whatIsLeft(
  folder: string,
  mayGo: ReadonlySet<string>,
  formats?: Parameters<typeof load>[1],
): Promise<Catalogue> {
  for (let round = 0; round < 8; round++) {
    const { value, problems } = await load(folder, formats);
    if (value) return value;
    const bad = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    const gone = [...bad].filter((file) => mayGo.has(file));
    if (gone.length === 0) throw new Error(`Errors only in good files: ${JSON.stringify(problems.slice(0, 3))}`);
    for (const file of gone) rmSync(join(folder, file), { recursive: true, force: true });
  }
  throw new Error('What is left never becomes a catalogue');
}
