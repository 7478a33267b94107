import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Content } from '../content/read-content.ts';
import { collections } from '../content/schemas.ts';
import type { SheetLanguage } from '../datasheet/fields.ts';
import { readTexts } from '../i18n/load-texts.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { adminPage } from './admin-page.ts';
import type { Access } from './backend.ts';
import { bundleAdmin } from './bundle-admin.ts';
import { cmsConfig } from './cms-config.ts';
import { vocabularyTitles } from './vocabulary-titles.ts';

export interface AdminOptions {
  readonly contentDir: string;
  readonly siteUrl?: string;
  /** The site is built for somebody who works on this machine: then the page is made without a repository as well. */
  readonly local: boolean;
}

/** How the page reaches the repository; undefined where a site has no such page. */
export function accessOf({ site }: Pick<Catalogue, 'site'>, local: boolean): Access | undefined {
  const { admin, hand_in: handIn, admin_sign_in: signIn } = site;
  const repository = handIn?.repository;
  if (admin === false || (!repository && !local)) return undefined;
  return {
    ...(repository ? { repository } : {}),
    ...(signIn?.client_id === undefined ? {} : { clientId: signIn.client_id }),
    ...(signIn?.url === undefined ? {} : { signInUrl: signIn.url }),
  };
}

/** The content folder from the root of the repository. */
function folderOf(contentDir: string, { repository }: Access): string {
  if (repository?.folder !== undefined) return repository.folder;
  const path = relative(process.cwd(), resolve(contentDir)).split(sep).join('/');
  // Elsewhere on this machine is not in the repository: there the folder has its usual name.
  return path === '' || path.startsWith('..') ? 'content' : path;
}

/** All files of `/admin/`, path below the site's root → bytes; none where the site has no such page. */
export async function adminFiles(
  catalogue: Catalogue,
  options: AdminOptions,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const access = accessOf(catalogue, options.local);
  if (!access) return new Map();
  const { site, languages, vocabularies } = catalogue;
  const title = site.title[site.source_language] ?? Object.values(site.title)[0] ?? '';
  const config = (lang: SheetLanguage): Uint8Array =>
    Buffer.from(
      JSON.stringify(
        cmsConfig({
          options: { vocabularies, entries: noEntries, messages: readTexts(lang), language: lang, sheetLanguage: lang },
          title,
          vocabularyTitles: vocabularyTitles(lang),
          languages,
          sourceLanguage: site.source_language,
          folder: folderOf(options.contentDir, access),
          access,
          ...(options.siteUrl === undefined ? {} : { siteUrl: options.siteUrl }),
        }),
      ),
    );
  return new Map([
    ['admin/index.html', Buffer.from(adminPage({ lang: 'de', title, access, script: 'admin.js' }))],
    ['admin/config.de.json', config('de')],
    ['admin/config.en.json', config('en')],
    ['admin/favicon.svg', await readFile(join(import.meta.dirname, '../views/assets/favicon.svg'))],
    ...Array.from(await bundleAdmin(), ([name, bytes]) => [`admin/${name}`, bytes] as const),
  ]);
}

/** References are looked up by the CMS itself, in the files as they are when somebody edits. */
const noEntries = Object.fromEntries(collections.map((name) => [name, new Map()])) as unknown as Content['entries'];
