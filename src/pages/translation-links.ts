import { valuesAt } from '../content/marked-fields.ts';
import { textFields } from '../content/schemas.ts';
import { editFilePage, mailPage, newFilePage, repositoryOf, type ForgePage } from '../datasheet/forge-address.ts';
import { writeEntry } from '../datasheet/write-offer.ts';
import type { TranslatedEntry } from '../insight/translation-status.ts';
import type { SiteSettings } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { targetFile } from '../translation/translatable-entry.ts';

/** How a volunteer begins; `hasText`: what opens holds the text already. */
export type StartLink = ForgePage;

function setAt(data: Record<string, unknown>, path: readonly (string | number)[], value: unknown): void {
  let holder = data as Record<string | number, unknown>;
  for (const [depth, step] of path.slice(0, -1).entries()) {
    holder[step] ??= typeof path[depth + 1] === 'number' ? [] : {};
    holder = holder[step] as Record<string | number, unknown>;
  }
  holder[path.at(-1)!] = value;
}

/**
 * The file of a new translation with the source in the place of every text. Contacts are left out: those that must not
 * be seen are gone here, so that the others would slip into their places.
 */
export function translationTemplate({ collection, data, body, hash }: TranslatedEntry, hint: string): string {
  const texts: Record<string, unknown> = {};
  for (const pattern of textFields[collection]) {
    if (pattern[0] === 'contacts') continue;
    for (const { path, value } of valuesAt(data, pattern)) {
      // Between two texts of a list an item without one stays an empty map.
      if (typeof value === 'string') setAt(texts, path, value);
    }
  }
  const whole = JSON.parse(JSON.stringify(texts), (_, value: unknown) => value ?? {}) as Record<string, unknown>;
  const file = writeEntry(collection, { ...whole, translation: { of: hash, by: 'human' } }, body);
  return file.replace(/^---\n/, `---\n# ${hint.replace(/\s+/g, ' ')}\n`);
}

/** The template as an address of its own: no file has to be made for it, and nobody is asked for it. */
export const templateAddress = (text: string): string => `data:text/markdown;charset=utf-8,${encodeURIComponent(text)}`;

/** How a volunteer begins: in the forge, by mail, or with the template on the own device. */
export function startLink(
  site: SiteSettings,
  entry: TranslatedEntry,
  lang: LanguageTag,
  { subject, template, isNew }: { subject: string; template: string; isNew: boolean },
): StartLink {
  const file = targetFile(entry.collection, entry.id, lang);
  const repository = site.hand_in?.repository && repositoryOf(site.hand_in.repository);
  if (repository && isNew) return newFilePage(repository, file, template);
  // The file is there already.
  if (repository) return { ...editFilePage(repository, file), hasText: true };
  const to = site.hand_in?.email ?? site.publisher.email;
  if (to !== undefined) return mailPage(to, subject, template);
  return { href: templateAddress(template), hasText: true };
}
