/**
 * `npm start`: builds the site, serves it at port 8080 and shows every change to the content at once.
 * Eleventy watches the content; a change to the code or the schemas starts it anew.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { extensionFile } from '../extensions/extension-problem.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import { readSettings } from '../settings.ts';
import { wrongSettings } from './wrong-settings.ts';

const wrong = wrongSettings(process.env, chooseLanguage(undefined, process.env));
if (wrong !== undefined) {
  console.error(wrong);
  process.exit(2);
}

const root = join(import.meta.dirname, '../..');
let server: ChildProcess | undefined;
let restart: NodeJS.Timeout | undefined;

function startServer(): void {
  server = fork(join(import.meta.dirname, 'serve.ts'), { cwd: process.cwd(), env: { ...process.env, GALLERY: '1' } });
  server.on('exit', (code, signal) => {
    // A crash is not restarted in a loop; the next change to the code tries again.
    if (signal === null && code !== 0)
      console.error('The server has stopped. Save a file in src/ to start it again, or press Ctrl+C.');
  });
}

for (const folder of ['src', 'schemas']) {
  watch(join(root, folder), { recursive: true }, restartSoon);
}
// The town's own code is loaded once a process, like ours.
const { contentDir } = readSettings(process.env);
if (existsSync(contentDir)) watch(contentDir, (_, name) => name === extensionFile && restartSoon());
const more = join(contentDir, 'extensions');
if (existsSync(more)) watch(more, { recursive: true }, restartSoon);

function restartSoon(): void {
  clearTimeout(restart);
  restart = setTimeout(() => {
    const old = server;
    if (!old || old.exitCode !== null) return startServer();
    old.once('exit', startServer);
    old.kill();
  }, 100);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server?.kill();
    process.exit(0);
  });
}
startServer();
