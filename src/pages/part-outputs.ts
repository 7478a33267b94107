import { join } from 'node:path';
import { folderHash } from '../content/folder-hash.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { Part } from '../model/part.ts';
import type { Settings } from '../settings.ts';
import { Output } from './output.ts';
import type { Placement } from './page-contexts.ts';
import { listingHash, partFile, type PartManifest, type Share } from './part.ts';

const sources = join(import.meta.dirname, '..');

/** What a part writes of all that was listed, and the file that says what it is part of. */
export function partOf(
  all: ReadonlyMap<string, readonly Output[]>,
  share: Share,
  part: Part,
  settings: Settings,
  { placement, languages }: { readonly placement: Placement; readonly languages: readonly LanguageTag[] },
): ReadonlyMap<string, readonly Output[]> {
  const own = new Map(Array.from(all, ([name, outputs]) => [name, outputs.filter(({ path }) => share.owns(path))]));
  const manifest: PartManifest = {
    version: 1,
    ...part,
    state: {
      content: folderHash(settings.contentDir),
      program: `${folderHash(sources)} ${folderHash(join(sources, '../schemas'))}`,
      booklets: folderHash(settings.bookletsDir),
      date: settings.today,
      siteUrl: placement.siteUrl ?? '',
      basePath: placement.basePath,
      settings: [settings.gallery, settings.localAdmin, settings.previewImages, settings.trustedRef].join(' '),
      icu: process.versions.icu ?? '',
      languages,
      listing: listingHash([...all.values()].flat().map(({ path }) => path)),
    },
    search: languages.filter((lang) => share.ownsSearch(lang)),
    paths: [...own.values()]
      .flat()
      .map(({ path }) => path)
      .sort(),
  };
  const [first] = own.keys();
  const withManifest = [...own.get(first!)!, new Output(partFile, () => JSON.stringify(manifest))];
  return new Map([...own, [first!, withManifest]]);
}
