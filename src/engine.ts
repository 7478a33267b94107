import type { EventEmitter } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as pause, setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { adminFiles } from './admin/admin-files.ts';
import { readTheme } from './assets/bundle-assets.ts';
import { PreviewImages, readPreviewColours } from './assets/preview-images/preview-images.ts';
import { rememberedAssets, unrememberedAssets } from './memory/asset-memory.ts';
import { BuildMemory, mostFilesRemembered } from './memory/build-memory.ts';
import { CheckFailed, checkedCatalogue } from './checked-catalogue.ts';
import { Output } from './pages/output.ts';
import { currentBooklets } from './pages/booklet/printed-booklets.ts';
import { ContentMemory } from './memory/content-memory.ts';
import { withPlainTranslations } from './content/lazy-translation.ts';
import { listMedia } from './content/list-media.ts';
import { readTexts } from './i18n/load-texts.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { LanguageTag } from './model/diagnostic.ts';
import { Families, recordReads } from './model/reads.ts';
import { GatheredFiles } from './pages/gathered-files.ts';
import { Ledger } from './pages/ledger.ts';
import { groupOf, listInSteps, outputGroups, saltOf, type Steps } from './pages/list-outputs.ts';
import { shareOf } from './pages/part.ts';
import { partOf } from './pages/part-outputs.ts';
import { contentSaved, FirstLook, headStart, nothingNew, type Saved } from './production/first-look.ts';
import { bundleThread, PageThreads, threadsFor, writeShared } from './production/page-threads.ts';
import { routes } from './pages/routes.ts';
import { clearMemory } from './production/clear-memory.ts';
import { pagesPerPass, Production, unfinished } from './production/production.ts';
import { SearchCache } from './search/search-cache.ts';
import { SearchMemory } from './memory/search-memory.ts';
import type { Settings } from './settings.ts';

/** The parts of Eleventy's configuration that are used here; Eleventy ships no types. */
interface EleventyConfig {
  addTemplateFormats(formats: string[]): void;
  addExtension(extension: string, options: object): void;
  addTemplate(path: string, content: string, data: object): void;
  addWatchTarget(path: string, options?: object): void;
  setUseGitIgnore(use: boolean): void;
  setQuietMode(quiet: boolean): void;
  setChokidarConfig(options: object): void;
  setWatchThrottleWaitTime(milliseconds: number): void;
  on(event: typeof contentSaved, listener: (saved: Saved) => void): void;
  on(event: string, listener: (argument: { runMode: string }) => Promise<void> | void): void;
  readonly events: EventEmitter;
  readonly transforms?: Readonly<Record<string, unknown>>;
}

/**
 * Angebotslotse as an Eleventy plugin: one virtual template a route, paginated over the outputs that are due.
 * Before each build the content is read and checked; when the check fails the build ends before anything is written.
 */
export default function angebotslotse(config: EleventyConfig, settings: Settings): void {
  let outputs: ReadonlyMap<string, readonly Output[]> = new Map();
  /** Every file that this process has put into the output folder and has not taken away again. */
  const written = new Set<string>();
  const searchCache = new SearchCache({ remembers: true });
  const searchMemory = settings.lastOutputDir === undefined ? undefined : new SearchMemory(settings.lastOutputDir);
  let content: ContentMemory | undefined;
  let ledger = new Ledger();
  let remaining: Remaining | undefined;
  let isBroken = false;
  let memory: BuildMemory | undefined;
  const firstLook = new FirstLook();
  /** Whether the build that is going on has made a page that is not what browsers have already. */
  let isNews = true;
  const everything: Output[] = [];
  let production: Production | undefined;

  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  config.addTemplateFormats(['lotse']);
  config.addExtension('lotse', {
    useLayouts: false,
    compileOptions: { permalink: 'raw' },
    compile: () => (data: { output: Output }) => {
      if (production) return production.render(data.output);
      const { output } = data;
      const bytes = output.render();
      isNews ||= !isThere(join(settings.outputDir, output.path), bytes);
      const newer = firstLook.newer(output.path, bytes);
      if (newer) return newer;
      ledger.made(output);
      return bytes;
    },
  });
  // Whoever listens to this watches the content, too: says what was saved, and then calls for a build.
  if (config.events.listenerCount(nothingNew) === 0) config.addWatchTarget(settings.contentDir);
  config.on(contentSaved, (saved) => {
    remaining?.rest();
    saved.isShown = firstLook.show(saved.files);
  });
  // A saved text is to be seen at once; a file that is only half written is read again.
  config.setChokidarConfig({ awaitWriteFinish: false });
  config.setWatchThrottleWaitTime(0);

  for (const name of [...outputGroups, 'admin']) {
    config.addTemplate(`${name}.lotse`, '', {
      outputs: [],
      pagination: { data: 'outputs', size: 1, alias: 'output', before: () => outputs.get(name) ?? [] },
      permalink: (data: { output: Output }) => data.output.path,
      eleventyExcludeFromCollections: true,
    });
  }

  config.on('eleventy.before', async ({ runMode }) => {
    // By itself: all that it lists would be held until the first pages have come from the threads.
    if (!production?.hasPages) await begin(runMode !== 'build');
    if (production?.hasPages) outputs = await production.nextPages();
  });

  async function begin(watching: boolean): Promise<void> {
    const isFirst = written.size === 0;
    // A build that came to no end may have written anything.
    if (isBroken) ledger = new Ledger();
    outputs = new Map();
    const looked = firstLook.handOver();
    // They are made again, with all that they depend on.
    for (const path of looked.keys()) ledger.forget(path);
    isNews = isFirst;
    const offerFiles = watching ? 0 : countOfferFiles(settings.contentDir);
    const inLittleRoom = offerFiles > manyFiles;
    const inPasses = config.events.listenerCount(unfinished) > 0;
    // Otherwise the heap grows to twice what is in it before anything is cleared away.
    if (inLittleRoom) setFlagsFromString(`--heap-growing-percent=${growth}`);
    if (watching || (settings.lastOutputDir !== undefined && !inLittleRoom))
      content ??= new ContentMemory(settings.contentDir);
    // Where nothing is known from before, they will be needed: they start while the content is read.
    const isCertain = !watching && inPasses && settings.lastOutputDir === undefined && !settings.part;
    const sooner = isCertain ? threadsFor(offerFiles * pagesPerOfferFile, settings.threads) : 0;
    let threads = sooner > 0 ? new PageThreads(await bundleThread(), sooner, inLittleRoom) : undefined;
    try {
      const [{ catalogue, extension, loaded, packed }, assets, media] = await Promise.all([
        checkedCatalogue(settings, { memory: content, watching, inLittleRoom }),
        content && !watching ? rememberedAssets(settings) : unrememberedAssets(settings, watching),
        listMedia(settings.contentDir),
      ]);
      if (inLittleRoom) clearMemory();
      const siteUrl = settings.siteUrl ?? catalogue.site.url?.replace(/\/+$/, '');
      const colours =
        siteUrl !== undefined && (settings.previewImages ?? !watching)
          ? await readPreviewColours(settings.contentDir)
          : undefined;
      const previews = colours && new PreviewImages(catalogue.site.preview_images ?? [], colours);
      const families = new Families();
      const share = settings.part && !watching ? shareOf(settings.part, catalogue) : undefined;
      const options = {
        placement: {
          basePath: settings.basePath ?? catalogue.site.base_path,
          ...(siteUrl === undefined ? {} : { siteUrl }),
          assets: assets.paths,
          ...(previews ? { previews } : {}),
          booklets: currentBooklets(settings.bookletsDir, catalogue),
          ...(extension ? { extension } : {}),
        },
        files: assets.files,
        media,
        gallery: settings.gallery,
        ...(settings.gallery ? { theme: await readTheme(settings.contentDir) } : {}),
        families,
        ...(share ? { share } : {}),
        inLittleRoom,
      };
      remaining?.stop();
      const salt = saltOf(options);
      const isRemembered =
        !watching && settings.lastOutputDir !== undefined && !share && salt !== undefined && !isLarge(catalogue);
      recordReads(watching || isRemembered);
      const cache = watching ? searchCache : inLittleRoom ? undefined : searchMemory?.cache;
      // A part lists all files at once, before anything has been made.
      const gathered =
        watching || isRemembered || share ? undefined : new GatheredFiles((path) => path.startsWith('search/'));
      const letList = (starting: PageThreads): void => {
        const { previews: _previews, ...placement } = options.placement;
        const { families: _families, ...rest } = options;
        const task = {
          options: { ...rest, placement },
          ...(previews ? { previews: { languages: [...previews.languages], colours } } : {}),
          ...(isRemembered ? { salt } : {}),
        };
        starting.list(writeShared(withPlainTranslations(catalogue)), task, packed?.pieces);
      };
      if (extension) {
        threads?.stop();
        threads = undefined;
      }
      if (threads) letList(threads);
      const steps = listInSteps(catalogue, {
        ...options,
        ...(cache ? { searchCache: cache } : {}),
        ...(gathered ? { made: gathered } : {}),
        ...(inLittleRoom ? { clear: clearMemory } : {}),
      });
      await previews?.draw(share && ((path) => share.owns(path)));
      const admin = async (): Promise<readonly Output[]> => {
        const files = await adminFiles(catalogue, {
          contentDir: settings.contentDir,
          local: watching || settings.localAdmin === true,
          ...(siteUrl === undefined ? {} : { siteUrl }),
        });
        return Array.from(files, ([path, bytes]) => Output.ofBytes(path, bytes));
      };
      const all = new Map(steps.first);
      if (!watching || isFirst) all.set('admin', await admin());
      if (!watching) {
        production = new Production({
          folder: settings.outputDir,
          pagesPerPass: inPasses ? (inLittleRoom ? pagesPerPass / 2 : pagesPerPass) : Infinity,
          made: (output) => ledger.made(output),
          rankOf: rankByLanguage(catalogue.languages),
          forgets: !isRemembered,
          gathered,
        });
        const made = production;
        if (isRemembered) {
          memory = new BuildMemory(settings.lastOutputDir);
          ledger = memory.ledger;
          ledger.begin({ catalogue, families, salt });
          for (const path of memory.lostFiles()) ledger.forget(path);
        }
        const due = (listed: readonly Output[]): readonly Output[] => {
          if (!memory) return listed;
          everything.push(...listed);
          return ledger.due(listed);
        };
        if (settings.part && share) {
          addTo(all, steps.later);
          const languages = catalogue.languages;
          const parted = partOf(all, share, settings.part, settings, { placement: options.placement, languages });
          for (const [name, listed] of parted) {
            if (name === aboutPages) made.addLater(() => listed, true);
            else made.add(name, listed);
          }
        } else {
          for (const [name, listed] of all) made.add(name, due(listed));
          for (const [name, list] of steps.later) made.addLater(() => due(list()), name === aboutPages);
        }
        made.arrangePages();
        const pages = made.pagesOf(pageGroups);
        const later = !threads && inPasses && !extension ? threadsFor(pages.length, settings.threads) : 0;
        if (later > 0) letList((threads = new PageThreads(await bundleThread(), later, inLittleRoom)));
        if (threads) {
          threads.render(pages.map(({ path }) => path));
          made.renderWith(threads, pages, !inLittleRoom);
        }
        return;
      }
      if (salt === undefined) ledger = new Ledger();
      ledger.begin({ catalogue, families, salt: salt ?? '' });
      isBroken = true;
      if (isFirst) addTo(all, steps.later);
      const due = new Map(Array.from(all, ([name, listed]) => [name, ledger.due(listed)]));
      const isPatient = (name: string): boolean => !isFirst && patient.has(name);
      outputs = new Map([...due].filter(([name]) => !isPatient(name)));
      const postponed = [...due].flatMap(([name, some]) => (isPatient(name) ? some : []));
      for (const { path } of [...due.values()].flat()) written.add(path);
      const later = new Map<string, LaterList>(isFirst ? [] : steps.later);
      if (!isFirst) later.set('admin', admin);
      remaining = new Remaining({ ledger, folder: settings.outputDir, written, shown: all, postponed, later });
      // What a fork or a town adds to pages cannot be had in a hurry.
      const isPlain = Object.keys(config.transforms ?? {}).every((name) => name.startsWith('@11ty/'));
      if (loaded && salt !== undefined && isPlain)
        firstLook.open({
          loaded,
          options: { contentDir: settings.contentDir, today: settings.today, shippedTexts: readTexts('de') },
          placement: options.placement,
          folder: settings.outputDir,
          paths: written,
        });
      else firstLook.close();
    } catch (error) {
      // While editing, a mistake keeps the last good pages; in a build it ends the build.
      if (!watching || !(error instanceof CheckFailed)) throw error;
      firstLook.close();
      firstLook.takeBack(looked, settings.outputDir);
      isNews ||= looked.size > 0;
    }
  }

  config.on('eleventy.after', async () => {
    if (production) {
      if (production.hasPages) config.events.emit(unfinished);
      else {
        production.writeFiles();
        for (const part of await production.ledgers()) ledger.add(part);
        if (memory) keepUnchanged(memory, everything, production, settings.outputDir);
        searchMemory?.save();
      }
      return;
    }
    isBroken = false;
    if (!isNews) config.events.emit(nothingNew);
    // What nobody waits for is made when the page has been shown.
    remaining?.run().catch(console.error);
  });
}

/** Adds what is listed later to the groups that it belongs to. */
function addTo(groups: Map<string, readonly Output[]>, later: Steps['later']): void {
  for (const [name, list] of later) groups.set(groupOf(name), [...(groups.get(groupOf(name)) ?? []), ...list()]);
}

/** Whether the file is there and holds these bytes. */
function isThere(file: string, bytes: Buffer): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

/** Files that say of pages what they load. */
const aboutPages = 'offline-files';

/** Groups whose pages a thread can list by itself. */
const pageGroups: ReadonlySet<string> = new Set([...routes.map(({ name }) => name), 'site']);

/** Files of one language after the other: they share cards, frames and menus. */
function rankByLanguage(languages: readonly LanguageTag[]): (file: Output) => number {
  const rank = new Map(languages.map((lang, index) => [lang, index]));
  return ({ path }) => rank.get(path.slice(0, path.indexOf('/'))) ?? rank.size;
}

/** About so many files each offer has in each language. */
const filesPerOffer = 4;

const isLarge = ({ offers, languages }: Catalogue): boolean =>
  offers.size * languages.length * filesPerOffer > mostFilesRemembered;

/** With more files of offers than this, translations are kept as bytes, and what was read is not remembered for the next build. */
const manyFiles = 15_000;
/** How much larger than after the last clearing the heap may grow then, in percent: a little more work for much less memory. */
const growth = 30;

/** About so many pages there are for each of them. */
const pagesPerOfferFile = 1.5;

function countOfferFiles(contentDir: string): number {
  try {
    return readdirSync(join(contentDir, 'offers')).length;
  } catch {
    return 0;
  }
}

/** Adds to the new site what has not changed since the last build, and remembers all of it. */
function keepUnchanged(memory: BuildMemory, all: readonly Output[], production: Production, folder: string): void {
  memory.complete(
    folder,
    all.map(({ path }) => path),
    (path) => production.has(path),
    (path) => {
      // It has been taken away in the meantime.
      const output = all.find((one) => one.path === path)!;
      writeFileSync(join(folder, path), output.render());
      memory.ledger.made(output);
    },
  );
}

/** Pages that change with nearly every text and that nobody who writes one looks at. */
const patient: ReadonlySet<string> = new Set(['translation', 'status', 'week', 'accessibility-statement']);

type LaterList = () => readonly Output[] | Promise<readonly Output[]>;

interface RemainingWork {
  readonly ledger: Ledger;
  readonly folder: string;
  readonly written: Set<string>;
  readonly shown: ReadonlyMap<string, readonly Output[]>;
  readonly postponed: readonly Output[];
  readonly later: ReadonlyMap<string, LaterList>;
}

/** The files of a build that nobody waits for while editing: search, data for other programs, lists for offline use. */
class Remaining {
  #isStopped = false;
  #isRunning = false;
  #restsUntil = 0;
  readonly #work: RemainingWork;

  constructor(work: RemainingWork) {
    this.#work = work;
  }

  /** Something was saved again: the build that begins makes them. */
  stop(): void {
    this.#isStopped = true;
  }

  /** A page has been shown that somebody wants to see. */
  rest(): void {
    this.#restsUntil = performance.now() + headStart;
  }

  /** Writes them once and removes what is gone, unless it is stopped. */
  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    const { ledger, folder, written, shown, postponed, later } = this.#work;
    const paths = new Set([...shown.values()].flat().map(({ path }) => path));
    if (later.size > 0) await wait(headStart);
    if (!(await this.#write(postponed))) return;
    for (const list of later.values()) {
      await this.#pause();
      if (this.#isStopped) return;
      const outputs = await list();
      if (this.#isStopped) return;
      for (const { path } of outputs) paths.add(path);
      if (!(await this.#write(ledger.due(outputs)))) return;
    }
    if (this.#isStopped) return;
    ledger.finish();
    // All at once: a build that begins in between may bring one of them back.
    for (const path of written) {
      if (paths.has(path)) continue;
      rmSync(join(folder, path), { force: true });
      written.delete(path);
    }
  }

  /** Lets others go first. */
  async #pause(): Promise<void> {
    await pause();
    while (performance.now() < this.#restsUntil) await wait(this.#restsUntil - performance.now());
  }

  /** False where it was stopped on the way: what is not written is not known to the ledger, and the next build makes it. */
  async #write(outputs: readonly Output[]): Promise<boolean> {
    for (const output of outputs) {
      await this.#pause();
      if (this.#isStopped) return false;
      const bytes = output.render();
      const file = join(this.#work.folder, output.path);
      this.#work.written.add(output.path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
      if (this.#isStopped) return false;
      this.#work.ledger.made(output);
    }
    return true;
  }
}
