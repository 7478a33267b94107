/** The script of `/admin/`: the CMS with the project's own way to read and write its files. */
import CMS from '@sveltia/cms';
import { collections, schemas, type Collection } from '../content/schemas.ts';
import type { SheetLanguage } from '../datasheet/fields.ts';
import type { CmsConfig } from './cms-types.ts';
import { emergencyFormat, formatOf, siteFormat, targetsFormat, vocabularyFormat } from './format-names.ts';
import { entryFormat, yamlFormat, type FileFormat } from './entry-format.ts';
import { adminWords } from './words.ts';

type Data = Readonly<Record<string, unknown>>;

const lang: SheetLanguage = /^de\b/i.test(navigator.language) ? 'de' : 'en';
const words = adminWords[lang];
const state = document.getElementById('state');

/** The source of the entry that is being saved: its translations are formatted by themselves, right after. */
let saved: { readonly collection: string; readonly data: Data } | undefined;

const register = (name: string, extension: string, format: FileFormat): void => {
  CMS.registerCustomFormat(name, extension, {
    fromFile: (text: string) => format.fromFile(text),
    toFile: (form: Data) => format.toFile(form),
  });
};

for (const collection of collections) {
  const source = (): Data | undefined => (saved?.collection === collection ? saved.data : undefined);
  register(formatOf(collection satisfies Collection), 'md', entryFormat(collection, words.unsupported, source));
}
register(siteFormat, 'yml', yamlFormat(schemas['site.schema.json']!, words.unsupported));
register(emergencyFormat, 'yml', yamlFormat(schemas['emergency.schema.json']!, words.unsupported));
register(targetsFormat, 'yml', yamlFormat(schemas['targets.schema.json']!, words.unsupported));
register(vocabularyFormat, 'yml', yamlFormat(schemas['vocabulary.schema.json']!, words.unsupported));

CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }: { entry: { toJS(): unknown } }) => {
    saved = entry.toJS() as { collection: string; data: Data };
  },
});

CMS.registerEventListener({
  name: 'postSave',
  handler: () => {
    saved = undefined;
  },
});

try {
  const response = await fetch(`config.${lang}.json`);
  if (!response.ok) throw new Error(`config: ${response.status}`);
  await CMS.init({ config: (await response.json()) as CmsConfig });
  state?.remove();
} catch (error) {
  if (state) state.textContent = words.failed;
  throw error;
}
