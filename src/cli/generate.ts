/**
 * Writes what is derived from a single source and committed beside it:
 * TypeScript types from `schemas/`, the typed message keys from `src/i18n/texts/`,
 * the translation schemas from the fields marked `x-translatable`, the reference of all fields and the list of licences in `docs/`.
 * A unit test fails when one of these files is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { generateFieldReference } from './generate/field-reference.ts';
import { generateIssueForm } from './generate/issue-form.ts';
import { generateLicenceList } from './generate/licence-list.ts';
import { generateMessageTypes } from './generate/message-types.ts';
import { generateSchemaTypes } from './generate/schema-types.ts';
import { generateTranslationSchema } from './generate/translation-schema.ts';

export const generated: ReadonlyArray<{ path: string; make: () => Promise<string> }> = [
  { path: 'src/model/schema.generated.ts', make: generateSchemaTypes },
  { path: 'schemas/translation.schema.json', make: generateTranslationSchema },
  { path: '.github/ISSUE_TEMPLATE/angebot.yml', make: generateIssueForm },
  { path: 'docs/de/felder.md', make: () => generateFieldReference('de') },
  { path: 'docs/en/fields.md', make: () => generateFieldReference('en') },
  { path: 'docs/en/licences.md', make: async () => generateLicenceList() },
  { path: 'src/i18n/messages.generated.ts', make: async () => generateMessageTypes() },
];

if (process.argv[1] === import.meta.filename) {
  for (const { path, make } of generated) {
    const text = await make();
    const old = await readFile(path, 'utf8').catch(() => '');
    if (old !== text) {
      await writeFile(path, text);
      console.log(path);
    }
  }
}
