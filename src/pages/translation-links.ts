import { valuesAt } from '../content/marked-fields.ts';
import { textFields } from '../content/schemas.ts';
import { writeEntry } from '../datasheet/write-offer.ts';
import type { TranslatedEntry } from '../insight/translation-status.ts';
import type { SiteSettings } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { targetFile } from '../translation/translatable-entry.ts';

type Repository = NonNullable<NonNullable<SiteSettings['hand_in']>['repository']>;

/** What servers and browsers surely take in an address. */
const addressLimit = 6000;
/** What mail programs take; Outlook is the strictest. */
const mailLimit = 2000;

export interface StartLink {
  readonly href: string;
  /** Whether what opens holds the text already. */
  readonly hasText: boolean;
}

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

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const query = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');

const inRepository = ({ folder = 'content' }: Repository, file: string): string =>
  folder === '.' ? file : `${folder}/${file}`;

/** The forge's page for a new file. */
function newFile(repository: Repository, file: string, text: string): StartLink {
  const { kind, branch = 'main' } = repository;
  const url = repository.url.replace(/\/+$/, '');
  const path = inRepository(repository, file);
  // GitLab's editor takes a name, but no text.
  if (kind === 'gitlab') {
    return { href: `${url}/-/new/${encodePath(branch)}?${query({ file_name: path })}`, hasText: false };
  }
  const page = `${url}/${kind === 'github' ? 'new' : '_new'}/${encodePath(branch)}`;
  const full = `${page}?${query({ filename: path, value: text })}`;
  if (full.length <= addressLimit) return { href: full, hasText: true };
  return { href: `${page}?${query({ filename: path })}`, hasText: false };
}

/** The forge's page for changing a file. */
function editFile(repository: Repository, file: string): StartLink {
  const { kind, branch = 'main' } = repository;
  const verb = { github: 'edit', gitlab: '-/edit', forgejo: '_edit' }[kind];
  const path = `${encodePath(branch)}/${encodePath(inRepository(repository, file))}`;
  return { href: `${repository.url.replace(/\/+$/, '')}/${verb}/${path}`, hasText: true };
}

function mail(to: string, subject: string, text: string): StartLink {
  const start = `mailto:${encodeURIComponent(to).replace('%40', '@')}?`;
  const full = start + query({ subject, body: text.replaceAll('\n', '\r\n') });
  return full.length <= mailLimit
    ? { href: full, hasText: true }
    : { href: start + query({ subject }), hasText: false };
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
  const repository = site.hand_in?.repository;
  if (repository) return isNew ? newFile(repository, file, template) : editFile(repository, file);
  const to = site.hand_in?.email ?? site.publisher.email;
  if (to !== undefined) return mail(to, subject, template);
  return { href: templateAddress(template), hasText: true };
}
