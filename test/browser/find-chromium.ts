import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const installed = (): string | undefined =>
  [process.env.CHROMIUM_PATH, ...usual, chromium.executablePath()].find((path) => path && existsSync(path));

/**
 * Path of a Chromium for the browser tests. Gets one where there is none: from Debian's packages as root on Debian,
 * else through Playwright; ends the process with what to do where neither works.
 */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/etc/debian_version')) {
    console.log('No Chromium found; installing Debian’s package …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    console.log('No Chromium found; installing the one that Playwright keeps …');
    run('npx', ['--no-install', 'playwright-core', 'install', '--with-deps', 'chromium']);
  }
  const path = installed();
  if (path) return path;
  console.error(
    'The browser tests need Chromium, and it could not be installed. Install the package “chromium” of your system, or set CHROMIUM_PATH to the program.',
  );
  process.exit(1);
}

const run = (command: string, args: string[]): void => {
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};
