import { Eleventy } from '@11ty/eleventy';

const port = Number(process.env.PORT ?? 8080);
const eleventy = new Eleventy(undefined, undefined, { configPath: '.eleventy.js', runMode: 'serve', source: 'cli' });
await eleventy.init();
const rebuild: (path: string) => Promise<void> = await eleventy.watch();
// Eleventy 3 does not build again when a watched file is deleted (https://github.com/11ty/eleventy/issues/2798).
eleventy.watcher.on('unlink', (path: string) => void rebuild(path));
await eleventy.serve(port);
