import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { loadCatalogue, type LoadedCatalogue, type LoadOptions } from './catalogue.ts';
import { compacted, PackedTexts } from './content/packed-texts.ts';
import { printProblems } from './check/print/print-problems.ts';
import { loadExtension } from './extensions/load-extension.ts';
import { runOwnChecks } from './extensions/run-own-checks.ts';
import { chooseLanguage } from './i18n/choose-language.ts';
import { readTexts } from './i18n/load-texts.ts';
import type { Extension } from './extension.ts';
import type { ContentMemory } from './memory/content-memory.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { Settings } from './settings.ts';

/** How long it takes to write a file, in ms, at most. */
const halfWritten = 100;

/** The content has errors; they have been printed already. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

const texts = {
  de: {
    noFolder: (folder: string) =>
      `Den Ordner „${folder}“ gibt es nicht. CONTENT_DIR nennt den Ordner mit den Inhalten.`,
    failed: 'Die Seite wurde nicht gebaut. Was vorher da war, ist unverändert.',
    warnings: (count: number) => `${count} Hinweise zu den Inhalten: npm run check`,
  },
  en: {
    noFolder: (folder: string) => `There is no folder “${folder}”. CONTENT_DIR names the folder with the content.`,
    failed: 'The site was not built. What was there before is unchanged.',
    warnings: (count: number) => `${count} warnings about the content: npm run check`,
  },
};

export interface CheckedSite {
  readonly catalogue: Catalogue;
  /** The town's own code, where it has some. */
  readonly extension?: Extension;
  /** What was read and found, for whoever reads a single file again. */
  readonly loaded?: Pick<LoadedCatalogue, 'content' | 'checked'>;
  /** Where the translations are kept as bytes: those. */
  readonly packed?: PackedTexts;
}

export interface CheckedOptions {
  /** What is known of the folder from before, and where to leave what is known now. */
  readonly memory?: ContentMemory | undefined;
  /** Somebody is editing at the moment. */
  readonly watching?: boolean;
  /** Translations may be kept as bytes. The town's own code gets them as they are. */
  readonly inLittleRoom?: boolean;
}

/** Reads and checks the content; prints all errors to standard error and throws `CheckFailed` where there is one. */
export async function checkedCatalogue(
  settings: Settings,
  { memory, watching = false, inLittleRoom = false }: CheckedOptions = {},
): Promise<CheckedSite> {
  const { contentDir, today } = settings;
  const lang = chooseLanguage(undefined, process.env);
  const say = texts[lang];
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(say.noFolder(contentDir));
    throw new CheckFailed();
  }
  const { value: extension, problems: unloaded } = await loadExtension(settings);
  const packed = inLittleRoom && !extension ? new PackedTexts() : undefined;
  const options: LoadOptions = {
    contentDir,
    today,
    ...(memory ? { cache: memory.cache } : {}),
    ...(packed ? { packed } : {}),
    shippedTexts: readTexts('de'),
    alsoCheck: async (catalogue, content) => [
      ...unloaded,
      ...(extension ? await runOwnChecks(extension, catalogue, content) : []),
    ],
  };
  let { value, problems, sources, ...loaded } = await loadCatalogue(options);
  if (!value && watching) {
    // Perhaps the editor had only written half of the file.
    await new Promise((resolve) => setTimeout(resolve, halfWritten));
    ({ value, problems, sources, ...loaded } = await loadCatalogue(options));
  }
  // The town's own code might have changed what was read.
  if (!extension) memory?.save();
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (value) {
    if (problems.length > 0) console.error(say.warnings(problems.length));
    return {
      catalogue: packed ? compacted(value, packed) : value,
      ...(extension ? { extension } : {}),
      ...(watching ? { loaded } : {}),
      ...(packed ? { packed } : {}),
    };
  }
  const prefix = `${relative('.', contentDir)}/`;
  const colour = process.stderr.isTTY && !process.env.NO_COLOR;
  process.stderr.write(printProblems(errors, sources, { format: 'text', lang, colour, prefix }));
  console.error(say.failed);
  throw new CheckFailed();
}
