import { loadCatalogue } from './catalogue.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { Settings } from './settings.ts';

/** The content has errors; they have been printed already. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

/** Reads and checks the content; prints all errors to standard error and throws `CheckFailed` where there is one. */
export async function checkedCatalogue(settings: Settings): Promise<Catalogue> {
  const { value, problems } = await loadCatalogue(settings);
  if (!value) {
    console.error(problems);
    throw new CheckFailed();
  }
  return value;
}
