import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { adminFiles } from './admin/admin-files.ts';
import { bundleAssets, readTheme } from './assets/bundle-assets.ts';
import { CheckFailed, checkedCatalogue } from './checked-catalogue.ts';
import { Output } from './pages/output.ts';
import { listMedia } from './content/list-media.ts';
import { listOutputs, outputGroups } from './pages/list-outputs.ts';
import { SearchCache } from './search/search-cache.ts';
import type { Settings } from './settings.ts';

/** The parts of Eleventy's configuration that are used here; Eleventy ships no types. */
interface EleventyConfig {
  addTemplateFormats(formats: string[]): void;
  addExtension(extension: string, options: object): void;
  addTemplate(path: string, content: string, data: object): void;
  addWatchTarget(path: string, options?: object): void;
  setUseGitIgnore(use: boolean): void;
  setQuietMode(quiet: boolean): void;
  on(event: string, listener: (argument: { runMode: string }) => Promise<void> | void): void;
}

/**
 * Angebotslotse as an Eleventy plugin: one virtual template a route, paginated over the outputs that are due.
 * Before each build the content is read and checked; when the check fails the build ends before anything is written.
 */
export default function angebotslotse(config: EleventyConfig, settings: Settings): void {
  let outputs: ReadonlyMap<string, readonly Output[]> = new Map();
  let written: ReadonlySet<string> = new Set();
  const searchCache = new SearchCache({ remembers: true });

  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  config.addTemplateFormats(['lotse']);
  config.addExtension('lotse', {
    useLayouts: false,
    compileOptions: { permalink: 'raw' },
    compile: () => (data: { output: Output }) => data.output.render(),
  });
  config.addWatchTarget(settings.contentDir);

  for (const name of [...outputGroups, 'admin']) {
    config.addTemplate(`${name}.lotse`, '', {
      outputs: [],
      pagination: { data: 'outputs', size: 1, alias: 'output', before: () => outputs.get(name) ?? [] },
      permalink: (data: { output: Output }) => data.output.path,
      eleventyExcludeFromCollections: true,
    });
  }

  config.on('eleventy.before', async ({ runMode }) => {
    const watching = runMode !== 'build';
    try {
      const [{ catalogue, extension }, assets, media] = await Promise.all([
        checkedCatalogue(settings),
        bundleAssets(settings),
        listMedia(settings.contentDir),
      ]);
      const siteUrl = settings.siteUrl ?? catalogue.site.url?.replace(/\/+$/, '');
      const pages = listOutputs(catalogue, {
        placement: {
          basePath: settings.basePath ?? catalogue.site.base_path,
          ...(siteUrl === undefined ? {} : { siteUrl }),
          assets: assets.paths,
          ...(extension ? { extension } : {}),
        },
        files: assets.files,
        media,
        ...(watching ? { searchCache } : {}),
        gallery: settings.gallery,
        ...(settings.gallery ? { theme: await readTheme(settings.contentDir) } : {}),
      });
      const admin = await adminFiles(catalogue, {
        contentDir: settings.contentDir,
        local: watching || settings.localAdmin === true,
        ...(siteUrl === undefined ? {} : { siteUrl }),
      });
      outputs = new Map([...pages, ['admin', Array.from(admin, ([path, bytes]) => new Output(path, () => bytes))]]);
    } catch (error) {
      // While editing, a mistake keeps the last good pages; in a build it ends the build.
      if (!watching || !(error instanceof CheckFailed)) throw error;
      outputs = new Map();
    }
  });

  config.on('eleventy.after', async ({ runMode }) => {
    if (runMode === 'build' || outputs.size === 0) return;
    const paths = new Set([...outputs.values()].flat().map(({ path }) => path));
    const vanished = [...written].filter((path) => !paths.has(path));
    await Promise.all(vanished.map((path) => rm(join(settings.outputDir, path), { force: true })));
    written = paths;
  });
}
