import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTheme } from '../../src/assets/bundle-assets.ts';
import { loadCatalogue } from '../../src/catalogue.ts';
import { ContentCache } from '../../src/content/content-cache.ts';
import { compacted, PackedTexts } from '../../src/content/packed-texts.ts';
import type { KeptDocuments } from '../../src/content/stored-documents.ts';
import { listMedia } from '../../src/content/list-media.ts';
import { defineExtension } from '../../src/extension.ts';
import { extensionFile } from '../../src/extensions/extension-problem.ts';
import { readTexts } from '../../src/i18n/load-texts.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import type { PreviewWords } from '../../src/model/preview-words.ts';
import { Families } from '../../src/model/reads.ts';
import { currentBooklets } from '../../src/pages/booklet/printed-booklets.ts';
import { Ledger, type SavedLedger } from '../../src/pages/ledger.ts';
import { listInSteps, type ListOptions, listOutputs, pageLister, saltOf } from '../../src/pages/list-outputs.ts';
import type { Output } from '../../src/pages/output.ts';
import type { Previews } from '../../src/pages/previews.ts';
import { SearchCache } from '../../src/search/search-cache.ts';
import { bookletsIn } from './edited-town.ts';

const digest = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('hex').slice(0, 8);

/** Every style sheet and script there could be, under a name that changes with the town's style sheet alone. */
class AnyAssets extends Map<string, string> {
  readonly #hash: string;

  constructor(theme: string) {
    super();
    this.#hash = digest(theme);
  }

  override get(name: string): string {
    return `assets/${this.#hash}.${name}`;
  }
}

/** Pictures that hold their words in place of dots. */
class WrittenPreviews implements Previews {
  readonly languages: ReadonlySet<string>;
  readonly #expected = new Map<string, PreviewWords>();

  constructor(languages: readonly string[]) {
    this.languages = new Set(languages);
  }

  pathOf = (words: PreviewWords): string => `vorschau/${digest(words)}.png`;

  expect(words: PreviewWords): void {
    this.#expected.set(this.pathOf(words), words);
  }

  *list(): Iterable<readonly [string, () => Uint8Array]> {
    for (const [path, words] of this.#expected) yield [path, () => Buffer.from(JSON.stringify(words))];
  }
}

/** What stands for the code of a town that has `extensions.ts`: it looks at everything, and nothing notes that. */
const ownCode = defineExtension({
  exports: [
    {
      path: 'all.csv',
      text: { de: 'Alles' },
      make: ({ catalogue }) => JSON.stringify([...catalogue.offers.values()].map(({ data, body }) => [data, body])),
    },
  ],
  slots: {
    footer: ({ catalogue, page }) =>
      `${page.lang} ${[...catalogue.places.values()].map(({ data }) => data.name).join()}`,
  },
});

export type Files = ReadonlyMap<string, Buffer>;

/** As the engine puts them together, with short stand-ins for what takes long to draw or bundle. */
async function optionsFor(contentDir: string, catalogue: Catalogue, basePath: string): Promise<ListOptions> {
  const theme = await readTheme(contentDir);
  const assets = new AnyAssets(theme);
  const { site } = catalogue;
  return {
    placement: {
      basePath,
      siteUrl: site.url ?? 'https://lotse.example.org',
      assets,
      previews: new WrittenPreviews(site.preview_images ?? []),
      booklets: currentBooklets(bookletsIn(contentDir), catalogue),
      ...(existsSync(join(contentDir, extensionFile)) ? { extension: ownCode } : {}),
    },
    files: new Map([[assets.get('site.css'), Buffer.from(theme)]]),
    media: await listMedia(contentDir),
    gallery: false,
  };
}

const renderAll = (outputs: Iterable<Output>): Files =>
  new Map(Array.from(outputs, (output) => [output.path, output.render()]));

/** What a build without any memory makes of the content; undefined where the content has errors. */
export async function buildCold(
  contentDir: string,
  today: string,
  { basePath = '/', inLittleRoom = false } = {},
): Promise<Files | undefined> {
  const packed = inLittleRoom ? new PackedTexts() : undefined;
  const { value } = await loadCatalogue({
    contentDir,
    today,
    shippedTexts: readTexts('de'),
    ...(packed ? { packed } : {}),
  });
  if (!value) return undefined;
  const catalogue = packed ? compacted(value, packed) : value;
  const options = { ...(await optionsFor(contentDir, value, basePath)), inLittleRoom };
  const outputs = new Map([...listOutputs(catalogue, options).values()].flat().map((output) => [output.path, output]));
  if (!inLittleRoom) return renderAll(outputs.values());
  // As threads make them there.
  const list = pageLister(catalogue, options);
  for (const output of [undefined, ...catalogue.languages].flatMap(list)) outputs.set(output.path, output);
  return renderAll(outputs.values());
}

/** A site that is built again and again, by what it knows of the builds before. */
export class WarmSite {
  readonly files = new Map<string, Buffer>();
  /** How many files the last build made. */
  made: string[] = [];
  #ledger = new Ledger();
  #content = new ContentCache();
  #packed: KeptDocuments | undefined;
  #search = new SearchCache({ remembers: true });
  readonly #contentDir: string;

  constructor(contentDir: string) {
    this.#contentDir = contentDir;
  }

  /** False where the content has errors: then the files stay as they are. */
  async build(today: string, basePath = '/', hurried = false): Promise<boolean> {
    const { value } = await loadCatalogue({
      contentDir: this.#contentDir,
      today,
      cache: this.#content,
      shippedTexts: readTexts('de'),
    });
    if (!value) return false;
    const families = new Families();
    const options = {
      ...(await optionsFor(this.#contentDir, value, basePath)),
      families,
      searchCache: this.#search,
    };
    this.made = [];
    const salt = saltOf(options);
    if (salt === undefined) this.#ledger = new Ledger();
    this.#ledger.begin({ catalogue: value, families, salt: salt ?? '' });
    const make = (listed: readonly Output[]): void => {
      for (const output of this.#ledger.due(listed)) {
        this.made.push(output.path);
        this.files.set(output.path, output.render());
        this.#ledger.made(output);
      }
    };
    const steps = listInSteps(value, options);
    const outputs = [...steps.first.values()].flat();
    make(outputs);
    // Somebody saves again before the rest is made.
    if (hurried) return true;
    for (const list of steps.later.values()) {
      const listed = list();
      outputs.push(...listed);
      make(listed);
    }
    this.#ledger.finish();
    const paths = new Set(outputs.map(({ path }) => path));
    for (const path of this.files.keys()) if (!paths.has(path)) this.files.delete(path);
    return true;
  }

  /** As if the process had ended and another begun. `keep`: how the ledger is kept in between. */
  restart(keep: (saved: SavedLedger) => SavedLedger): void {
    this.#ledger.end();
    this.#ledger = new Ledger(keep(this.#ledger.save()));
    const packed = this.#content.pack();
    if (packed) this.#packed = { ...this.#packed, ...packed };
    this.#content = new ContentCache(this.#packed);
    this.#search = new SearchCache({ remembers: true });
  }

  get ledgerSize(): number {
    return this.#ledger.size;
  }
}

/** The first files that differ or that only one has; empty where both are the same to the byte. */
export function differences(warm: Files, cold: Files): string[] {
  const paths = new Set([...warm.keys(), ...cold.keys()]);
  return [...paths].filter((path) => !warm.get(path)?.equals(cold.get(path) ?? Buffer.from('missing'))).slice(0, 10);
}

/** All files of a content folder, with `/`, in a stable order. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
