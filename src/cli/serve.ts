import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import { contentSaved, headStart, nothingNew, type Saved } from '../production/first-look.ts';
import { readSettings } from '../settings.ts';
import { watchContent } from './watch-content.ts';

const port = Number(process.env.PORT ?? 8080);
const { contentDir } = readSettings(process.env);
/** Where the system does not tell of changes, as in some containers, files are looked at again and again. */
const isAsked = process.env.CHOKIDAR_USEPOLLING !== undefined || !existsSync(contentDir);

let tell: (saved: Saved) => Promise<void> = async () => {};
let hasNews = true;
const eleventy = new Eleventy(undefined, undefined, {
  configPath: '.eleventy.js',
  runMode: 'serve',
  source: 'cli',
  config(config) {
    if (isAsked) return;
    config.on(nothingNew, () => (hasNews = false));
    tell = (change) => config.events.emit(contentSaved, change);
  },
});
await eleventy.init();
const { eleventyServe } = eleventy;
const reload = eleventyServe.reload.bind(eleventyServe);

/** Files that were saved and are not yet built. */
let waiting: readonly string[] = [];
let build: (() => void) | undefined;
let soon: NodeJS.Timeout | undefined;
if (!isAsked) watchContent(contentDir, (files) => void saved(files));

async function saved(files: readonly string[]): Promise<void> {
  const change: Saved = { files };
  waiting = [...new Set([...waiting, ...files])];
  await tell(change);
  if (change.isShown) await reload({ files: [] });
  clearTimeout(soon);
  soon = setTimeout(() => build?.(), change.isShown ? headStart : 0);
}

const rebuild: (path: string) => Promise<void> = await eleventy.watch();
if (isAsked) {
  // Eleventy 3 does not build again when a watched file is deleted (https://github.com/11ty/eleventy/issues/2798).
  eleventy.watcher.on('unlink', (path: string) => void rebuild(path));
} else {
  eleventyServe.reload = async (event): Promise<void> => {
    if (hasNews) await reload(event);
    hasNews = true;
  };
  build = () => {
    const files = waiting;
    waiting = [];
    for (const file of files) {
      eleventy.logger.forceLog(`File changed: ${join(contentDir, file)}`);
      void rebuild(join(contentDir, file));
    }
  };
  // What was saved during the first build.
  if (waiting.length > 0) build();
}
await eleventy.serve(port);
